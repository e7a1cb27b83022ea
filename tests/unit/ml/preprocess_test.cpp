#include "core/image/probability_map.h"
#include "ml/reader/picture/preprocess.h"
#include "tests/unit/ml/marked_volume.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

using test::makeMarkedVolume;

/// A grid of 2.0 x 1.6 mm pixels about the origin whose rows run along `row` and columns along `column`.
Grid gridAlong(Vec3 row, Vec3 column, int slices = 5) {
    const int columns = 120, rows = 150;
    const double columnMm = 2.0, rowMm = 1.6;
    const Vec3 normal = cross(row, column);
    std::vector<PatientPoint> positions;
    for (int k = 0; k < slices; ++k)
        positions.push_back(PatientPoint{} - row * (columnMm * (columns - 1) / 2) -
                            column * (rowMm * (rows - 1) / 2) + normal * (5.0 * (k - slices / 2)));
    return Grid(columns, rows, row, column, columnMm, rowMm, positions);
}

struct Lie {
    const char* name;
    Vec3 row, column;
};
/// Every way an axial slice can lie in its file: supine, prone, on either side, and each mirrored.
const Lie kLies[]{{"supine", {1, 0, 0}, {0, 1, 0}},       {"prone", {-1, 0, 0}, {0, -1, 0}},
                  {"turned left", {0, 1, 0}, {-1, 0, 0}}, {"turned right", {0, -1, 0}, {1, 0, 0}},
                  {"feet first", {-1, 0, 0}, {0, 1, 0}},  {"feet first prone", {1, 0, 0}, {0, -1, 0}},
                  {"transposed", {0, 1, 0}, {1, 0, 0}},   {"transposed back", {0, -1, 0}, {-1, 0, 0}}};

const PatientPoint kMark{38, -52, 0}; // left frontal

ModelInfo infoOf(int size) {
    ModelInfo info;
    info.inputSize = size;
    return info;
}

/// Centre of mass of what is over 0.9.
std::array<double, 2> brightPlace(const Plane& plane) {
    double x = 0, y = 0, sum = 0;
    for (int j = 0; j < plane.height; ++j)
        for (int i = 0; i < plane.width; ++i)
            if (plane.at(i, j) > 0.7f) x += i, y += j, ++sum;
    EXPECT_GT(sum, 0);
    return {x / sum, y / sum};
}

TEST(Preprocess, EveryLieOfTheSliceIsTurnedUpright) {
    for (const Lie& lie : kLies) {
        const auto volume = makeMarkedVolume(gridAlong(lie.row, lie.column), kMark, 9);
        const Crop crop = cropOf(*volume, 128);
        const auto [x, y] = brightPlace(networkPlane(*volume, 2, crop, infoOf(128)));
        // The patient's left is on the picture's right, anterior is up; 230 mm over 128 pixels.
        EXPECT_NEAR(x, 63.5 + kMark.x / 230 * 128, 1.5) << lie.name;
        EXPECT_NEAR(y, 63.5 + kMark.y / 230 * 128, 1.5) << lie.name;
    }
}

TEST(Preprocess, HeatComesBackToWhereItsEvidenceLies) {
    for (const Lie& lie : kLies) {
        const Grid grid = gridAlong(lie.row, lie.column);
        const auto volume = makeMarkedVolume(grid, kMark, 9);
        const Crop crop = cropOf(*volume, 128);
        Plane heat = networkPlane(*volume, 2, crop, infoOf(128));
        for (float& v : heat.values)
            v = v > 0.7f ? 1 : 0;
        heat = resamplePlane(heat, AxisMap::fit(128, 32), 32, AxisMap::fit(128, 32), 32, 0);
        const HeatSize size = heatSize(grid, crop, 128, 32);
        ProbabilityMap map{coarseGrid(grid, size.columns, size.rows), {}};
        const auto values = heatOnGrid(heat, crop, 128, grid, size);
        ASSERT_EQ(values.size(), std::size_t(size.columns) * size.rows);
        map.values.resize(map.grid.voxelCount());
        std::copy(values.begin(), values.end(), map.values.begin() + 2 * std::ptrdiff_t(values.size()));
        EXPECT_GT(map.valueAt(kMark), 0.6) << lie.name;
        EXPECT_LT(map.valueAt({-kMark.x, kMark.y, 0}), 0.01) << lie.name;
        EXPECT_LT(map.valueAt({kMark.x, -kMark.y, 0}), 0.01) << lie.name;
        EXPECT_LT(map.valueAt(kMark + Vec3{0, 0, 5}), 0.01) << lie.name;
    }
}

