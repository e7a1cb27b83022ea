#include "core/classify/findings/abc_half.h"
#include "core/geometry/voxels.h"
#include "core/marks/measure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo {
namespace {

Grid fineGrid() {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 60; ++k)
        positions.push_back({-60, -60, k * 1.5 - 45});
    return Grid(121, 121, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
}

/// Turned in the slice by `turn` radians.
BleedOutline ellipsoid(const Grid& grid, double rx, double ry, double rz, double turn) {
    BleedOutline outline;
    for (int k = 0; k < grid.slices(); ++k)
        for (std::size_t n = 0; n < grid.voxelsPerSlice(); ++n) {
            const PatientPoint p = grid.toPatient(grid.voxelOfSlice(n, k));
            const double x = p.x * std::cos(turn) + p.y * std::sin(turn),
                         y = p.y * std::cos(turn) - p.x * std::sin(turn);
            if (x * x / (rx * rx) + y * y / (ry * ry) + p.z * p.z / (rz * rz) > 1) continue;
            outline.voxels.push_back(static_cast<std::uint32_t>(k * grid.voxelsPerSlice() + n));
            outline.volumeMl += voxelVolumeMl(grid, k);
        }
    return outline;
}

double lengthOf(const std::array<PatientPoint, 2>& ends) {
    return length(ends[1] - ends[0]);
}

TEST(AbcHalf, FindsTheDiametersOfAnEllipsoidHoweverItLies) {
    const Grid grid = fineGrid();
    for (const double turn : {0.0, 0.4, 1.2}) {
        const auto found = diametersOf(ellipsoid(grid, 25, 15, 20, turn), grid);
        ASSERT_TRUE(found);
        EXPECT_NEAR(lengthOf(found->a), 50, 2) << turn;
        EXPECT_NEAR(lengthOf(found->b), 30, 2) << turn;
        EXPECT_NEAR(dot(normalized(found->a[1] - found->a[0]), normalized(found->b[1] - found->b[0])), 0,
                    0.18);
        EXPECT_NEAR(grid.sliceOffsetMm(found->slice) - 45, 0, 3) << "where it is largest";
    }
}

TEST(AbcHalf, HalfTheProductIsAboutTheVolumeOfAnEllipsoid) {
    const Grid grid = fineGrid();
    for (const double scale : {0.5, 0.8, 1.0}) {
        const BleedOutline outline = ellipsoid(grid, 25 * scale, 15 * scale, 20 * scale, 0.3);
        const auto found = diametersOf(outline, grid);
        const Mark mark{MarkId{1},
                        Mark::Shape::AbcHalf,
                        {{1, 0, 0}, {0, 1, 0}},
                        {found->a[0], found->a[1], found->b[0], found->b[1], found->c[0], found->c[1]},
                        {}};
        EXPECT_NEAR(abcHalfMl(mark), outline.volumeMl, 0.15 * outline.volumeMl) << scale;
    }
}

TEST(AbcHalf, OfNothingThereIsNone) {
    EXPECT_FALSE(diametersOf({}, fineGrid()));
}

} // namespace
} // namespace hemo
