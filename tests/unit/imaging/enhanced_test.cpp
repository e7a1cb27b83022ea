// Enhanced multi-frame CT: one object, many slices, which say in functional groups what they are.

#include "core/imaging/read/image_object.h"
#include "tests/unit/imaging/imaging_test.h"

#include <cmath>
#include <fstream>
#include <functional>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;

/// Frame f holds 12 values from 100 (f + 1), HU = stored - 1024 - f: each frame has its own scale.
std::uint16_t storedOf(int frame, int pixel) {
    return static_cast<std::uint16_t>(100 * (frame % 50 + 1) + pixel);
}
int huOf(int frame, int pixel) {
    return storedOf(frame, pixel) - 1024 - frame;
}

struct MadeFrame {
    PatientPoint position;
    bool hasPosition = true, hasScale = true;
    std::function<void(RawDicom&)> more; ///< other groups
};

std::string ds(std::initializer_list<double> values) {
    std::string text;
    for (double value : values)
        text += (text.empty() ? "" : "\\") + std::to_string(value).substr(0, 15);
    return text;
}

RawDicom groupsOf(const MadeFrame& frame, int index) {
    RawDicom position, scale, content, groups;
    position.text(tag::kImagePositionPatient, "DS",
                  ds({frame.position.x, frame.position.y, frame.position.z}));
    scale.text(tag::kRescaleIntercept, "DS", std::to_string(-1024 - index))
        .text(tag::kRescaleSlope, "DS", "1")
        .text(tag::kRescaleType, "LO", "HU");
    content.word(tag::kFrameAcquisitionNumber, "US", 1).text(tag::kStackId, "SH", "1");
    groups.sequence(tag::kFrameContentSequence, {content});
    if (frame.hasPosition) groups.sequence(tag::kPlanePositionSequence, {position});
    if (frame.hasScale) groups.sequence(tag::kPixelValueTransformationSequence, {scale});
    if (frame.more) frame.more(groups);
    return groups;
}

RawDicom sharedGroups() {
    RawDicom orientation, measures, type, groups;
    orientation.text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\1\\0");
    measures.text(tag::kPixelSpacing, "DS", "0.5\\0.25").text(tag::kSliceThickness, "DS", "3");
    type.text(tag::kFrameType, "CS", "ORIGINAL\\PRIMARY\\AXIAL\\NONE")
        .text(tag::kVolumetricProperties, "CS", "VOLUME")
        .text(tag::kVolumeBasedCalculationTechnique, "CS", "NONE");
    return groups.sequence(tag::kPlaneOrientationSequence, {orientation})
        .sequence(tag::kPixelMeasuresSequence, {measures})
        .sequence(tag::kCtImageFrameTypeSequence, {type});
}

RawDicom objectOf(const std::vector<MadeFrame>& frames, RawDicom shared = sharedGroups()) {
    std::vector<RawDicom> own;
    std::vector<std::uint16_t> pixels;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        own.push_back(groupsOf(frames[f], static_cast<int>(f)));
        for (int p = 0; p < 12; ++p)
            pixels.push_back(storedOf(static_cast<int>(f), p));
    }
    RawDicom object = RawDicom::ctSlice(0, 1);
    for (const auto t : {tag::kImagePositionPatient, tag::kImageOrientationPatient, tag::kPixelSpacing,
                         tag::kRescaleSlope, tag::kRescaleIntercept})
        object.remove(t);
    return object.text(tag::kSopClassUid, "UI", imaging::uid::kEnhancedCtImageStorage)
        .text(tag::kImageType, "CS", "ORIGINAL\\PRIMARY\\AXIAL\\NONE")
        .text(tag::kNumberOfFrames, "IS", std::to_string(frames.size()))
        .sequence(tag::kSharedFunctionalGroupsSequence, {shared}, RawDicom::Ends::ByDelimiter)
        .sequence(tag::kPerFrameFunctionalGroupsSequence, own, RawDicom::Ends::ByDelimiter)
        .word(tag::kPixelRepresentation, "US", 0)
        .pixels(pixels);
}

