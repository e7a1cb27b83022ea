#include "volume_files_test.h"

#include "core/imaging/read/thumbnail.h"

#include <cmath>
#include <limits>
#include <thread>

namespace hemo {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using Kind = LoadWarning::Kind;

/// The numbers 0, 1, 2 in every order.
constexpr std::array<std::array<int, 3>, 6> kAxisOrders{
    {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};

TEST_F(VolumeFiles, MarkOnThePatientsLeftStaysThereInEveryMirroringAndAxisOrder) {
    constexpr std::array kLow{-11., -7., -5.}, kSize{2., 3., 4.}; // right, anterior, superior
    constexpr std::array kCount{5, 4, 3};
    for (const auto& axes : kAxisOrders)
        for (int signs = 0; signs < 8; ++signs) {
            RawNifti raw;
            std::array<int, 3> mark{}; // leftmost, foremost, topmost voxel
            for (int v = 0; v < 3; ++v) {
                const int a = axes[v]; // the patient's axis that the file's axis v follows
                const bool isUp = (signs >> v & 1) == 0, marksHighEnd = a != 0;
                raw.dim[v + 1] = kCount[a];
                raw.pixdim[v + 1] = float(kSize[a]);
                for (int w = 0; w < 3; ++w)
                    raw.rows[4 * w + v] = w == a ? float(isUp ? kSize[a] : -kSize[a]) : 0;
                raw.rows[4 * a + 3] = float(isUp ? kLow[a] : kLow[a] + kSize[a] * (kCount[a] - 1));
                mark[v] = isUp == marksHighEnd ? kCount[a] - 1 : 0;
            }
            std::vector<std::int16_t> voxels = countedVoxels(60);
            voxels[(mark[2] * raw.dim[2] + mark[1]) * raw.dim[1] + mark[0]] = kMarkHu;
            raw.voxels = rawBytes(voxels);
            const auto loaded = loadGood(write("mark.nii", raw.bytes()));
            // LPS: left is +x, front is -y.
            EXPECT_EQ(loaded.volume->valueAt({11, -2, 3}), kMarkHu) << signs << " " << axes[0] << axes[1];
            EXPECT_NE(loaded.volume->valueAt({3, -2, 3}), kMarkHu);
            EXPECT_TRUE(loaded.info.areDirectionsKnown);
        }
}

TEST_F(VolumeFiles, ScanNamesAVolumeNeutrallyAndSaysWhatItLacks) {
    const SeriesInfo info = entryOf(write("Mueller Anna.nii", counted().bytes()));
    EXPECT_EQ(info.use, SeriesUse::Volume);
    EXPECT_EQ(info.format, SeriesFormat::Nifti);
    EXPECT_EQ(info.description, "NIfTI volume");
    EXPECT_EQ(info.modality, "");
    EXPECT_EQ(info.imageCount, 3);
    EXPECT_EQ(textOf(info.warnings, Kind::Other),
              "A NIfTI file names no patient, no scanner and no kVp; positions come from its sform.");
    EXPECT_NE(imaging::makeThumbnail(info), nullptr);
}

TEST_F(VolumeFiles, TwoVolumesWithoutAPatientAreNotOneStudy) {
    write("a.nii", counted().bytes());
    write("b.nii", counted().bytes());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    ASSERT_EQ(contents->series.size(), 2u);
    EXPECT_NE(contents->series[0].studyInstanceUid, contents->series[1].studyInstanceUid);
    EXPECT_NE(contents->series[0].id, contents->series[1].id);
    EXPECT_EQ(contents->filesSkipped, 0);
}

TEST_F(VolumeFiles, VolumesLieBesideDicomInOneList) {
    write("a.nii", counted().bytes());
    writeOddSeries({}, folder.path() / "dicom");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->series.size(), 2u);
}

TEST_F(VolumeFiles, PackedFilesReadAsUnpackedOnesDo) {
    const auto plain = loadGood(write("a.nii", counted().bytes()));
    const std::string bytes = counted().bytes(), half = bytes.substr(0, 200), rest = bytes.substr(200);
    for (const std::string& packed : {gzipped(bytes), gzipped(half) + gzipped(rest)}) {
        const auto loaded = loadGood(write("a.nii.gz", packed));
        EXPECT_TRUE(std::ranges::equal(loaded.volume->voxels(), plain.volume->voxels()));
        EXPECT_EQ(loaded.volume->grid(), plain.volume->grid());
    }
}

TEST_F(VolumeFiles, ContentDecidesNotTheName) {
    EXPECT_EQ(entryOf(write("brain", counted().bytes())).format, SeriesFormat::Nifti);
    EXPECT_EQ(entryOf(write("brain.dcm", gzipped(counted().bytes()))).format, SeriesFormat::Nifti);
    EXPECT_THAT(entryOf(write("text.nii", "this is no volume")).whyListed, HasSubstr("no "));
    EXPECT_THAT(entryOf(write("text.nii.gz", gzipped("neither is this"))).whyListed, HasSubstr("no "));
}

TEST_F(VolumeFiles, ScaleAndRoundingGiveHu) {
    RawNifti raw;
    raw.datatype = 2, raw.bitpix = 8, raw.slope = 10, raw.intercept = -1024;
    raw.voxels = std::string(60, '\5');
    EXPECT_EQ(loadGood(write("a.nii", raw.bytes())).volume->at(0, 0, 0), -974);

    raw = {};
    raw.datatype = 16, raw.bitpix = 32;
    std::vector<float> values(60, -1000.4f);
    values[1] = 39.6f;
    raw.voxels = rawBytesOf(values);
    const auto loaded = loadGood(write("b.nii", raw.bytes()));
    EXPECT_EQ(loaded.volume->at(0, 0, 0), -1000);
    EXPECT_EQ(loaded.volume->at(1, 0, 0), 40);
    EXPECT_FALSE(hasWarning(loaded.info.warnings, Kind::Scale));
}

TEST_F(VolumeFiles, SlopeThatIsZeroOrNoNumberMeansNoScale) {
    for (const float slope : {0.f, std::numeric_limits<float>::quiet_NaN()}) {
        RawNifti raw = counted();
        raw.slope = slope, raw.intercept = 500;
        EXPECT_EQ(loadGood(write("a.nii", raw.bytes())).volume->at(0, 0, 0), -1000);
    }
}

TEST_F(VolumeFiles, WhatIsNoNumberIsOutsideAndWhatIsTooLargeIsCutOffAndBothAreSaid) {
    RawNifti raw;
    raw.datatype = 64, raw.bitpix = 64;
    std::vector<double> values(60, -1000);
    values[0] = std::nan(""), values[1] = 1e9, values[2] = -std::numeric_limits<double>::infinity();
    raw.voxels = rawBytesOf(values);
    const auto loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_EQ(loaded.volume->at(0, 0, 0), kOutsideHu);
    EXPECT_EQ(loaded.volume->at(1, 0, 0), 32767);
    EXPECT_EQ(loaded.volume->at(2, 0, 0), kOutsideHu + 1);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), HasSubstr("NaN"));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), HasSubstr("too large"));
}

