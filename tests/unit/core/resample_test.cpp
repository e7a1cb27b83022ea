#include "made_volumes.h"

#include "core/image/resample.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

/// Voxels whose HU is a linear function of their place in patient space.
VolumePtr slopeVolume(const Grid& grid) {
    std::vector<std::int16_t> voxels;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                voxels.push_back(static_cast<std::int16_t>(std::lround(2 * p.x - 3 * p.y + 5 * p.z)));
            }
    return std::make_shared<const Volume>(grid, voxels, "1.2");
}

TEST(ResampleRegular, RegularVolumeIsReturnedAsItIs) {
    const VolumePtr volume = slopeVolume(testing::uprightGrid());
    EXPECT_EQ(*resampleRegular(volume, {}), volume);
}

TEST(ResampleRegular, TiltedVolumeStaysWhereItWasInPatientSpace) {
    for (const double degrees : {18.5, -18.5}) {
        const VolumePtr volume = slopeVolume(testing::tiltedGrid(degrees));
        const VolumePtr regular = *resampleRegular(volume, {});
        EXPECT_TRUE(regular->grid().isRegular());
        int compared = 0;
        for (int k = 0; k < regular->grid().slices(); ++k)
            for (int j = 0; j < regular->grid().rows(); ++j)
                for (int i = 0; i < regular->grid().columns(); ++i) {
                    const PatientPoint p = regular->grid().toPatient({double(i), double(j), double(k)});
                    const VoxelIndex v = volume->grid().toVoxel(p);
                    const bool isInside =
                        v.i >= 1 && v.i <= 18 && v.j >= 1 && v.j <= 14 && v.k >= 0 && v.k <= 9;
                    if (!isInside) continue;
                    EXPECT_NEAR(regular->at(i, j, k), 2 * p.x - 3 * p.y + 5 * p.z, 2.0);
                    ++compared;
                }
        EXPECT_GT(compared, 1000);
    }
}

TEST(ResampleRegular, GapIsDrawnAsAGapAndNeverFilled) {
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 35., 40., 45., 50.})
        positions.push_back({0, 0, z});
    const VolumePtr volume = slopeVolume(Grid(6, 6, {1, 0, 0}, {0, 1, 0}, 1, 1, positions));
    const VolumePtr regular = *resampleRegular(volume, {});
    EXPECT_EQ(regular->valueAt({3, 3, 25}), kOutsideHu);
    EXPECT_NE(regular->valueAt({3, 3, 15}), kOutsideHu);
    EXPECT_NE(regular->valueAt({3, 3, 35}), kOutsideHu);
}

TEST(ResampleRegular, SliceFarAwayIsASentenceNotATerabyte) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 6; ++k)
        positions.push_back({k == 3 ? 1e5 : 0.0, 0, 5.0 * k});
    const auto result = resampleRegular(slopeVolume(Grid(6, 6, {1, 0, 0}, {0, 1, 0}, 1, 1, positions)), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
}

TEST(ResampleRegular, StopsWhenCancelled) {
    std::stop_source source;
    source.request_stop();
    const auto result =
        resampleRegular(slopeVolume(testing::tiltedGrid(10)), TaskContext(source.get_token()));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace hemo
