// Real scans and odd public samples, from ../shared/data/dicom beside the repository.

#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using Kind = LoadWarning::Kind;

class RealData : public ::testing::Test {
protected:
    void SetUp() override { HEMO_NEEDS_SHARED_DATA(); }
    static fs::path data(const std::string& name) { return sharedDicom() / name; }
};

TEST_F(RealData, GeHeadHasItsTiltAndItsThreeSpacings) {
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(data("ge-head-tilt"), &loaded);
    ASSERT_TRUE(volume);
    const Grid& grid = volume->grid();
    EXPECT_EQ(grid.slices(), 28);
    EXPECT_NEAR(std::abs(grid.tiltDegrees()), 18.5, 0.05);
    std::vector<double> steps; // of the table; along the normal they are shorter by cos 18.5 degrees
    for (std::size_t k = 1; k < 28; ++k)
        steps.push_back(length(grid.slicePositions()[k] - grid.slicePositions()[k - 1]));
    EXPECT_NEAR(*std::min_element(steps.begin(), steps.end()), 1.14, 0.01);
    EXPECT_NEAR(*std::max_element(steps.begin(), steps.end()), 7.38, 0.01);
    EXPECT_NEAR(steps[0], 4.22, 0.01);
    EXPECT_NEAR(grid.typicalSpacingMm(), 4.0, 0.01);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Tilt), ::testing::StartsWith("Gantry tilt 18.5°"));
    EXPECT_EQ(textOf(loaded.info.warnings, Kind::UnevenSpacing),
              "Slice spacing changes from 4.2 to 7.4 mm at S 22.3 mm, with one step of 1.1 mm between S 21.1 "
              "and S 22.3 mm.")
        << "in places that the cursor shows in the middle of those slices";
    EXPECT_FALSE(hasWarning(loaded.info.warnings, Kind::Gap));
    EXPECT_EQ(volume->at(0, 0, 0), kOutsideHu) << "padding -1500";
    EXPECT_EQ(loaded.info.fileWindow, (WindowLevel{35, 100}));
}

TEST_F(RealData, TheGeHeadIsOneStackThatNothingBetterIsBeside) {
    const auto contents = scanFolder(data("ge-head-tilt"), {});
    ASSERT_TRUE(contents);
    ASSERT_EQ(contents->series.size(), 1u) << "two pitches and 28 slices are one scan";
    EXPECT_EQ(contents->whyBest,
              "Axial, 4.2 mm, soft kernel, no contrast named: the only series with slices.");
}

TEST_F(RealData, OfAResearchSetTheImagesOpenAndTheDrawingsAreListed) {
    const auto contents = scanFolder(data("cases/ct-ich-hu"), {});
    ASSERT_TRUE(contents);
    int open = 0, drawn = 0;
    for (const SeriesInfo& info : contents->series) {
        const bool isDrawing = info.images.at(0).file.parent_path().filename() == "masks";
        EXPECT_EQ(info.use, isDrawing ? SeriesUse::Listed : SeriesUse::Volume);
        EXPECT_EQ(info.whyListed.empty(), !isDrawing);
        ++(isDrawing ? drawn : open);
    }
    EXPECT_EQ(open, 14);
    EXPECT_EQ(drawn, 14);
}

TEST_F(RealData, OfThePhilipsStudyTheStackIsReadAndTheReasonSaid) {
    const auto contents = scanFolder(data("philips-phantom"), {});
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->bestSeriesId, contents->series[0].id);
    EXPECT_EQ(contents->series[0].description, "STD BRAIN 5MM");
    EXPECT_EQ(contents->whyBest, "Axial, 5 mm, soft kernel, without contrast: the only series with slices.");
}

TEST_F(RealData, PhilipsPhantomIsOneStackAScoutAndASummary) {
    const auto contents = scanFolder(data("philips-phantom"), {});
    ASSERT_TRUE(contents);
    ASSERT_GE(contents->series.size(), 3u);
    const SeriesInfo& stack = contents->series[0];
    EXPECT_EQ(stack.description, "STD BRAIN 5MM");
    EXPECT_EQ(stack.imageCount, 28);
    EXPECT_EQ(stack.use, SeriesUse::Volume);
    EXPECT_TRUE(stack.warnings.empty());
    EXPECT_TRUE(imaging::makeThumbnail(stack));
    for (std::size_t i = 1; i < contents->series.size(); ++i) {
        EXPECT_EQ(contents->series[i].use, SeriesUse::Listed);
        EXPECT_FALSE(contents->series[i].whyListed.empty());
    }
    const auto reasons = [&](const std::string& word) {
        return std::count_if(contents->series.begin(), contents->series.end(), [&](const SeriesInfo& s) {
            return english(s.whyListed).find(word) != std::string::npos;
        });
    };
    EXPECT_GE(reasons("scout"), 1);
    EXPECT_GE(reasons("secondary capture"), 1);
    EXPECT_EQ(contents->filesSkipped, 0) << "the DIRFILEs are directories, no files too many";
    EXPECT_TRUE(contents->warnings.empty());
}

TEST_F(RealData, LosslessCompressionsDecodeToTheSameVoxels) {
    for (const std::string image : {"CT1", "CT2"}) {
        const VolumePtr plain = loadOnly(data("cases/nema-wg04/" + image + "_UNC"));
        ASSERT_TRUE(plain);
        for (const char* compression : {"_JPLL", "_JLSL", "_J2KR", "_RLE"}) {
            const VolumePtr packed = loadOnly(data("cases/nema-wg04/" + image + compression));
            ASSERT_TRUE(packed) << image << compression;
            EXPECT_TRUE(std::ranges::equal(packed->voxels(), plain->voxels())) << image << compression;
            EXPECT_EQ(packed->grid(), plain->grid());
        }
    }
}