TEST_F(VolumeFiles, GreyLevelsAreNotTakenForHuInSilence) {
    RawNifti raw;
    raw.datatype = 2, raw.bitpix = 8;
    for (int n = 0; n < 60; ++n)
        raw.voxels += static_cast<char>(n * 4);
    const auto loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), HasSubstr("grey levels, not HU"));
}

TEST_F(VolumeFiles, BothByteOrdersGiveTheSameVoxels) {
    RawNifti raw;
    raw.order = RawNifti::Order::Big;
    raw.voxels = rawBytes(countedVoxels(60), raw.order);
    EXPECT_EQ(loadGood(write("a.nii", raw.bytes())).volume->at(4, 3, 2), -1000 + 59);
}

TEST_F(VolumeFiles, WhatIsNoSingleGreyVolumeIsListedWithTheReason) {
    const auto whyOf = [&](int datatype, int bits, std::array<int, 8> dim) {
        RawNifti raw;
        raw.datatype = datatype, raw.bitpix = bits, raw.dim = dim;
        raw.voxels = std::string(5000, '\1');
        const SeriesInfo info = entryOf(write("a.nii", raw.bytes()));
        EXPECT_EQ(info.use, SeriesUse::Listed);
        return info.whyListed;
    };
    constexpr std::array<int, 8> kOne{3, 5, 4, 3, 1, 1, 1, 1};
    EXPECT_THAT(whyOf(4, 16, {4, 5, 4, 3, 7, 1, 1, 1}), HasSubstr("7 volumes in one"));
    EXPECT_THAT(whyOf(4, 16, {5, 5, 4, 3, 1, 3, 1, 1}), HasSubstr("3 volumes in one"));
    EXPECT_THAT(whyOf(128, 24, kOne), HasSubstr("colours"));
    EXPECT_THAT(whyOf(2304, 32, kOne), HasSubstr("colours"));
    EXPECT_THAT(whyOf(32, 64, kOne), HasSubstr("complex"));
    EXPECT_THAT(whyOf(1024, 64, kOne), HasSubstr("uncommon"));
    EXPECT_THAT(whyOf(4, 16, {3, 5, 0, 3, 1, 1, 1, 1}), HasSubstr("no voxels"));
    EXPECT_EQ(loadGood(write("b.nii",
                             [] {
                                 RawNifti raw = counted();
                                 raw.dim = {4, 5, 4, 3, 1, 1, 1, 1}; // one in a row of one
                                 return raw.bytes();
                             }()))
                  .volume->grid()
                  .slices(),
              3);
}