/// Out of order on purpose: 5 frames, 3 mm apart.
std::vector<MadeFrame> shuffledFrames() {
    std::vector<MadeFrame> frames;
    for (int z : {6, 0, 12, 3, 9})
        frames.push_back({{-10, -20, static_cast<double>(z)}, true, true, {}});
    return frames;
}
constexpr int kOrder[] = {1, 3, 0, 4, 2}; // of shuffledFrames, from below

imaging::LoadedSeries loadWhole(const RawDicom& object) {
    const TempFolder folder;
    object.write(folder.path() / "object");
    imaging::LoadedSeries loaded;
    loadOnly(folder.path(), &loaded);
    return loaded;
}

std::string whyListed(const RawDicom& object) {
    const TempFolder folder;
    object.write(folder.path() / "object");
    const auto contents = scanFolder(folder.path(), {});
    if (!contents || contents->series.size() != 1) {
        ADD_FAILURE() << "not one series";
        return {};
    }
    return english(contents->series[0].whyListed);
}

void expectShuffledFramesInOrder(const imaging::LoadedSeries& loaded) {
    ASSERT_TRUE(loaded.volume);
    const Grid& grid = loaded.volume->grid();
    ASSERT_EQ(grid.slices(), 5);
    for (int k = 0; k < 5; ++k) {
        EXPECT_EQ(grid.slicePositions()[k], (PatientPoint{-10, -20, 3.0 * k}));
        EXPECT_EQ(loaded.info.images[k].frame, kOrder[k]);
        EXPECT_EQ(loaded.volume->at(0, 0, k), huOf(kOrder[k], 0));
        EXPECT_EQ(loaded.volume->at(3, 2, k), huOf(kOrder[k], 11));
    }
    EXPECT_EQ(grid.rowSpacingMm(), 0.5);
    EXPECT_EQ(grid.columnSpacingMm(), 0.25);
}

TEST(Enhanced, ShuffledFramesBecomeSlicesInOrderEachWithItsOwnScale) {
    for (const auto form : {RawDicom::Form::Explicit, RawDicom::Form::Implicit, RawDicom::Form::BigEndian}) {
        const auto loaded = loadWhole(objectOf(shuffledFrames()).form(form));
        expectShuffledFramesInOrder(loaded);
        EXPECT_EQ(textOf(loaded.info.warnings, Kind::Duplicate), "") << "frames share one SOP instance";
    }
}

TEST(Enhanced, ATiltedObjectKeepsItsTilt) {
    const double tilt = 17 * 3.14159265358979 / 180;
    RawDicom orientation, shared = sharedGroups();
    orientation.text(tag::kImageOrientationPatient, "DS", ds({1, 0, 0, 0, std::cos(tilt), -std::sin(tilt)}));
    shared.sequence(tag::kPlaneOrientationSequence, {orientation});
    const auto loaded = loadWhole(objectOf(shuffledFrames(), shared));
    ASSERT_TRUE(loaded.volume);
    EXPECT_NEAR(std::abs(loaded.volume->grid().tiltDegrees()), 17, 0.01);
    EXPECT_EQ(loaded.volume->grid().slicePositions()[4], (PatientPoint{-10, -20, 12}));
    EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Tilt));
}

TEST(Enhanced, AFramesOwnGroupsGoBeforeSharedOnes) {
    RawDicom shared = sharedGroups(), scale;
    scale.text(tag::kRescaleIntercept, "DS", "0").text(tag::kRescaleSlope, "DS", "2");
    shared.sequence(tag::kPixelValueTransformationSequence, {scale});
    auto frames = shuffledFrames();
    frames[1].hasScale = false; // the lowest: it falls back to the shared one
    const auto loaded = loadWhole(objectOf(frames, shared));
    ASSERT_TRUE(loaded.volume);
    EXPECT_EQ(loaded.volume->at(0, 0, 0), 2 * storedOf(1, 0));
    EXPECT_EQ(loaded.volume->at(0, 0, 1), huOf(3, 0));
}

