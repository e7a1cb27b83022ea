// Files that end too early, and files with bits turned over: an answer or a sentence, and the folder opens.

#include "tests/support/enhanced_ct.h"
#include "tests/support/made_zip.h"
#include "tests/support/raw_volume.h"
#include "tests/unit/damage/damage_test.h"

namespace hemo::testing {
namespace {

constexpr std::size_t kStep = 64;
constexpr int kFlips = 200;

/// What ends compressed pixels (PS3.5 A.4). Where that alone is cut off the picture is whole, and opens.
constexpr std::size_t kEndMark = 8;

class Cut : public DamageTest {
protected:
    /// No piece of it may open: all of them lack pixels. `mayLack`: bytes at the end that hold none.
    void tryAll(const std::string& whole, std::size_t mayLack = 0) {
        const Met good = tryFile(whole);
        EXPECT_EQ(good.opened, 1) << "the file is good before it is cut: " << good.sentence;
        int opened = 0, refused = 0;
        forEachCut(whole, kStep, [&](const std::string& cut) {
            const Met met = tryFile(cut);
            if (cut.size() + mayLack < whole.size()) opened += met.opened;
            refused += met.refused;
        });
        EXPECT_EQ(opened, 0);
        EXPECT_GE(refused, static_cast<int>(whole.size() / kStep));
    }
};

/// Several images in one file: what is whole may open, never more than that, and what is missing is said.
class CutInside : public DamageTest {
protected:
    void tryAll(const std::string& whole, int images, std::size_t mayLack = 0) {
        EXPECT_EQ(tryFile(whole).images, images) << "the file is good before it is cut";
        int refused = 0;
        forEachCut(whole, kStep, [&](const std::string& cut) {
            const Met met = tryFile(cut);
            if (cut.size() + mayLack >= whole.size()) return;
            EXPECT_LT(met.images, images) << cut.size();
            EXPECT_TRUE(met.opened == 0 || !met.warnings.empty()) << cut.size();
            refused += met.refused;
        });
        EXPECT_GT(refused, 0);
    }
};

class Flipped : public DamageTest {
protected:
    void tryAll(const std::string& whole) {
        EXPECT_EQ(tryFile(whole).opened, 1) << "the file is good before it is damaged";
        int opened = 0, refused = 0;
        forEachFlip(whole, kFlips, 7, [&](const std::string& damaged) {
            const Met met = tryFile(damaged);
            opened += met.opened;
            refused += met.refused;
        });
        EXPECT_GT(opened, 0) << "much of a file can be wrong without harm";
        EXPECT_GT(refused, 0);
    }
};

class CutStream : public Cut, public ::testing::WithParamInterface<const char*> {};
class FlippedStream : public Flipped, public ::testing::WithParamInterface<const char*> {};

TEST_F(Cut, PlainSlice) {
    tryAll(bytesOf(RawDicom::ctSlice(0, 1)));
}

TEST_F(Cut, BigEndianSlice) {
    tryAll(bytesOf(RawDicom::ctSlice(0, 1).form(RawDicom::Form::BigEndian)));
}

TEST_P(CutStream, CompressedSlice) {
    tryAll(bytesOf(compressedSlice(GetParam(), 0, 1)), kEndMark);
}

std::vector<std::string> volumeFiles() {
    RawNifti nifti;
    nifti.voxels = rawBytes(countedVoxels(60));
    const std::vector<std::string> lines{"type: short",
                                         "dimension: 3",
                                         "sizes: 5 4 3",
                                         "endian: little",
                                         "encoding: raw",
                                         "space: left-posterior-superior",
                                         "space directions: (2,0,0) (0,3,0) (0,0,4)",
                                         "space origin: (1,2,3)"};
    return {nifti.bytes(), gzipped(nifti.bytes()), rawNrrd(lines, nifti.voxels),
            rawMetaImage(metaFields(), nifti.voxels),
            rawMetaImage(withField(metaFields(), "CompressedData", "True"), zlibPacked(nifti.voxels))};
}

TEST_F(Cut, VolumeFiles) {
    for (const std::string& file : volumeFiles())
        tryAll(file);
}

TEST_F(Flipped, VolumeFiles) {
    for (const std::string& file : volumeFiles())
        tryAll(file);
}

TEST_F(CutInside, MultiFrame) {
    tryAll(bytesOf(enhancedCt(4)), 4);
}

TEST_F(CutInside, CompressedMultiFrame) {
    for (const char* syntax : {coding::kRle, coding::kJpegLossless, coding::kJpeg2000})
        tryAll(bytesOf(enhancedCt(3, syntax)), 3, kEndMark);
}

std::string zipOfThree() {
    const TempFolder images;
    for (int k = 0; k < 3; ++k)
        RawDicom::ctSlice(5 * k, k + 1).write(images.path() / std::to_string(k));
    return MadeZip().addFolder(images.path()).bytes();
}

TEST_F(CutInside, Zip) {
    tryAll(zipOfThree(), 3);
}

TEST_F(Flipped, Zip) {
    tryAll(zipOfThree());
}

TEST_F(Flipped, MultiFrame) {
    tryAll(bytesOf(enhancedCt(4)));
}

TEST_F(Flipped, PlainSlice) {
    tryAll(bytesOf(RawDicom::ctSlice(0, 1)));
}

TEST_F(Flipped, ImplicitSlice) {
    tryAll(bytesOf(RawDicom::ctSlice(0, 1).form(RawDicom::Form::Implicit)));
}

TEST_P(FlippedStream, CompressedSlice) {
    tryAll(bytesOf(compressedSlice(GetParam(), 0, 1)));
}

std::string nameOf(const ::testing::TestParamInfo<const char*>& info) {
    const std::string uid = info.param;
    std::string name = "Syntax";
    for (char c : uid.substr(17))
        name += c == '.' ? '_' : c;
    return name;
}

// 8-bit pictures are no CT and only listed; the others open.
constexpr std::array<const char*, 5> kOpening{coding::kRle, coding::kJpegExtended, coding::kJpegLossless,
                                              coding::kJpegLs, coding::kJpeg2000};
INSTANTIATE_TEST_SUITE_P(Each, CutStream, ::testing::ValuesIn(kOpening), nameOf);
INSTANTIATE_TEST_SUITE_P(Each, FlippedStream, ::testing::ValuesIn(kOpening), nameOf);

} // namespace
} // namespace hemo::testing