TEST_F(VolumeFiles, NoSformAndNoQformMeansThatNobodyKnowsWhereLeftIs) {
    RawNifti raw = counted();
    raw.sformCode = 0;
    const auto loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_FALSE(loaded.info.areDirectionsKnown);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), HasSubstr("which side is left"));
    EXPECT_EQ(loaded.volume->grid().columnSpacingMm(), 2);
    EXPECT_EQ(loaded.volume->grid().rowSpacingMm(), 3);
    EXPECT_EQ(loaded.volume->grid().typicalSpacingMm(), 4);
}

TEST_F(VolumeFiles, QformTurnsAndMirrorsAsItSays) {
    RawNifti raw = counted();
    raw.sformCode = 0, raw.qformCode = 1;
    raw.quaternion = {0, 0, 1, 30, 20, -10}; // half a turn about the long axis: i runs left, j back
    const auto loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_EQ(loaded.volume->valueAt({-30, -20, -10}), -1000); // voxel (0, 0, 0), in LPS
    EXPECT_EQ(loaded.volume->valueAt({-30 + 8, -20 + 9, -10 + 8}), -1000 + 59);
    raw.pixdim[0] = -1; // slices run down
    EXPECT_EQ(loadGood(write("b.nii", raw.bytes())).volume->valueAt({-30 + 8, -20 + 9, -10 - 8}), -1000 + 59);
}

TEST_F(VolumeFiles, TwoPlacesInOneFileAreSaidAndTwoLeftsAreRefused) {
    RawNifti raw = counted();
    raw.qformCode = 1;
    raw.quaternion = {0, 0, 0, -11, -7, 15}; // 20 mm higher
    auto loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), HasSubstr("20 mm: its sform is used"));
    EXPECT_EQ(loaded.volume->grid().slicePositions().front().z, -5);
    raw.sformCode = 4; // a template's space
    loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), HasSubstr("its qform is used"));
    EXPECT_EQ(loaded.volume->grid().slicePositions().front().z, 15);
    raw.qformCode = 0;
    loaded = loadGood(write("a.nii", raw.bytes()));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), HasSubstr("template"));

    raw = counted();
    raw.qformCode = 1;
    raw.pixdim[0] = -1;
    EXPECT_THAT(entryOf(write("b.nii", raw.bytes())).whyListed, HasSubstr("says twice where left is"));
}

