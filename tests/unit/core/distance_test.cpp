#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace hemo::raster {
namespace {

/// By looking at every pair: slow and plainly right.
std::vector<float> byEveryPair(const std::vector<std::uint8_t>& mask, int columns, PixelMm pixel) {
    const int rows = static_cast<int>(mask.size()) / columns;
    std::vector<float> all;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            double best = 1e30;
            for (int v = 0; v < rows; ++v)
                for (int u = 0; u < columns; ++u)
                    if (!mask[std::size_t(v) * columns + u])
                        best = std::min(best, std::hypot((u - x) * pixel.across, (v - y) * pixel.down));
            all.push_back(mask[std::size_t(y) * columns + x] ? float(best) : 0.f);
        }
    return all;
}

TEST(DistanceInside, IsTheDistanceToTheNearestPixelOutsideAlsoForOblongPixels) {
    std::mt19937 random(3);
    const PixelMm pixel{0.7, 1.9};
    std::vector<std::uint8_t> mask(13 * 9);
    for (auto& m : mask)
        m = random() % 5 != 0;
    const auto fast = distanceInside(mask, 13, pixel), slow = byEveryPair(mask, 13, pixel);
    for (std::size_t n = 0; n < mask.size(); ++n)
        EXPECT_NEAR(fast[n], slow[n], 1e-3) << n;
}

TEST(SignedDistance, IsNegativeOutside) {
    const std::vector<std::uint8_t> mask{0, 0, 1, 1, 1, 0};
    const auto d = signedDistance(mask, 6, {2, 2});
    EXPECT_FLOAT_EQ(d[0], -4);
    EXPECT_FLOAT_EQ(d[3], 4);
    EXPECT_FLOAT_EQ(d[5], -2);
}

Mask maskOf(const std::vector<std::string>& lines) {
    Mask mask{int(lines.front().size()), {}};
    for (const std::string& line : lines)
        for (const char c : line)
            mask.set.push_back(c == '#');
    return mask;
}

TEST(Regions, TheLargestRegionTouchesAtSidesOnly) {
    const Mask largest = largestRegion(maskOf({"##..#", "##.#.", "...##"}));
    EXPECT_EQ(largest.set, maskOf({"##...", "##...", "....."}).set);
}

TEST(Regions, WhatIsReachedFromASeedStopsWhereNothingIsSet) {
    const Mask over = maskOf({"##..#", ".#.##", "...#."});
    EXPECT_EQ(reachedFrom(maskOf({"#....", ".....", "....."}), over).set,
              maskOf({"##...", ".#...", "....."}).set);
    EXPECT_EQ(reachedFrom(maskOf({"..#..", ".....", "...#."}), over).set,
              maskOf({"....#", "...##", "...#."}).set)
        << "a seed beside what is set reaches nothing";
}

TEST(Regions, WhatARingEnclosesIsFoundAndWhatLeaksIsNot) {
    EXPECT_EQ(enclosedBy(maskOf({".###.", ".#.#.", ".###."})).set, maskOf({".....", "..#..", "....."}).set);
    EXPECT_EQ(enclosedBy(maskOf({".###.", ".#.#.", ".#.#."})).count(), 0u);
}

TEST(Regions, ClosingMendsASutureAndLeavesTheRest) {
    const Mask mended = closed(maskOf({".......", ".##.##.", ".##.##.", ".##.##.", "......."}), 1);
    EXPECT_EQ(mended.set[2 * 7 + 3], 1);
    EXPECT_EQ(mended.set[0], 0);
}

} // namespace
} // namespace hemo::raster
