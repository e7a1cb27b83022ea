#include "made_volumes.h"

#include "core/geometry/slice_line.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

/// Slices of a gantry that leans by 18.5 degrees, the table moving 4.22 mm from each to the next.
Grid tilted(double degrees) {
    const double a = degrees * std::numbers::pi / 180;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 6; ++k)
        positions.push_back({-125, -123.5, 5.8 + 4.22 * k});
    return Grid(512, 512, {1, 0, 0}, {0, std::cos(a), std::sin(a)}, 0.488, 0.488, positions);
}

TEST(SliceLine, StepsOfATiltedStackAreThoseOfTheTable) {
    for (const double degrees : {18.5, -18.5}) {
        const Grid grid = tilted(degrees);
        const SliceLine line(grid);
        EXPECT_NEAR(grid.typicalSpacingMm(), 4.0, 0.01) << "along the normal";
        EXPECT_NEAR(line.stepMm(0), 4.22, 1e-9);
        EXPECT_NEAR(line.typicalStepMm(), 4.22, 1e-9);
    }
}

TEST(SliceLine, APositionIsWhatTheCursorShowsInTheMiddleOfTheSlice) {
    for (const double degrees : {0.0, 18.5, -18.5}) {
        const Grid grid = tilted(degrees);
        const SliceLine line(grid);
        for (int k = 0; k < grid.slices(); ++k)
            EXPECT_NEAR(line.positionMm(k), grid.toPatient({255.5, 255.5, double(k)}).z, 1e-9);
        EXPECT_NEAR(line.positionMm(3) - line.positionMm(2), line.stepMm(2), 1e-9)
            << "what is said of a step must be the difference of what is said of its ends";
    }
}

TEST(SliceLine, CoronalAndSagittalStacksAreToldAlongTheirOwnAxis) {
    const Grid coronal(10, 10, {1, 0, 0}, {0, 0, -1}, 1, 1, {{0, -30, 0}, {0, -25, 0}, {0, -20, 0}});
    EXPECT_EQ(SliceLine(coronal).axis(), ViewAxis::Coronal);
    EXPECT_DOUBLE_EQ(SliceLine(coronal).positionMm(1), -25);
    const Grid sagittal(10, 10, {0, 1, 0}, {0, 0, -1}, 1, 1, {{40, 0, 0}, {37, 0, 0}});
    EXPECT_EQ(SliceLine(sagittal).axis(), ViewAxis::Sagittal);
    EXPECT_DOUBLE_EQ(SliceLine(sagittal).positionMm(0), 40);
}

TEST(SliceLine, ASingleSliceHasAPlaceAndNoStep) {
    const Grid grid(10, 10, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 12}});
    EXPECT_DOUBLE_EQ(SliceLine(grid).positionMm(0), 12);
    EXPECT_DOUBLE_EQ(SliceLine(grid).typicalStepMm(), 0);
}

TEST(PositionText, NamesTheSideAndOneDecimal) {
    EXPECT_EQ(positionText(ViewAxis::Axial, 88.44), "S 88.4");
    EXPECT_EQ(positionText(ViewAxis::Axial, -7), "I 7.0");
    EXPECT_EQ(positionText(ViewAxis::Axial, -0.04), "S 0.0") << "no side of nothing";
    EXPECT_EQ(positionText(ViewAxis::Coronal, -7), "A 7.0");
    EXPECT_EQ(positionText(ViewAxis::Sagittal, 7), "L 7.0");
    EXPECT_EQ(positionText(ViewAxis::Sagittal, -7), "R 7.0");
}

} // namespace
} // namespace hemo
