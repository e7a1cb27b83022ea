#include "tests/unit/imaging/imaging_test.h"

#include <array>

namespace hemo::testing {
namespace {

struct Cosines {
    Vec3 row, column;
};

/// All 24 right-angled ways to hold a picture: every flip and every permutation of the axes.
std::vector<Cosines> allCosines() {
    const std::array<Vec3, 6> axes{{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}};
    std::vector<Cosines> all;
    for (Vec3 row : axes)
        for (Vec3 column : axes)
            if (dot(row, column) == 0) all.push_back({row, column});
    return all;
}

/// A stack of air with one bright voxel nearest to `mark`.
VolumePtr volumeWithMark(const Cosines& cosines, PatientPoint mark) {
    const Vec3 normal = cross(cosines.row, cosines.column);
    const PatientPoint corner = PatientPoint{} - cosines.row * 28.5 - cosines.column * 22.5 - normal * 12;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 9; ++k)
        positions.push_back(corner + normal * (3.0 * k));
    Grid grid(20, 16, cosines.row, cosines.column, 3, 3, positions);
    std::vector<std::int16_t> voxels(grid.voxelCount(), -1000);
    const VoxelIndex v = grid.toVoxel(mark);
    const auto i = std::lround(v.i), j = std::lround(v.j), k = std::lround(v.k);
    voxels[static_cast<std::size_t>((k * 16 + j) * 20 + i)] = kMarkHu;
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), "1.2.3.4");
}

TEST(Orientation, AMarkOnThePatientsLeftIsOnTheLeftAfterLoadingHoweverThePictureIsHeld) {
    ASSERT_EQ(allCosines().size(), 24u);
    const PatientPoint mark{10.5, -7.5, 6};
    for (const Cosines& cosines : allCosines()) {
        const TempFolder folder;
        const VolumePtr made = volumeWithMark(cosines, mark);
        ASSERT_TRUE(imaging::writeSeries(*made, {}, folder.path(), {}));
        const VolumePtr loaded = loadOnly(folder.path());
        ASSERT_TRUE(loaded);
        const PatientPoint found = markOf(*loaded);
        EXPECT_GT(found.x, 0) << "left became right";
        EXPECT_LT(found.y, 0) << "front became back";
        EXPECT_GT(found.z, 0) << "top became bottom";
        EXPECT_LT(length(found - mark), 2.7) << "more than half a voxel off";
        EXPECT_EQ(loaded->grid(), made->grid());
    }
}

TEST(Orientation, ThumbnailShowsThePatientsLeftOnTheRight) {
    const PatientPoint mark{10.5, -7.5, 0}; // in the middle slice along z
    for (const Cosines& cosines : allCosines()) {
        if (std::abs(cross(cosines.row, cosines.column).z) < 0.5) continue; // axial ones
        const TempFolder folder;
        ASSERT_TRUE(imaging::writeSeries(*volumeWithMark(cosines, mark), {}, folder.path(), {}));
        const auto contents = scanFolder(folder.path(), {});
        ASSERT_TRUE(contents);
        const RgbaImagePtr picture = imaging::makeThumbnail(contents->series.front());
        ASSERT_TRUE(picture);
        int brightX = -1, brightY = -1;
        for (int y = 0; y < picture->height; ++y)
            for (int x = 0; x < picture->width; ++x)
                if (picture->at(x, y).r > 200) brightX = x, brightY = y;
        EXPECT_GT(brightX, picture->width / 2);
        EXPECT_LT(brightY, picture->height / 2) << "the front is not on top";
    }
}

TEST(Orientation, TiltedStackKeepsEveryVoxelWhereItWasAcquired) {
    const TempFolder folder;
    OddStack stack;
    stack.tiltDegrees = 18.5;
    writeOddSeries(stack, folder.path());
    const VolumePtr made = oddVolume(stack), loaded = loadOnly(folder.path());
    ASSERT_TRUE(loaded);
    for (const VoxelIndex v : {VoxelIndex{0, 0, 0}, {19, 15, 6}, {3, 11, 2}})
        EXPECT_LT(length(loaded->grid().toPatient(v) - made->grid().toPatient(v)), 1e-6);
    EXPECT_LT(length(markOf(*loaded) - markOf(*made)), 1e-6);
}

} // namespace
} // namespace hemo::testing