TEST(Enhanced, AFrameWithoutPositionIsLeftOutAndTold) {
    auto frames = shuffledFrames();
    frames[4].hasPosition = false;
    const auto loaded = loadWhole(objectOf(frames));
    ASSERT_TRUE(loaded.volume);
    EXPECT_EQ(loaded.volume->grid().slices(), 4);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Unreadable), ::testing::HasSubstr("no position"));
}

TEST(Enhanced, AFrameWithoutScaleIsNeverShownBesideOthersThatHaveOne) {
    auto frames = shuffledFrames();
    frames[0].hasScale = false; // read as it is stored it would be 1,024 HU too bright
    const TempFolder folder;
    objectOf(frames).write(folder.path() / "object");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    ASSERT_EQ(contents->series.size(), 2u);
    EXPECT_EQ(contents->series[0].imageCount, 4);
    EXPECT_THAT(contents->series[1].whyListed, ::testing::HasSubstr("no scale to HU"));
}

TEST(Enhanced, FramesWithoutGroupsOpenWithHonestWarnings) {
    RawDicom object = objectOf(shuffledFrames());
    object.remove(tag::kPerFrameFunctionalGroupsSequence).remove(tag::kSharedFunctionalGroupsSequence);
    const auto loaded = loadWhole(object);
    ASSERT_TRUE(loaded.volume);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), ::testing::HasSubstr("no positions"));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::HasSubstr("no scale"));
    EXPECT_EQ(loaded.volume->at(0, 0, 0), storedOf(0, 0)) << "in the order of the frames";
}

TEST(Enhanced, WhatIsSaidOfTheFramesReachesTheList) {
    RawDicom shared = sharedGroups(), kernel, tube, window, code, anatomy, agent, usage;
    kernel.text(tag::kConvolutionKernel, "SH", "H30s");
    tube.text(tag::kKvp, "DS", "120");
    window.text(tag::kWindowCenter, "DS", "40\\300").text(tag::kWindowWidth, "DS", "80\\1500");
    code.text(tag::kCodeValue, "SH", "T-A0100").text(tag::kCodeMeaning, "LO", "Brain");
    anatomy.sequence(tag::kAnatomicRegionSequence, {code});
    agent.text(tag::kCodeMeaning, "LO", "Iohexol");
    usage.text(tag::kContrastBolusAgentAdministered, "CS", "YES");
    shared.sequence(tag::kCtReconstructionSequence, {kernel})
        .sequence(tag::kCtXRayDetailsSequence, {tube})
        .sequence(tag::kFrameVoiLutSequence, {window})
        .sequence(tag::kFrameAnatomySequence, {anatomy})
        .sequence(tag::kContrastBolusUsageSequence, {usage});
    RawDicom object = objectOf(shuffledFrames(), shared);
    object.sequence(tag::kContrastBolusAgentSequence, {agent});
    const SeriesInfo info = loadWhole(object).info;
    EXPECT_EQ(info.kernel, "H30s");
    EXPECT_EQ(info.kvp, 120);
    EXPECT_EQ(info.fileWindow, (WindowLevel{40, 80}));
    EXPECT_EQ(info.bodyPart, "Brain");
    EXPECT_EQ(info.contrastAgent, "Iohexol");
    EXPECT_EQ(info.sliceThicknessMm, 3);
    EXPECT_EQ(info.imageType, "ORIGINAL\\PRIMARY\\AXIAL\\NONE");
    EXPECT_EQ(info.acquisitionNumber, 1);
    usage.text(tag::kContrastBolusAgentAdministered, "CS", "NO");
    shared.sequence(tag::kContrastBolusUsageSequence, {usage});
    object = objectOf(shuffledFrames(), shared);
    object.sequence(tag::kContrastBolusAgentSequence, {agent});
    EXPECT_EQ(loadWhole(object).info.contrastAgent, "") << "named, but these frames were without it";
}

