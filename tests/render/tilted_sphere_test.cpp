// A gantry's tilt is a shear of the stack: read as a rotation or ignored it makes an egg of a ball. A ball
// scanned with a tilt of either sign must be a ball in every view, in the volume view and in every measure.

#include "core/geometry/slice_line.h"
#include "core/image/resample.h"
#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "tests/support/made_geometry.h"
#include "tests/support/temp_folder.h"
#include "viewer/render/slice_renderer.h"
#include "viewer/render/volume_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo::render {
namespace {

using namespace hemo::testing;

constexpr double kRadiusMm = 40, kPixelMm = 1.1, kTableStepMm = 2.4;
constexpr std::int16_t kBallHu = 1000;
constexpr PatientPoint kCentre{3, -7, 52};

/// A ball in air, the gantry leaning by `degrees`, the table moving along z.
Grid tiltedGrid(double degrees) {
    const double a = degrees * std::numbers::pi / 180;
    const Vec3 row{1, 0, 0}, column{0, std::cos(a), std::sin(a)};
    constexpr int kSide = 128, kSlices = 50;
    const PatientPoint corner = kCentre - row * ((kSide - 1) / 2.0 * kPixelMm) -
                                column * ((kSide - 1) / 2.0 * kPixelMm) -
                                Vec3{0, 0, (kSlices - 1) / 2.0 * kTableStepMm};
    std::vector<PatientPoint> positions;
    for (int k = 0; k < kSlices; ++k)
        positions.push_back(corner + Vec3{0, 0, k * kTableStepMm});
    return Grid(kSide, kSide, row, column, kPixelMm, kPixelMm, positions);
}

class TiltedBall : public ::testing::TestWithParam<double> {
protected:
    void SetUp() override {
        const Grid grid = tiltedGrid(GetParam());
        std::vector<std::int16_t> voxels(grid.voxelCount(), -1000);
        std::size_t n = 0;
        for (int k = 0; k < grid.slices(); ++k)
            for (int j = 0; j < grid.rows(); ++j)
                for (int i = 0; i < grid.columns(); ++i, ++n)
                    if (length(grid.toPatient({double(i), double(j), double(k)}) - kCentre) <= kRadiusMm)
                        voxels[n] = kBallHu;
        const TempFolder folder;
        std::mt19937 random(3);
        writeShuffled(Volume(grid, std::move(voxels), "1.2.826.0.1.3680043.8.498.6"), "HFS", folder.path(),
                      random);
        const std::filesystem::path path = folder.path();
        const auto contents = imaging::scanPaths(std::span(&path, 1), {});
        ASSERT_TRUE(contents);
        auto loaded = imaging::loadSeries(contents->series.at(0), {});
        ASSERT_TRUE(loaded);
        native = loaded->volume;
        regular = *resampleRegular(native, {});
    }
    VolumePtr native, regular;
};

/// How far the lit part of a picture reaches, mm.
struct Reach {
    double acrossMm = 0, downMm = 0;
    PicturePoint middle;
};

Reach reachOf(const RgbaImage& picture, double mmPerPixel) {
    int left = picture.width, right = -1, top = picture.height, bottom = -1;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            if (picture.at(x, y).r < 128) continue;
            left = std::min(left, x), right = std::max(right, x);
            top = std::min(top, y), bottom = std::max(bottom, y);
        }
    return {(right - left + 1) * mmPerPixel,
            (bottom - top + 1) * mmPerPixel,
            {(left + right) / 2.0, (top + bottom) / 2.0}};
}