TEST(Preprocess, ALargeFieldOfViewIsReadAtTheTrainingScale) {
    // The same head with pixels of 1 mm and of 1.9 mm: the network must see the same picture.
    const auto plane = [](double spacing, int pixels, double shift) {
        std::vector<PatientPoint> positions;
        for (int k = 0; k < 3; ++k)
            positions.push_back({-spacing * (pixels - 1) / 2 + shift, -spacing * (pixels - 1) / 2, 5.0 * k});
        const Grid grid(pixels, pixels, {1, 0, 0}, {0, 1, 0}, spacing, spacing, positions);
        auto voxels = std::vector<std::int16_t>(grid.voxelCount(), -1000);
        for (std::size_t v = 0; v < voxels.size(); ++v) {
            const int i = int(v % std::size_t(pixels)), j = int(v / std::size_t(pixels)) % pixels;
            const PatientPoint p = grid.toPatient({double(i), double(j), 0});
            if (std::hypot(p.x / 70, p.y / 85) < 1) voxels[v] = std::hypot(p.x - 30, p.y + 40) < 15 ? 70 : 30;
        }
        const Volume volume(grid, std::move(voxels), "1");
        return networkPlane(volume, 1, cropOf(volume, 64), infoOf(64));
    };
    const Plane narrow = plane(1.0, 240, 0), wide = plane(1.9, 260, 55);
    double difference = 0;
    for (std::size_t v = 0; v < narrow.values.size(); ++v)
        difference += std::abs(narrow.values[v] - wide.values[v]);
    EXPECT_LT(difference / double(narrow.values.size()), 0.02);
}

TEST(Preprocess, AnImpossiblePixelSpacingIsNotBelieved) {
    // A head in a file that says nothing of its spacing, read as 1 mm: 2.2 times too large.
    const Grid real = gridAlong({1, 0, 0}, {0, 1, 0});
    const auto head = makeMarkedVolume(real, kMark, 9);
    const Grid claimed(real.columns(), real.rows(), {1, 0, 0}, {0, 1, 0}, 4.4, 3.52, real.slicePositions());
    const Volume volume(claimed, {head->voxels().begin(), head->voxels().end()}, "1");
    const Crop crop = cropOf(volume, 128);
    EXPECT_GT(crop.fieldMm, 400);
    const auto [x, y] = brightPlace(networkPlane(volume, 2, crop, infoOf(128)));
    EXPECT_NEAR(x, 63.5 + kMark.x / 230 * 128, 5);
    EXPECT_NEAR(y, 63.5 + kMark.y / 230 * 128, 5);
    EXPECT_EQ(cropOf(*head, 128).fieldMm, kTrainingFieldMm);
}

TEST(Preprocess, ASmallPictureWithoutPixelSpacingIsNotReadAsIfItsPixelsWereAMillimetre) {
    // With each of these pixel sizes the head could be one.
    const Grid real = gridAlong({1, 0, 0}, {0, 1, 0});
    const auto head = makeMarkedVolume(real, kMark, 9);
    for (const double mm : {0.7, 1.0, 1.3}) {
        const Grid unknown(real.columns(), real.rows(), {1, 0, 0}, {0, 1, 0}, 2.0 * mm, 1.6 * mm,
                           real.slicePositions());
        const Volume volume(unknown, {head->voxels().begin(), head->voxels().end()}, "1");
        const Crop crop = cropOf(volume, 128, Lengths::Unknown);
        EXPECT_NEAR(crop.fieldMm, cropOf(*head, 128, Lengths::Unknown).fieldMm * mm, 1e-6);
        EXPECT_EQ(cropOf(volume, 128).fieldMm, kTrainingFieldMm);
    }
}