TEST(Enhanced, ALegacyConvertedObjectKeepsWhatItCouldNotPlace) {
    RawDicom shared = sharedGroups(), rest;
    rest.text(tag::kConvolutionKernel, "SH", "FC21").text(tag::kKvp, "DS", "135");
    shared.sequence(tag::kUnassignedSharedConvertedAttributesSequence, {rest});
    auto frames = shuffledFrames();
    for (MadeFrame& frame : frames)
        frame.more = [](RawDicom& groups) {
            RawDicom own;
            own.text(tag::kWindowCenter, "DS", "35").text(tag::kWindowWidth, "DS", "90");
            groups.sequence(tag::kUnassignedPerFrameConvertedAttributesSequence, {own});
        };
    RawDicom object = objectOf(frames, shared);
    object.text(tag::kSopClassUid, "UI", imaging::uid::kLegacyConvertedEnhancedCtImageStorage);
    const auto loaded = loadWhole(object);
    expectShuffledFramesInOrder(loaded);
    EXPECT_EQ(loaded.info.kernel, "FC21");
    EXPECT_EQ(loaded.info.kvp, 135);
    EXPECT_EQ(loaded.info.fileWindow, (WindowLevel{35, 90}));
}

TEST(Enhanced, WhatWasComputedFromAVolumeIsListedWithTheReason) {
    const auto why = [](const char* type, const char* volumetric, const char* technique) {
        RawDicom shared = sharedGroups(), frameType;
        frameType.text(tag::kFrameType, "CS", type)
            .text(tag::kVolumetricProperties, "CS", volumetric)
            .text(tag::kVolumeBasedCalculationTechnique, "CS", technique);
        shared.sequence(tag::kCtImageFrameTypeSequence, {frameType});
        return whyListed(objectOf(shuffledFrames(), shared));
    };
    EXPECT_EQ(why("DERIVED\\PRIMARY\\AXIAL\\NONE", "VOLUME", "NONE"), "") << "derived alone is no reason";
    EXPECT_THAT(why("DERIVED\\PRIMARY\\AXIAL\\MAXIMUM", "SAMPLED", "MAX_IP"),
                ::testing::HasSubstr("projections"));
    EXPECT_THAT(why("DERIVED\\PRIMARY\\AXIAL\\NONE", "VOLUME", "MPR"), ::testing::HasSubstr("reformats"));
    EXPECT_THAT(why("DERIVED\\PRIMARY\\AXIAL\\NONE", "DISTORTED", "CURVED_MPR"),
                ::testing::HasSubstr("reformats"));
    EXPECT_THAT(why("DERIVED\\PRIMARY\\AXIAL\\NONE", "SAMPLED", "VOLUME_RENDER"),
                ::testing::HasSubstr("renderings"));
    EXPECT_THAT(why("DERIVED\\PRIMARY\\AXIAL\\NONE", "DISTORTED", "NONE"), ::testing::HasSubstr("made from"));
    EXPECT_THAT(why("DERIVED\\PRIMARY\\AXIAL\\SUBTRACTION", "VOLUME", "NONE"),
                ::testing::HasSubstr("made from"));
    EXPECT_THAT(why("ORIGINAL\\PRIMARY\\LOCALIZER\\NONE", "VOLUME", "NONE"), ::testing::HasSubstr("scout"));
}

TEST(Enhanced, AScanWithAStandingTubeIsAScout) {
    RawDicom shared = sharedGroups(), acquisition;
    acquisition.text(tag::kAcquisitionType, "CS", "CONSTANT_ANGLE");
    shared.sequence(tag::kCtAcquisitionTypeSequence, {acquisition});
    EXPECT_THAT(whyListed(objectOf(shuffledFrames(), shared)), ::testing::HasSubstr("scout"));
}

