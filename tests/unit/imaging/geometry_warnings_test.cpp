#include "core/geometry/slice_line.h"
#include "core/imaging/series/geometry_warnings.h"
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
    EXPECT_EQ(
        textOf(warnings, Kind::Gap),
        "Two slices are missing between S 2.5 and S 17.5 mm: expected a slice every 5 mm, found 15 mm.");
    EXPECT_EQ(warnings.size(), 1u) << "a gap is said once";
}

TEST(GeometryWarnings, OddGapIsNamedWithItsWidth) {
    const auto warnings = geometryWarnings(gridWithSteps({5, 5, 5, 5, 12.4, 5, 5, 5, 5}));
    EXPECT_EQ(textOf(warnings, Kind::Gap),
              "Nothing was scanned between S 2.5 and S 14.9 mm: expected a slice every 5 mm, found 12.4 mm.");
}

TEST(GeometryWarnings, TwoPitchesAreNamedWithTheirPlace) {
    const auto warnings = geometryWarnings(gridWithSteps({4.2, 4.2, 4.2, 4.2, 7.4, 7.4, 7.4, 7.4}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing), "Slice spacing changes from 4.2 to 7.4 mm at I 0.7 mm.");
    EXPECT_FALSE(hasWarning(warnings, Kind::Gap));
}

TEST(GeometryWarnings, ManyPitchesAreSummedUp) {
    const auto warnings = geometryWarnings(gridWithSteps({3, 4, 3, 4, 5, 3, 4, 5}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing),
              "Slice spacing is uneven: expected 4 mm, found 3 to 5 mm between I 17.5 and S 13.5 mm.");
}

TEST(GeometryWarnings, OneOddStepIsToldAsUneven) {
    const auto warnings = geometryWarnings(gridWithSteps({5, 5, 5, 3.5, 5, 5, 5}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing),
              "Slice spacing is uneven: expected 5 mm, found 3.5 mm between I 2.5 and S 1.0 mm.");
}

TEST(GeometryWarnings, TiltIsMeasuredFromPositionsAlone) {
    for (double degrees : {18.5, -18.5}) {
        OddStack stack;
        stack.tiltDegrees = degrees;
        EXPECT_THAT(textOf(geometryWarnings(oddGrid(stack)), Kind::Tilt),
                    ::testing::StartsWith("Gantry tilt 18.5°:"));
    }
}

/// Slices 4.22 mm apart as the table moved, 4.00 along their normal, two of them missing.
Grid tiltedGridWithAGap(double degrees) {
    OddStack stack;
    stack.tiltDegrees = degrees;
    stack.slices = 12;
    stack.sliceSpacingMm = 4.22;
    stack.missingSlices = {5, 6};
    return oddGrid(stack);
}

TEST(GeometryWarnings, DistancesOfATiltedStackAreThoseOfItsPositions) {
    for (double degrees : {18.5, -18.5}) {
        const Grid grid = tiltedGridWithAGap(degrees);
        const double below = grid.toPatient({9.5, 7.5, 4}).z, above = grid.toPatient({9.5, 7.5, 5}).z;
        ASSERT_NEAR(above - below, 3 * 4.22, 1e-9);
        EXPECT_EQ(textOf(geometryWarnings(grid), Kind::Gap),
                  "Two slices are missing between " + positionText(ViewAxis::Axial, below) + " and " +
                      positionText(ViewAxis::Axial, above) +
                      " mm: expected a slice every 4.2 mm, found 12.7 mm.");
    }
}

TEST(GeometryWarnings, PlacesOfCoronalSlicesAreFrontAndBack) {
    std::vector<PatientPoint> positions;
    for (double y : {-30, -25, -20, -15, 0, 5, 10})
        positions.push_back({0, y, 0});
    const Grid grid(9, 9, {1, 0, 0}, {0, 0, -1}, 1, 1, positions);
    EXPECT_EQ(
        textOf(geometryWarnings(grid), Kind::Gap),
        "Two slices are missing between A 15.0 and P 0.0 mm: expected a slice every 5 mm, found 15 mm.");
}

TEST(GeometryWarnings, AStackThatRunsDownIsToldFromTheLowerPlaceUp) {
    std::vector<PatientPoint> positions;
    for (double z : {30, 25, 20, 5, 0, -5})
        positions.push_back({0, 0, z});
    const Grid grid(9, 9, {-1, 0, 0}, {0, 1, 0}, 1, 1, positions); // its normal points to the feet
    EXPECT_THAT(textOf(geometryWarnings(grid), Kind::Gap),
                ::testing::StartsWith("Two slices are missing between S 5.0 and S 20.0 mm"));
}

TEST(GeometryWarnings, NoSideIsNamedWhereDirectionsAreUnknown) {
    OddStack stack;
    stack.slices = 12;
    stack.missingSlices = {5, 6};
    EXPECT_THAT(textOf(geometryWarnings(oddGrid(stack), Sides::Unknown), Kind::Gap),
                ::testing::StartsWith("Two slices are missing between 2.5 and 17.5 mm:"));
}

TEST(GeometryWarnings, TwoOddStepsAreEachPlaced) {
    const auto warnings = geometryWarnings(gridWithSteps({5, 5, 3.5, 5, 5, 5, 4, 5, 5}));
    EXPECT_EQ(textOf(warnings, Kind::UnevenSpacing),
              "Slice spacing is uneven: expected 5 mm, found 3.5 mm between I 7.5 and I 4.0 mm and 4 mm "
              "between S 11.0 and S 15.0 mm.");
}

TEST(GeometryWarnings, SidewaysJumpIsTold) {
    const Grid grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}, {0, 0, 5}, {3, 0, 10}, {0, 0, 15}});
    EXPECT_THAT(textOf(geometryWarnings(grid), Kind::Geometry), ::testing::HasSubstr("by up to 3 mm"));
}

} // namespace
} // namespace hemo::testing
