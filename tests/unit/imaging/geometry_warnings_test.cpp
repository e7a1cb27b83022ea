#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {
namespace {

using imaging::geometryWarnings;
using Kind = LoadWarning::Kind;

Grid gridWithSteps(std::vector<double> stepsMm) {
    OddStack stack;
    stack.stepsMm = std::move(stepsMm);
    return oddGrid(stack);
}

TEST(GeometryWarnings, EvenStackHasNone) {
    EXPECT_TRUE(geometryWarnings(oddGrid({})).empty());
}

TEST(GeometryWarnings, SingleSliceHasNone) {
    EXPECT_TRUE(geometryWarnings(gridWithSteps({})).empty());
}

TEST(GeometryWarnings, PositionsRoundedToATenthAreNotUneven) {
    EXPECT_TRUE(geometryWarnings(gridWithSteps({0.6, 0.7, 0.6, 0.6, 0.6, 0.7, 0.6, 0.7})).empty());
}

TEST(GeometryWarnings, MissingSlicesAreCountedAndPlaced) {
    OddStack stack;
    stack.slices = 12;
    stack.missingSlices = {5, 6};
    const auto warnings = geometryWarnings(oddGrid(stack));
    // slices lie at -17.5 + 5 k
    EXPECT_EQ(textOf(warnings, Kind::Gap), "Two slices are missing between 2.5 and 17.5 mm.");
    EXPECT_EQ(warnings.size(), 1u) << "a gap is said once";
}

TEST(GeometryWarnings, OddGapIsNamedWithItsWidth) {
    const auto warnings = geometryWarnings(gridWithSteps({5, 5, 5, 5, 12.4, 5, 5, 5, 5}));
    EXPECT_EQ(textOf(warnings, Kind::Gap),
              "Nothing was scanned between 2.5 and 14.9 mm: a gap of 12.4 mm where slices lie 5 mm apart.");
}

TEST(GeometryWarnings, TwoPitchesAreNamedWithTheirPlace) {
    const auto warnings = geometryWarnings(gridWithSteps({4.2, 4.2, 4.2, 4.2, 7.4, 7.4, 7.4, 7.4}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing), "Slice spacing changes from 4.2 to 7.4 mm at -0.7 mm.");
    EXPECT_FALSE(hasWarning(warnings, Kind::Gap));
}

TEST(GeometryWarnings, ManyPitchesAreSummedUp) {
    const auto warnings = geometryWarnings(gridWithSteps({3, 4, 3, 4, 5, 3, 4, 5}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing), "Slice spacing is uneven: it varies from 3 to 5 mm.");
}

TEST(GeometryWarnings, OneOddStepIsToldAsUneven) {
    const auto warnings = geometryWarnings(gridWithSteps({5, 5, 5, 3.5, 5, 5, 5}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing), "Slice spacing is uneven: it varies from 3.5 to 5 mm.");
}

TEST(GeometryWarnings, TiltIsMeasuredFromPositionsAlone) {
    for (double degrees : {18.5, -18.5}) {
        OddStack stack;
        stack.tiltDegrees = degrees;
        EXPECT_THAT(textOf(geometryWarnings(oddGrid(stack)), Kind::Tilt),
                    ::testing::StartsWith("Gantry tilt 18.5°:"));
    }
}

TEST(GeometryWarnings, SidewaysJumpIsTold) {
    const Grid grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}, {0, 0, 5}, {3, 0, 10}, {0, 0, 15}});
    EXPECT_THAT(textOf(geometryWarnings(grid), Kind::Geometry), ::testing::HasSubstr("by up to 3 mm"));
}

} // namespace
} // namespace hemo::testing