TEST(Enhanced, AMapOfOtherValuesIsListedWithItsUnitAndOneOfHuOpens) {
    const auto why = [](const char* code, const char* rescaleType) {
        RawDicom unit, mapping, scale, shared = sharedGroups();
        unit.text(tag::kCodeValue, "SH", code);
        mapping.text(tag::kLutExplanation, "LO", "Cerebral Blood Flow")
            .sequence(tag::kMeasurementUnitsCodeSequence, {unit});
        scale.text(tag::kRescaleIntercept, "DS", "-1024")
            .text(tag::kRescaleSlope, "DS", "1")
            .text(tag::kRescaleType, "LO", rescaleType);
        auto frames = shuffledFrames();
        for (MadeFrame& frame : frames)
            frame.hasScale = false;
        shared.sequence(tag::kRealWorldValueMappingSequence, {mapping})
            .sequence(tag::kPixelValueTransformationSequence, {scale});
        return whyListed(objectOf(frames, shared));
    };
    EXPECT_THAT(why("ml/100ml/s", "US"), ::testing::HasSubstr("Cerebral Blood Flow (ml/100ml/s)"));
    EXPECT_EQ(why("[hnsf'U]", "US"), "");
    EXPECT_EQ(why("mg/mL", "HU"), "") << "another reading beside HU";
}

TEST(Enhanced, OtherMultiFrameObjectsAreListed) {
    RawDicom object = objectOf(shuffledFrames());
    object.text(tag::kSopClassUid, "UI", "1.2.840.10008.5.1.4.1.1.4.1").text(tag::kModality, "CS", "MR");
    EXPECT_THAT(whyListed(object), ::testing::HasSubstr("MR images"));
}

TEST(Enhanced, FramesOfDifferentTimesAreNeverMixedHoweverTheyLie) {
    std::vector<MadeFrame> frames;
    std::vector<std::uint32_t> times;
    for (int i : {5, 0, 3, 6, 1, 7, 2, 4}) { // four places, two times
        const std::uint32_t time = 1 + static_cast<std::uint32_t>(i % 2);
        times.push_back(time);
        frames.push_back({{-10, -20, 3.0 * (i / 2)}, true, true, [time](RawDicom& groups) {
                              RawDicom content;
                              content.longWords(tag::kTemporalPositionIndex, {time});
                              groups.sequence(tag::kFrameContentSequence, {content});
                          }});
    }
    const TempFolder folder;
    objectOf(frames).write(folder.path() / "object");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    ASSERT_EQ(contents->series.size(), 2u);
    for (const SeriesInfo& series : contents->series) {
        ASSERT_EQ(series.images.size(), 4u);
        for (const ImagePlace& image : series.images)
            EXPECT_EQ(times.at(static_cast<std::size_t>(image.frame)),
                      times.at(static_cast<std::size_t>(series.images[0].frame)));
    }
}

/// PS3.3 C.7.6.16.1: an object too large for one file comes in several, each with its own frames.
TEST(Enhanced, AConcatenationIsOneStack) {
    const TempFolder folder;
    auto frames = shuffledFrames();
    for (std::uint32_t part = 0; part < 2; ++part) {
        for (MadeFrame& frame : frames)
            frame.position.z = frame.position.z + 15 * part;
        RawDicom object = objectOf(frames);
        object.text(tag::kSopInstanceUid, "UI", "1.2.3.4.5." + std::to_string(part))
            .longWords(tag::kConcatenationFrameOffsetNumber, {5 * part})
            .write(folder.path() / std::to_string(part));
    }
    const VolumePtr volume = loadOnly(folder.path());
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->grid().slices(), 10);
    EXPECT_EQ(volume->at(0, 0, 9), huOf(2, 0));
}

TEST(Enhanced, FramesThatTheFileIsTooShortForAreNamed) {
    const TempFolder folder;
    const fs::path file = folder.path() / "object";
    objectOf(shuffledFrames()).write(file);
    fs::resize_file(file, fs::file_size(file) - 2 * 24 + 4); // most of the last frame but one is gone
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->grid().slices(), 3);
    EXPECT_EQ(volume->at(0, 0, 0), huOf(1, 0));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Unreadable), ::testing::HasSubstr("Two images"));
}

