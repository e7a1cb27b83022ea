#include "core/classify/verdict/slice_share.h"
#include "tests/unit/core/made_volumes.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

Grid gridAt(const std::vector<double>& z) {
    std::vector<PatientPoint> positions;
    for (const double mm : z)
        positions.push_back({-95, -75, mm});
    return Grid(20, 16, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
}

TEST(SliceShares, SlicesOfFiveMillimetresAndThickerOnesCountWhole) {
    for (const double stepMm : {5., 7.5, 10.})
        for (const double share : sliceShares(testing::uprightGrid(28, stepMm), Lengths::Known))
            EXPECT_DOUBLE_EQ(share, 1) << stepMm;
}

TEST(SliceShares, ThinSlicesCountByTheirStep) {
    for (const double stepMm : {0.625, 1., 2.5})
        for (const double share : sliceShares(testing::uprightGrid(200, stepMm), Lengths::Known))
            EXPECT_NEAR(share, stepMm / 5, 1e-9) << stepMm;
}

TEST(SliceShares, ThinSlicesBelowAndThickOnesAboveShareTheWayBetweenThem) {
    std::vector<double> z;
    for (int k = 0; k <= 20; ++k)
        z.push_back(k * 2.5);
    for (int k = 1; k <= 14; ++k)
        z.push_back(50 + k * 5);
    const auto shares = sliceShares(gridAt(z), Lengths::Known);
    EXPECT_NEAR(shares[3], 0.5, 1e-9);
    EXPECT_NEAR(shares[20], 0.75, 1e-9);
    EXPECT_NEAR(shares[25], 1, 1e-9);
}

TEST(SliceShares, NoStepIsBelievedThatNobodyNamedOrThatMakesAHeadTooLow) {
    const Grid thin = testing::uprightGrid(200, 1), low = testing::uprightGrid(30, 1);
    EXPECT_DOUBLE_EQ(sliceShares(thin, Lengths::Unknown)[7], 1);
    EXPECT_DOUBLE_EQ(sliceShares(low, Lengths::Known)[7], 1);
    EXPECT_DOUBLE_EQ(sliceShares(testing::uprightGrid(1, 1), Lengths::Known)[0], 1);
}

} // namespace
} // namespace hemo