TEST_F(RealData, CompressedPixelsThatAreCutOffAreAnErrorNotAHalfEmptySlice) {
    for (const char* name : {"CT2_JPLL", "CT2_JLSL", "CT2_J2KR", "CT2_RLE"}) {
        const TempFolder folder;
        const fs::path copy = folder.path() / "cut";
        fs::copy_file(data(std::string("cases/nema-wg04/") + name), copy);
        fs::permissions(copy, fs::perms::owner_write, fs::perm_options::add);
        truncateFile(copy, 0.8);
        const auto contents = scanFolder(copy, {});
        ASSERT_TRUE(contents) << "the header is whole";
        const auto loaded = loadSeries(contents->series[0], {});
        ASSERT_FALSE(loaded) << name;
        EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
    }
}

TEST_F(RealData, LossyCompressionsAreCloseAndTold) {
    const VolumePtr plain = loadOnly(data("cases/nema-wg04/CT2_UNC"));
    ASSERT_TRUE(plain);
    for (const char* name : {"CT2_J2KI", "CT2_JLSN"}) {
        imaging::LoadedSeries loaded;
        const VolumePtr packed = loadOnly(data(std::string("cases/nema-wg04/") + name), &loaded);
        ASSERT_TRUE(packed);
        EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Lossy)) << name;
        double sum = 0;
        for (std::size_t i = 0; i < plain->voxels().size(); ++i)
            sum += std::abs(packed->voxels()[i] - plain->voxels()[i]);
        EXPECT_LT(sum / static_cast<double>(plain->voxels().size()), 20) << name;
    }
}

TEST_F(RealData, ChestCtOpensAsAnyCt) {
    EXPECT_TRUE(loadOnly(data("cases/nema-wg04/CT1_UNC")));
}

TEST_F(RealData, XRayIsListed) {
    const auto contents = scanFolder(data("cases/nema-wg04/RG3_RLE"), {});
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->series[0].whyListed, "These are CR images: only CT can be opened.");
}

TEST_F(RealData, SignConflictOfHeaderAndStreamGivesTheRightSign) {
    const VolumePtr volume = loadOnly(data("cases/pydicom/J2K_pixelrep_mismatch.dcm"));
    ASSERT_TRUE(volume);
    // Values that pydicom's own tests give for this file (stored = HU where the file's scale is 1 and 0).
    EXPECT_EQ(volume->at(279, 47, 0) - volume->at(279, 48, 0), 621 - 412);
    EXPECT_EQ(volume->at(279, 49, 0) - volume->at(279, 50, 0), 138 + 193) << "the sign is lost between them";
}

TEST_F(RealData, RsnaSlicesOpenDespiteTheirUids) {
    for (const auto& entry : fs::directory_iterator(data("cases/rsna"))) {
        const VolumePtr volume = loadOnly(entry.path());
        ASSERT_TRUE(volume);
        EXPECT_EQ(volume->grid().columns(), 512);
        const auto brain = std::count_if(volume->voxels().begin(), volume->voxels().end(),
                                         [](std::int16_t hu) { return hu > 0 && hu < 80; });
        EXPECT_GT(brain, 20000) << "no brain where its HU should be";
    }
}

TEST_F(RealData, ResearchSlicesInHuOpenWithWarnings) {
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(data("cases/ct-ich-hu/049_21.dcm"), &loaded);
    ASSERT_TRUE(volume);
    EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::NotCt));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), ::testing::HasSubstr("left and right"));
}

/// Every odd file gives a series or a sentence, one by one and all at once.
TEST_F(RealData, OddFilesNeverCrash) {
    for (const char* group : {"barre", "pydicom", "nema-wg04", "rsna", "ct-ich-hu"}) {
        for (const auto& entry : fs::directory_iterator(data("cases") / group)) {
            const auto contents = scanFolder(entry.path(), {});
            if (!contents) {
                EXPECT_FALSE(contents.error().message.empty()) << entry.path();
                continue;
            }
            for (const SeriesInfo& series : contents->series) {
                const auto loaded = loadSeries(series, {});
                EXPECT_TRUE(loaded || !loaded.error().message.empty()) << entry.path();
            }
        }
    }
    EXPECT_TRUE(scanFolder(data("cases"), {}));
}

/// Files that other viewers stumble over, and that hold a good CT slice.
TEST_F(RealData, OddFilesThatHoldACtSliceOpen) {
    for (const char* name : {"barre/20-wrong-transfer-syntax.dcm", "barre/54-implicit-file-meta-info.dcm",
                             "barre/CT_Explicit_Little.dcm", "barre/CT_Implicit_Little_Headless_Retired.dcm",
                             "pydicom/CT_small.dcm", "pydicom/693_J2KR.dcm", "pydicom/693_UNCI.dcm",
                             "pydicom/bad_sequence.dcm", "pydicom/explicit_VR-UN.dcm"}) {
        const auto contents = scanFolder(data("cases") / name, {});
        ASSERT_TRUE(contents) << name << ": " << contents.error().message << contents.error().detail;
        EXPECT_EQ(contents->series[0].whyListed, "") << name;
        const auto loaded = loadSeries(contents->series[0], {});
        EXPECT_TRUE(loaded) << name << ": " << loaded.error().message << loaded.error().detail;
    }
}

} // namespace
} // namespace hemo::testing