TEST_F(VolumeFiles, MetresAndMicronsBecomeMillimetres) {
    RawNifti raw = counted();
    raw.units = 1;
    for (float& f : raw.rows)
        f /= 1000;
    for (int axis = 1; axis <= 3; ++axis)
        raw.pixdim[axis] /= 1000;
    EXPECT_NEAR(loadGood(write("a.nii", raw.bytes())).volume->grid().columnSpacingMm(), 2, 1e-5);
}

TEST_F(VolumeFiles, SlantedGridsAreRefusedAndTiltedGantriesStandWhereTheyWere) {
    RawNifti raw = counted();
    raw.rows[4] = 1; // columns lean into rows
    EXPECT_THAT(entryOf(write("a.nii", raw.bytes())).whyListed, HasSubstr("slanted"));
    raw = counted();
    raw.rows[6] = 8; // each slice 8 mm forward of the last, 4 mm up
    EXPECT_THAT(entryOf(write("b.nii", raw.bytes())).whyListed, HasSubstr("lean"));
    raw.rows[6] = 1; // 14 degrees
    const auto loaded = loadGood(write("c.nii", raw.bytes()));
    EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Tilt));
    EXPECT_EQ(loaded.volume->grid().slicePositions()[2], (PatientPoint{11, 7 - 2, -5 + 8}));
}

TEST_F(VolumeFiles, NrrdAxesAreTurnedToThePatients) {
    const std::string voxels = rawBytes(countedVoxels(60));
    const auto firstOf = [&](const std::string& space) {
        auto lines = nrrdLines();
        lines[3] = "space: " + space;
        return loadGood(write("a.nrrd", rawNrrd(lines, voxels))).volume;
    };
    EXPECT_EQ(firstOf("left-posterior-superior")->valueAt({1, 2, 3}), -1000);
    EXPECT_EQ(firstOf("LPS")->valueAt({1 + 8, 2 + 9, 3 + 8}), -1000 + 59);
    EXPECT_EQ(firstOf("right-anterior-superior")->valueAt({-1, -2, 3}), -1000);
    EXPECT_EQ(firstOf("RAS")->valueAt({-1 - 8, -2 - 9, 3 + 8}), -1000 + 59);
    const SeriesInfo unknown = [&] {
        auto lines = nrrdLines();
        lines[3] = "space: scanner-xyz";
        return entryOf(write("b.nrrd", rawNrrd(lines, voxels)));
    }();
    EXPECT_FALSE(unknown.areDirectionsKnown);
    EXPECT_EQ(unknown.format, SeriesFormat::Nrrd);
    EXPECT_EQ(unknown.description, "NRRD volume");
}

/// ITK 5.2 turns its left axis round instead of its anterior one: whoever made the file with which program,
/// its left is not certain.
TEST_F(VolumeFiles, NrrdThatItkMirrorsIsRefused) {
    auto lines = nrrdLines();
    lines[3] = "space: left-anterior-superior";
    EXPECT_FALSE(load(write("a.nrrd", rawNrrd(lines, rawBytes(countedVoxels(60))))));
    EXPECT_THAT(why, HasSubstr("not certain which side is left"));
}

TEST_F(VolumeFiles, BracketThatNeverClosesOnceTookAllMemory) {
    auto lines = nrrdLines();
    for (const char* open : {"(2,0,0) (0,3,0) (0,0,4(", "(2,0,0) (0,3,0) (0,0,4", "((((", "(2,0,0)"}) {
        lines[5] = std::string("space directions: ") + open;
        EXPECT_THAT(entryOf(write("a.nrrd", rawNrrd(lines, rawBytes(countedVoxels(60))))).whyListed,
                    HasSubstr("damaged"));
    }
}