TEST(Preprocess, ABrightFrameRoundThePictureIsNoPartOfTheHead) {
    const Grid grid = gridAlong({1, 0, 0}, {0, 1, 0});
    const auto head = makeMarkedVolume(grid, kMark, 9);
    std::vector<std::int16_t> framed(head->voxels().begin(), head->voxels().end());
    for (std::size_t v = 0; v < framed.size(); ++v) {
        const std::size_t n = v % grid.voxelsPerSlice(), x = n % grid.columns(), y = n / grid.columns();
        if (x < 4 || x >= std::size_t(grid.columns()) - 7 || y < 5 || y >= std::size_t(grid.rows()) - 3)
            framed[v] = 80;
    }
    const Volume volume(grid, framed, "1");
    for (const Lengths lengths : {Lengths::Known, Lengths::Unknown}) {
        const Crop without = cropOf(*head, 64, lengths), with = cropOf(volume, 64, lengths);
        EXPECT_EQ(with.fieldMm, without.fieldMm);
        EXPECT_EQ(with.right, without.right);
        EXPECT_EQ(with.down, without.down);
        EXPECT_EQ(networkPlane(volume, 2, with, infoOf(64)).values,
                  networkPlane(*head, 2, without, infoOf(64)).values);
    }
}

TEST(Preprocess, TissueAtTheEdgeOfASmallFieldOfViewIsNoFrame) {
    // Brain with little noise to every edge, an airy sinus a little further in: a field of view in the head.
    const Grid grid = gridAlong({1, 0, 0}, {0, 1, 0});
    std::vector<std::int16_t> hu(grid.voxelCount());
    for (std::size_t v = 0; v < hu.size(); ++v) {
        const std::size_t y = v % grid.voxelsPerSlice() / grid.columns();
        hu[v] = std::int16_t(y == 20 ? -900 : 26 + int((v * 7919 + 4) % 9));
    }
    ASSERT_EQ(hu[0], 30) << "the corner is as dense as most of it";
    const Crop crop = cropOf(Volume(grid, hu, "1"), 64);
    EXPECT_EQ(crop.columns, (Crop::Part{0, grid.columns()}));
    EXPECT_EQ(crop.rows, (Crop::Part{0, grid.rows()}));
}

TEST(Preprocess, APictureThatIsEvenThroughoutHasNoFrame) {
    const Grid grid = gridAlong({1, 0, 0}, {0, 1, 0});
    const Crop crop = cropOf(Volume(grid, std::vector<std::int16_t>(grid.voxelCount(), 13), "1"), 64);
    EXPECT_EQ(crop.columns, (Crop::Part{0, grid.columns()}));
    EXPECT_EQ(crop.rows, (Crop::Part{0, grid.rows()}));
}

TEST(Preprocess, PaddingOutsideTheScanIsAir) {
    const Grid grid(40, 40, {1, 0, 0}, {0, 1, 0}, 5, 5, {{-100, -100, 0}});
    std::vector<std::int16_t> voxels(grid.voxelCount(), kOutsideHu);
    const Volume volume(grid, voxels, "1");
    for (const float v : networkPlane(volume, 0, cropOf(volume, 64), infoOf(64)).values)
        EXPECT_EQ(v, 0);
}

TEST(Preprocess, TheWindowEndsAtZeroAndEighty) {
    const Grid grid = gridAlong({1, 0, 0}, {0, 1, 0}, 1);
    for (const auto& [hu, grey] : {std::pair(-20, 0.f), {0, 0.f}, {40, 0.5f}, {80, 1.f}, {900, 1.f}}) {
        const Volume volume(grid, std::vector<std::int16_t>(grid.voxelCount(), std::int16_t(hu)), "1");
        EXPECT_NEAR(networkPlane(volume, 0, cropOf(volume, 64), infoOf(64)).at(32, 32), grey, 1e-5) << hu;
    }
}

TEST(Preprocess, ThinSlicesAreAveragedToTheTrainingThickness) {
    std::vector<double> z;
    for (int k = 0; k < 21; ++k)
        z.push_back(0.5 * k);
    std::vector<PatientPoint> positions;
    for (const double at : z)
        positions.push_back({-100, -100, at});
    const Grid grid(100, 100, {1, 0, 0}, {0, 1, 0}, 2, 2, positions);
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (std::size_t v = 0; v < voxels.size(); ++v) // slices alternate between 20 and 60
        voxels[v] = (v / grid.voxelsPerSlice()) % 2 ? 60 : 20;
    const Volume volume(grid, std::move(voxels), "1");
    const Plane plane = networkPlane(volume, 10, cropOf(volume, 64), infoOf(64));
    EXPECT_NEAR(plane.at(32, 32), 0.5, 0.06);
}

} // namespace
} // namespace hemo::ml