TEST_P(TiltedBall, IsRoundInEveryView) {
    ASSERT_NEAR(native->grid().tiltDegrees(), GetParam(), 1e-3);
    SliceRenderer renderer;
    for (const ViewAxis axis : {ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal}) {
        SliceRequest request;
        request.native = native, request.regular = regular;
        request.plane = viewPlane(native->grid(), axis, kCentre, 1, 0, 0, 600, 600);
        request.window = {0, 2};
        const Reach reach = reachOf(renderer.render(request), request.plane.mmPerPixel);
        // The axial view shows the slice nearest to the middle: up to half a step beside it.
        const double voxel = axis == ViewAxis::Axial ? kPixelMm + 0.1 : kTableStepMm + 0.1;
        EXPECT_NEAR(reach.acrossMm, 2 * kRadiusMm, voxel) << "view " << int(axis);
        EXPECT_NEAR(reach.downMm, 2 * kRadiusMm, voxel) << "view " << int(axis);
        EXPECT_LT(length(request.plane.toPatient(reach.middle) - kCentre), kTableStepMm)
            << "view " << int(axis);
    }
}

/// Along the body's diagonals an egg would show that hides along the axes.
TEST_P(TiltedBall, IsAsWideAlongEveryDirection) {
    for (const Vec3 direction : {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}, Vec3{0, 1, 1}, Vec3{0, 1, -1},
                                 Vec3{1, 1, 1}, Vec3{-1, 1, 1}, Vec3{1, -1, 1}, Vec3{1, 1, -1}})
        for (const VolumePtr& volume : {native, regular}) {
            const Vec3 along = normalized(direction);
            double low = 0, high = 0;
            for (double mm = -70; mm <= 70; mm += 0.1)
                if (volume->valueAt(kCentre + along * mm) > 0)
                    low = std::min(low, mm), high = std::max(high, mm);
            EXPECT_NEAR(high - low, 2 * kRadiusMm, kTableStepMm)
                << (volume == native ? "native" : "regular") << " along " << directionLetters(direction);
        }
}

TEST_P(TiltedBall, HasTheVolumeOfABall) {
    const double wanted = 4.0 / 3 * std::numbers::pi * std::pow(kRadiusMm, 3);
    for (const VolumePtr& volume : {native, regular}) {
        const Grid& grid = volume->grid();
        const auto count = std::count_if(volume->voxels().begin(), volume->voxels().end(),
                                         [](std::int16_t hu) { return hu > 0; });
        const double voxelMm3 = grid.columnSpacingMm() * grid.rowSpacingMm() * grid.typicalSpacingMm();
        EXPECT_NEAR(double(count) * voxelMm3 / wanted, 1, 0.02) << (volume == native ? "native" : "regular");
    }
}

TEST_P(TiltedBall, IsRoundInTheVolumeView) {
    const VoxelBox box = volumeSource(*regular, VolumePreset::Bone).box;
    std::array<double, 3> low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
    for (int k = 0; k < box.slices; ++k)
        for (int j = 0; j < box.rows; ++j)
            for (int i = 0; i < box.columns; ++i) {
                if (box.hu[box.index(i, j, k)] < 0) continue;
                const PatientPoint p = box.at(i, j, k);
                const std::array<double, 3> at{p.x, p.y, p.z};
                for (std::size_t axis = 0; axis < 3; ++axis)
                    low[axis] = std::min(low[axis], at[axis]), high[axis] = std::max(high[axis], at[axis]);
            }
    for (std::size_t axis = 0; axis < 3; ++axis)
        EXPECT_NEAR(high[axis] - low[axis], 2 * kRadiusMm, 1.5 * kTableStepMm) << "axis " << axis;
    EXPECT_NEAR((low[1] + high[1]) / 2, kCentre.y, kTableStepMm);
    EXPECT_NEAR((low[2] + high[2]) / 2, kCentre.z, kTableStepMm);
}

TEST_P(TiltedBall, SlicesAreToldAsFarApartAsTheTableMoved) {
    EXPECT_NEAR(SliceLine(native->grid()).typicalStepMm(), kTableStepMm, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(Degrees, TiltedBall, ::testing::Values(-20.0, 0.0, 20.0));

} // namespace
} // namespace hemo::render