TEST_F(VolumeFiles, NrrdThatIsNoSingleGreyVolumeIsListedWithTheReason) {
    const auto whyWith = [&](std::size_t line, const std::string& text) {
        auto lines = nrrdLines();
        lines[line] = text;
        return entryOf(write("a.nrrd", rawNrrd(lines, std::string(5000, '\1')))).whyListed;
    };
    EXPECT_THAT(whyWith(7, "kinds: RGB-color domain domain"), HasSubstr("colours or vectors"));
    EXPECT_THAT(whyWith(4, "encoding: bzip2"), HasSubstr("packed"));
    EXPECT_THAT(whyWith(0, "type: long long"), HasSubstr("uncommon"));
    EXPECT_THAT(whyWith(8, "space units: \"cm\" \"cm\" \"cm\""), HasSubstr("millimetres"));
    EXPECT_THAT(whyWith(8, "data file: ../elsewhere.raw"), HasSubstr("elsewhere"));
    EXPECT_THAT(whyWith(2, "sizes: 5 4 0"), HasSubstr("no voxels"));
    EXPECT_THAT(whyWith(2, "sizes: 5 4"), HasSubstr("damaged"));
}

TEST_F(VolumeFiles, HeadersWithTheirVoxelsInASecondFileOpenAndMissThem) {
    auto lines = nrrdLines();
    lines.push_back("data file: voxels.raw");
    const std::string header = rawNrrd(lines, "");
    EXPECT_THAT(entryOf(write("a.nhdr", header)).whyListed, HasSubstr("missing"));
    write("voxels.raw", rawBytes(countedVoxels(60)));
    EXPECT_EQ(loadGood(folder.path() / "a.nhdr").volume->at(4, 3, 2), -1000 + 59);

    RawNifti raw;
    raw.magic = "ni1", raw.voxelOffset = 0;
    EXPECT_THAT(entryOf(write("b.hdr", raw.bytes())).whyListed, HasSubstr("missing"));
    write("b.img", rawBytes(countedVoxels(60)));
    EXPECT_EQ(loadGood(folder.path() / "b.hdr").volume->at(4, 3, 2), -1000 + 59);
}

TEST_F(VolumeFiles, LoadingStopsWithinAPackedFile) {
    RawNifti raw;
    raw.dim = {3, 512, 512, 200, 1, 1, 1, 1};
    raw.voxels = std::string(512 * 512 * 200 * 2, '\0'); // 100 MB
    const SeriesInfo info = entryOf(write("a.nii.gz", gzipped(raw.bytes())));
    std::stop_source stop;
    double farthest = 0;
    const TaskContext context(stop.get_token(), [&](double fraction, const Message&) {
        farthest = fraction;
        if (fraction > 0.2) stop.request_stop();
    });
    const auto loaded = loadSeries(info, context);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Cancelled);
    EXPECT_LT(farthest, 0.22);
}

TEST_F(VolumeFiles, FileThatChangedSinceTheScanIsSaid) {
    const SeriesInfo info = entryOf(write("a.nii", counted().bytes()));
    RawNifti other = counted();
    other.dim = {3, 4, 5, 3, 1, 1, 1, 1};
    write("a.nii", other.bytes());
    const auto loaded = loadSeries(info, {});
    ASSERT_FALSE(loaded);
    EXPECT_THAT(loaded.error().message, HasSubstr("has changed"));
}

TEST_F(VolumeFiles, FirstPictureIsTheMiddleSliceWhereItLies) {
    const SeriesInfo info = entryOf(write("a.nii", counted().bytes()));
    VolumePtr first;
    const auto loaded = loadSeries(info, {}, [&](VolumePtr volume) { first = std::move(volume); });
    ASSERT_TRUE(loaded && first);
    EXPECT_EQ(first->grid().slices(), 1);
    const PatientPoint place = first->grid().toPatient({2, 2, 0});
    EXPECT_EQ(first->valueAt(place), loaded->volume->valueAt(place));
}

} // namespace
} // namespace hemo
