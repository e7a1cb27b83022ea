#include "core/image/volume.h"
#include "core/imaging/pixels/shift_to_hu.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace hemo::imaging {
namespace {

std::vector<std::int16_t> everyValue() {
    std::vector<std::int16_t> all(65536 + 7); // not a whole number of vectors
    for (std::size_t n = 0; n < all.size(); ++n)
        all[n] = static_cast<std::int16_t>(static_cast<std::uint16_t>(n));
    return all;
}

constexpr SampleBits kLayouts[] = {{8, 7, false},   {8, 7, true},   {12, 11, false}, {12, 11, true},
                                   {12, 15, false}, {13, 14, true}, {16, 15, false}, {16, 15, true}};

/// One value at a time, by the words of the standard alone.
int expectedSample(std::uint16_t raw, const SampleBits& bits) {
    const int values = 1 << bits.stored;
    const int sample = (raw >> (bits.high + 1 - bits.stored)) % values;
    return bits.isSigned && sample >= values / 2 ? sample - values : sample;
}

int expectedHu(std::uint16_t raw, const StoredScale& scale) {
    const int sample = expectedSample(raw, scale.bits);
    const auto number = [&](std::uint16_t v) {
        return scale.bits.isSigned ? int(static_cast<std::int16_t>(v)) : int(v);
    };
    if (scale.padding) {
        const auto [low, high] = std::minmax({number(scale.padding->first), number(scale.padding->last)});
        for (const int v : {number(raw), sample})
            if (v >= low && v <= high) return kOutsideHu;
    }
    return sample + static_cast<int>(scale.rescale.intercept);
}

TEST(ShiftToHu, EveryStoredValueOfEveryLayoutIsWhatTheStandardSays) {
    int converted = 0;
    for (const bool isSigned : {false, true})
        for (const auto& [bits, high] :
             {std::pair{8, 7}, {10, 9}, {12, 11}, {12, 15}, {13, 14}, {15, 14}, {16, 15}})
            for (const double intercept : {0., -1024., -1., 1000., -32768.})
                for (const auto& padding : std::vector<std::optional<Padding>>{
                         std::nullopt, Padding{63536, 63536}, Padding{63536, 63486}, Padding{0, 0},
                         Padding{32767, 32768}}) {
                    const StoredScale scale{{bits, high, isSigned}, {1, intercept}, padding};
                    std::vector<std::int16_t> values = everyValue();
                    const auto range = shiftToHu(values, scale);
                    if (!range) {
                        EXPECT_EQ(values, everyValue());
                        continue;
                    }
                    ++converted;
                    HuRange met;
                    for (std::size_t n = 0; n < values.size(); ++n) {
                        const int hu = expectedHu(static_cast<std::uint16_t>(n), scale);
                        ASSERT_EQ(values[n], hu) << n << " of " << bits << " bits up to " << high;
                        if (hu != kOutsideHu) met.join({hu, hu, false});
                    }
                    EXPECT_EQ(range->lowest, met.lowest);
                    EXPECT_EQ(range->highest, met.highest);
                    EXPECT_FALSE(range->hasClamped);
                }
    EXPECT_GT(converted, 100);
}

TEST(SampleBits, ASampleIsWhatTheStandardSays) {
    for (const SampleBits& bits : kLayouts)
        for (unsigned raw = 0; raw < 65536; ++raw)
            ASSERT_EQ(sampleOf(static_cast<std::uint16_t>(raw), bits),
                      expectedSample(static_cast<std::uint16_t>(raw), bits))
                << raw;
}

TEST(SampleBits, TwoReadingsAreTheSameWhereNoNumberDiffers) {
    const auto all = everyValue();
    for (const SampleBits& a : kLayouts)
        for (const SampleBits& b : kLayouts) {
            std::vector<std::int16_t> alike;
            for (const std::int16_t value : all) {
                const auto raw = static_cast<std::uint16_t>(value);
                const bool isAlike = expectedSample(raw, a) == expectedSample(raw, b);
                if (raw % 17 == 0) {
                    EXPECT_EQ(haveSameSamples(std::vector(1, value), a, b), isAlike) << raw;
                }
                if (isAlike) alike.push_back(value);
            }
            EXPECT_TRUE(haveSameSamples(alike, a, b));
            EXPECT_EQ(haveSameSamples(all, a, b), a == b);
        }
}

TEST(ShiftToHu, OtherScalesAndValuesThatDoNotFitAreLeftAlone) {
    std::vector<std::int16_t> values{static_cast<std::int16_t>(40000), 1000};
    const auto before = values;
    EXPECT_FALSE(shiftToHu(values, {{16, 15, false}, {1, 0}, {}}));
    EXPECT_FALSE(shiftToHu(values, {{12, 11, false}, {0.5, 0}, {}}));
    EXPECT_FALSE(shiftToHu(values, {{12, 11, false}, {1, 0.25}, {}}));
    EXPECT_EQ(values, before);
}

TEST(ShiftToHu, NothingButPaddingHasNoRange) {
    std::vector<std::int16_t> values(100, -2000);
    const auto range = shiftToHu(values, {{16, 15, true}, {1, 0}, Padding{63536, 63536}});
    ASSERT_TRUE(range);
    EXPECT_GT(range->lowest, range->highest);
    EXPECT_EQ(values[99], kOutsideHu);
}

} // namespace
} // namespace hemo::imaging
