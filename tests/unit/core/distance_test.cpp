#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace hemo::raster {
namespace {

/// By looking at every pair: slow and plainly right.
std::vector<float> byEveryPair(const Mask& mask, PixelMm pixel) {
    const auto placeOf = [&](std::size_t n) {
        const std::size_t columns = std::size_t(mask.columns), rows = std::size_t(mask.rows());
        return std::array{double(n % columns) * pixel.across, double(n / columns % rows) * pixel.down,
                          double(n / columns / rows) * pixel.through};
    };
    std::vector<float> all;
    for (std::size_t n = 0; n < mask.set.size(); ++n) {
        const auto at = placeOf(n);
        double best = mask.set[n] ? 1e30 : 0;
        for (std::size_t m = 0; m < mask.set.size(); ++m) {
            const auto other = placeOf(m);
            if (!mask.set[m])
                best = std::min(best, std::hypot(other[0] - at[0], other[1] - at[1], other[2] - at[2]));
        }
        all.push_back(float(best));
    }
    return all;
}

TEST(DistanceInside, IsTheDistanceToTheNearestPixelOutsideAlsoForOblongPixels) {
    std::mt19937 random(3);
    const PixelMm pixel{0.7, 1.9, 3.1};
    for (const int slices : {1, 4}) {
        const Mask mask = maskOf({13, 9, slices}, [&](std::size_t) { return random() % 5 != 0; });
        const auto fast = distanceInside(mask, pixel), slow = byEveryPair(mask, pixel);
        for (std::size_t n = 0; n < slow.size(); ++n)
            EXPECT_NEAR(fast[n], slow[n], 1e-3) << n;
    }
}

TEST(SignedDistance, IsNegativeOutside) {
    const auto d = signedDistance({6, {0, 0, 1, 1, 1, 0}}, {2, 2});
    EXPECT_FLOAT_EQ(d[0], -4);
    EXPECT_FLOAT_EQ(d[3], 4);
    EXPECT_FLOAT_EQ(d[5], -2);
}

Mask drawn(const std::vector<std::string>& lines) {
    Mask mask{int(lines.front().size()), {}};
    for (const std::string& line : lines)
        for (const char c : line)
            mask.set.push_back(c == '#');
    return mask;
}

TEST(Regions, TheLargestRegionTouchesAtSidesOnly) {
    const Mask largest = largestRegion(drawn({"##..#", "##.#.", "...##"}));
    EXPECT_EQ(largest.set, drawn({"##...", "##...", "....."}).set);
}

TEST(Regions, OfAStackGoOnFromSliceToSlice) {
    const Mask two{3, {1, 1, 0, 0, 0, 1, /* next */ 0, 0, 0, 0, 0, 1}, 2};
    EXPECT_EQ(largestRegion(two).count(), 2u);
    EXPECT_EQ(reachedFrom({3, {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, 2}, two).set[11], 1);
}

TEST(Regions, WhatIsReachedFromASeedStopsWhereNothingIsSet) {
    const Mask over = drawn({"##..#", ".#.##", "...#."});
    EXPECT_EQ(reachedFrom(drawn({"#....", ".....", "....."}), over).set,
              drawn({"##...", ".#...", "....."}).set);
    EXPECT_EQ(reachedFrom(drawn({"..#..", ".....", "...#."}), over).set,
              drawn({"....#", "...##", "...#."}).set)
        << "a seed beside what is set reaches nothing";
}

TEST(Regions, WhatARingEnclosesIsFoundAndWhatLeaksIsNot) {
    EXPECT_EQ(enclosedBy(drawn({".###.", ".#.#.", ".###."})).set, drawn({".....", "..#..", "....."}).set);
    EXPECT_EQ(enclosedBy(drawn({".###.", ".#.#.", ".#.#."})).count(), 0u);
}

TEST(Regions, ClosingMendsASutureAndLeavesTheRest) {
    const Mask mended = closed(drawn({".......", ".##.##.", ".##.##.", ".##.##.", "......."}), {}, 1);
    EXPECT_EQ(mended.set[2 * 7 + 3], 1);
    EXPECT_EQ(mended.set[0], 0);
}

} // namespace
} // namespace hemo::raster
