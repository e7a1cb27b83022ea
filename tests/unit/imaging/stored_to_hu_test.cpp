#include "core/image/volume.h"
#include "core/imaging/pixels/stored_to_hu.h"

#include <gtest/gtest.h>

namespace hemo::imaging {
namespace {

std::int16_t huOf(std::uint16_t stored, const StoredScale& scale) {
    std::vector<std::int16_t> one{static_cast<std::int16_t>(stored)};
    convertToHu(one, scale);
    return one[0];
}

TEST(StoredToHu, SlopeAndInterceptApplyAndRound) {
    const StoredScale scale{{16, 15, false}, {0.5, -1024}, {}};
    EXPECT_EQ(huOf(0, scale), -1024);
    EXPECT_EQ(huOf(2127, scale), 40); // 39.5
}

TEST(StoredToHu, SignedValuesKeepTheirSign) {
    const StoredScale scale{{16, 15, true}, {1, 0}, {}};
    EXPECT_EQ(huOf(0xfc18, scale), -1000);
}

TEST(StoredToHu, TwelveBitSignIsExtendedAndBitsBesideItAreIgnored) {
    const StoredScale scale{{12, 11, true}, {1, 0}, {}};
    EXPECT_EQ(huOf(0x0c18, scale), -1000) << "upper bits empty";
    EXPECT_EQ(huOf(0xfc18, scale), -1000) << "upper bits filled";
    EXPECT_EQ(huOf(0x1028, scale), 40) << "an overlay bit above the sample";
}

TEST(StoredToHu, PaddingThatDoesNotFitTheStoredBitsIsStillPadding) {
    const StoredScale scale{{12, 11, false}, {1, -1024}, Padding{63536, 63536}}; // -2000 in 16 bits
    EXPECT_EQ(huOf(63536, scale), kOutsideHu);
    EXPECT_EQ(huOf(63536 & 0xfff, scale), 1072) << "a real value with the same low bits";
}

TEST(StoredToHu, PaddingRangeIsOutsideFromEndToEnd) {
    const StoredScale scale{{16, 15, true}, {1, 0}, Padding{63536, 63486}}; // -2000 .. -2050
    for (int stored : {-2000, -2025, -2050})
        EXPECT_EQ(huOf(static_cast<std::uint16_t>(stored), scale), kOutsideHu);
    EXPECT_EQ(huOf(static_cast<std::uint16_t>(-1999), scale), -1999);
    EXPECT_EQ(huOf(static_cast<std::uint16_t>(-2051), scale), -2051);
}

TEST(StoredToHu, ValuesTooLargeAreCutOffAndTold) {
    std::vector<std::int16_t> values{static_cast<std::int16_t>(40000), 1000};
    const HuRange range = convertToHu(values, {{16, 15, false}, {1, 0}, {}});
    EXPECT_EQ(values[0], 32767);
    EXPECT_TRUE(range.hasClamped);
}

TEST(StoredToHu, NoRealValueBecomesOutside) {
    std::vector<std::int16_t> values{-32768, 0};
    convertToHu(values, {{16, 15, true}, {1, 0}, {}});
    EXPECT_GT(values[0], kOutsideHu);
}

TEST(StoredToHu, RangeLeavesPaddingOut) {
    std::vector<std::int16_t> values{-2000, 30, -900};
    const HuRange range = convertToHu(values, {{16, 15, true}, {1, 0}, Padding{63536, 63536}});
    EXPECT_EQ(range.lowest, -900);
    EXPECT_EQ(range.highest, 30);
    EXPECT_FALSE(range.hasClamped);
}

TEST(StoredToHu, ChangingTheScaleBetweenSlicesChangesTheValues) {
    const StoredScale one{{16, 15, false}, {1, -1024}, {}}, other{{16, 15, false}, {1, -1000}, {}};
    EXPECT_EQ(huOf(1064, one), 40);
    EXPECT_EQ(huOf(1064, other), 64);
    EXPECT_EQ(huOf(1064, one), 40);
}

} // namespace
} // namespace hemo::imaging