TEST(Enhanced, FramesThatAreAnnouncedAndNowhereAreNamed) {
    RawDicom object = objectOf(shuffledFrames());
    object.text(tag::kNumberOfFrames, "IS", "2000000000");
    const auto loaded = loadWhole(object);
    expectShuffledFramesInOrder(loaded);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Unreadable), ::testing::HasSubstr("1999999995 images"));
}

TEST(Enhanced, AnObjectIsOpenedOnceForAllItsFrames) {
    const TempFolder folder;
    const fs::path file = folder.path() / "object";
    objectOf(shuffledFrames()).write(file);
    std::vector<ImagePlace> images;
    for (int f = 0; f < 5; ++f)
        images.push_back({file, {}, f});
    imaging::ObjectPool pool(images);
    std::vector<std::int16_t> voxels(12);
    ASSERT_TRUE(pool.decode(0, voxels));
    fs::remove(file); // whoever opens it again finds nothing
    for (int f = 1; f < 5; ++f) {
        ASSERT_TRUE(pool.decode(static_cast<std::size_t>(f), voxels));
        EXPECT_EQ(voxels[11], huOf(f, 11));
    }
}

TEST(Enhanced, ManyFramesLoadQuickly) {
    std::vector<MadeFrame> frames;
    for (int f = 0; f < 1500; ++f)
        frames.push_back({{0, 0, 0.5 * f}, true, true, {}});
    RawDicom object = objectOf(frames);
    const auto loaded = loadWhole(object);
    ASSERT_TRUE(loaded.volume);
    EXPECT_EQ(loaded.volume->grid().slices(), 1500);
    EXPECT_EQ(loaded.volume->at(1, 1, 1499), huOf(1499, 5));
}

/// A real object of two frames. What it holds is blood flow, so it is listed; called what it is not, it shows
/// that the rest of it is read.
TEST(Enhanced, ThePublicSampleIsReadAndItsBloodFlowIsNotTakenForHu) {
    HEMO_NEEDS_SHARED_DATA();
    const fs::path sample = sharedDicom() / "cases/pydicom/eCT_Supplemental.dcm";
    const auto contents = scanFolder(sample, {});
    ASSERT_TRUE(contents);
    EXPECT_THAT(contents->series[0].whyListed, ::testing::HasSubstr("Regional Cerebral Blood Flow"));
    EXPECT_EQ(contents->series[0].imageCount, 2);

    std::ifstream in(sample, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto replaceAll = [&](const std::string& from, const std::string& to) {
        ASSERT_EQ(from.size(), to.size());
        for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; at += to.size())
            bytes.replace(at, to.size(), to);
    };
    replaceAll("DERIVED\\PRIMARY\\PERFUSION\\RCBF", "ORIGINAL\\PRIMARY\\AXIAL\\NONE   ");
    replaceAll("ml/100ml/s", "[hnsf'U]  ");
    const TempFolder folder;
    writeText(folder.path() / "object", bytes);
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    const Grid& grid = volume->grid();
    EXPECT_EQ(grid.slices(), 2);
    EXPECT_EQ(grid.rowDirection(), (Vec3{-1, 0, 0})); // seen from above, so slices go down
    EXPECT_EQ(grid.slicePositions()[0], (PatientPoint{99.5, -301.5, -149}));
    EXPECT_EQ(grid.slicePositions()[1], (PatientPoint{99.5, -301.5, -159}));
    EXPECT_EQ(loaded.info.images[0].frame, 1);
    EXPECT_NEAR(grid.columnSpacingMm(), 0.388672, 1e-9);
    EXPECT_EQ(loaded.info.bodyPart, "Brain");
    EXPECT_EQ(loaded.info.contrastAgent, "Iohexol");
    EXPECT_EQ(loaded.info.fileWindow, (WindowLevel{49, 102}));
    EXPECT_EQ(volume->at(0, 0, 0), -1024);
}

} // namespace
} // namespace hemo::testing
