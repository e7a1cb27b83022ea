#include "volume_files_test.h"

#include <limits>

namespace hemo {
namespace {

using namespace testing;
using ::testing::HasSubstr;

TEST_F(VolumeFiles, ImpossiblePlacesAndSizesAreDamageNotACrash) {
    const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
    const auto isRefused = [&](const RawNifti& raw) {
        return entryOf(write("a.nii", raw.bytes())).use == SeriesUse::Listed;
    };
    for (const float odd : {nan, inf, -inf, 0.f, 1e30f}) {
        RawNifti raw = counted();
        raw.rows[0] = odd;
        EXPECT_TRUE(isRefused(raw)) << odd;
        raw = counted();
        raw.sformCode = 0, raw.pixdim[2] = odd;
        EXPECT_TRUE(isRefused(raw)) << odd;
        raw.qformCode = 1;
        EXPECT_TRUE(isRefused(raw)) << odd;
    }
    for (const float odd : {nan, inf, 1e30f}) {
        RawNifti raw = counted();
        raw.rows[3] = odd;
        EXPECT_TRUE(isRefused(raw)) << odd;
        raw = counted();
        raw.sformCode = 0, raw.qformCode = 1, raw.quaternion[0] = odd;
        EXPECT_TRUE(isRefused(raw)) << odd;
        raw = counted();
        raw.voxelOffset = 352;
        std::string bytes = raw.bytes();
        bytes.replace(108, 4, reinterpret_cast<const char*>(&odd), 4);
        EXPECT_EQ(entryOf(write("b.nii", bytes)).use, SeriesUse::Listed);
    }
    RawNifti raw = counted();
    raw.dim[3] = -3;
    EXPECT_TRUE(isRefused(raw));
}

TEST_F(VolumeFiles, SizesThatTheFileCannotHoldAreRefusedBeforeMemoryIsTaken) {
    RawNifti raw = counted();
    raw.dim = {3, 16000, 16000, 16000, 1, 1, 1, 1}; // 8 TB
    EXPECT_THAT(entryOf(write("a.nii", raw.bytes())).whyListed, HasSubstr("damaged"));
    EXPECT_THAT(entryOf(write("a.nii.gz", gzipped(raw.bytes()))).whyListed, HasSubstr("damaged"));
    auto lines = nrrdLines();
    lines[2] = "sizes: 16000 16000 16000";
    EXPECT_THAT(entryOf(write("a.nrrd", rawNrrd(lines, raw.voxels))).whyListed, HasSubstr("damaged"));
}

/// ITK fills what is missing with zeros, which is water where blood may have been.
TEST_F(VolumeFiles, FilesCutOffAnywhereNeverOpen) {
    auto packedLines = nrrdLines();
    packedLines[4] = "encoding: gzip";
    const std::string voxels = rawBytes(countedVoxels(60));
    for (const auto& [name, whole] : {std::pair<std::string, std::string>{"a.nii", counted().bytes()},
                                      {"a.nii.gz", gzipped(counted().bytes())},
                                      {"a.nrrd", rawNrrd(nrrdLines(), voxels)},
                                      {"b.nrrd", rawNrrd(packedLines, gzipped(voxels))}}) {
        ASSERT_TRUE(load(write(name, whole))) << name << why;
        for (std::size_t keep = 0; keep < whole.size(); keep += 3)
            EXPECT_FALSE(load(write(name, whole.substr(0, keep)))) << name << " " << keep;
    }
}

TEST_F(VolumeFiles, WrongCheckSumOfAPackedFileIsDamage) {
    std::string packed = gzipped(counted().bytes());
    packed[packed.size() - 6] ^= 1; // in the sum behind the data
    EXPECT_FALSE(load(write("a.nii.gz", packed)));
    EXPECT_THAT(why, HasSubstr("damaged"));
}

TEST_F(VolumeFiles, NoFlippedBitOfAHeaderCrashes) {
    const std::string nifti = counted().bytes();
    const std::string nrrd = rawNrrd(nrrdLines(), rawBytes(countedVoxels(60)));
    const auto openedWithFlips = [&](const std::string& name, const std::string& whole, std::size_t header) {
        int opened = 0;
        for (std::size_t bit = 0; bit < 8 * header; bit += 3) {
            std::string bytes = whole;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            opened += load(write(name, bytes)) ? 1 : 0;
        }
        return opened;
    };
    EXPECT_GT(openedWithFlips("a.nii", nifti, 348), 500); // most of the header is text
    EXPECT_GT(openedWithFlips("a.nrrd", nrrd, nrrd.size() - 120), 0);
}

} // namespace
} // namespace hemo
