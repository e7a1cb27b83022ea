// Each odd public sample of ../shared/data/dicom/cases, with what must become of it.

#include "tests/unit/imaging/imaging_test.h"

#include <map>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

/// Nothing: it opens. Else a part of the reason why it is listed, or of the error.
using Outcomes = std::map<std::string, std::string>;

const Outcomes kExpected{
    {"barre/20-wrong-transfer-syntax.dcm", ""},
    {"barre/54-implicit-file-meta-info.dcm", ""},
    {"barre/CT_Explicit_Little.dcm", ""},
    {"barre/CT_Implicit_Little_Headless_Retired.dcm", ""},
    {"barre/CT_JPEG70.dcm", "scout"},
    {"barre/OT-PAL-8-face.dcm", "not marked as CT"},
    {"barre/US-PAL-8-10x-echo.dcm", "US images"},
    {"barre/US-RGB-8-epicard.dcm", "US images"},
    {"nema-wg04/CT1_J2KI", ""},
    {"nema-wg04/CT1_J2KR", ""},
    {"nema-wg04/CT1_JLSL", ""},
    {"nema-wg04/CT1_JLSN", ""},
    {"nema-wg04/CT1_JPLL", ""},
    {"nema-wg04/CT1_RLE", ""},
    {"nema-wg04/CT1_UNC", ""},
    {"nema-wg04/CT2_J2KI", ""},
    {"nema-wg04/CT2_J2KR", ""},
    {"nema-wg04/CT2_JLSL", ""},
    {"nema-wg04/CT2_JLSN", ""},
    {"nema-wg04/CT2_JPLL", ""},
    {"nema-wg04/CT2_RLE", ""},
    {"nema-wg04/CT2_UNC", ""},
    {"nema-wg04/RG3_J2KI", "CR images"},
    {"nema-wg04/RG3_J2KR", "CR images"},
    {"nema-wg04/RG3_JLSL", "CR images"},
    {"nema-wg04/RG3_JLSN", "CR images"},
    {"nema-wg04/RG3_JPLL", "CR images"},
    {"nema-wg04/RG3_JPLY", "CR images"},
    {"nema-wg04/RG3_RLE", "CR images"},
    {"pydicom/693_J2KI.dcm", ""},
    {"pydicom/693_J2KR.dcm", ""},
    {"pydicom/693_UNCI.dcm", ""},
    {"pydicom/CT_small.dcm", ""},
    {"pydicom/ExplVR_BigEnd.dcm", "US images"},
    {"pydicom/ExplVR_BigEndNoMeta.dcm", "no DICOM image"}, // a report
    {"pydicom/J2K_pixelrep_mismatch.dcm", ""},
    {"pydicom/MR_small_bigendian.dcm", "MR images"},
    {"pydicom/bad_sequence.dcm", ""},
    {"pydicom/eCT_Supplemental.dcm", "Regional Cerebral Blood Flow"},
    {"pydicom/explicit_VR-UN.dcm", ""},
    {"pydicom/rtdose_expb_1frame.dcm", "RTDOSE images"},
    {"rsna/ID_07c9bea25.dcm", ""},
    {"rsna/ID_2008dd408_epidural_subarachnoid_subdural.dcm", ""},
    {"rsna/ID_6c5d82413.dcm", ""},
    {"rsna/ID_731ac5f03.dcm", ""},
};

/// Empty where it opens and loads.
std::string outcomeOf(const fs::path& file) {
    const auto contents = scanFolder(file, {});
    if (!contents) return english(contents.error().message);
    const SeriesInfo& series = contents->series.at(0);
    if (series.use == SeriesUse::Listed) return english(series.whyListed);
    const auto loaded = loadSeries(series, {});
    return loaded ? "" : "does not load: " + english(loaded.error().message) + " " + loaded.error().detail;
}

TEST(Cases, EveryPublicSampleOpensOrIsNamedRightly) {
    HEMO_NEEDS_SHARED_DATA();
    for (const char* group : {"barre", "nema-wg04", "pydicom", "rsna"}) {
        for (const auto& entry : fs::directory_iterator(sharedDicom() / "cases" / group)) {
            const std::string name = std::string(group) + "/" + entry.path().filename().string();
            if (entry.path().extension() == ".txt" || entry.path().extension() == ".md") continue;
            const auto expected = kExpected.find(name);
            ASSERT_NE(expected, kExpected.end()) << name << " is new: say what must become of it";
            const std::string outcome = outcomeOf(entry.path());
            EXPECT_EQ(outcome.empty(), expected->second.empty()) << name << ": " << outcome;
            EXPECT_THAT(outcome, ::testing::HasSubstr(expected->second)) << name;
        }
    }
    for (const auto& [name, outcome] : kExpected)
        EXPECT_TRUE(fs::exists(sharedDicom() / "cases" / name)) << name;
}

TEST(Cases, ResearchSlicesInHuOpenAndTheirDrawingsDoNot) {
    HEMO_NEEDS_SHARED_DATA();
    for (const auto& entry : fs::directory_iterator(sharedDicom() / "cases/ct-ich-hu"))
        if (entry.is_regular_file() && entry.path().extension() == ".dcm") {
            EXPECT_EQ(outcomeOf(entry.path()), "") << entry.path().filename();
        }
}

TEST(Cases, RsnaSlicesNeedNoMending) {
    HEMO_NEEDS_SHARED_DATA();
    for (const auto& entry : fs::directory_iterator(sharedDicom() / "cases/rsna")) {
        imaging::LoadedSeries loaded;
        ASSERT_TRUE(loadOnly(entry.path(), &loaded)) << entry.path().filename();
        EXPECT_EQ(textOf(loaded.info.warnings, LoadWarning::Kind::Scale), "") << entry.path().filename();
    }
}

/// The same slice as the fault would have written it.
TEST(Cases, AnRsnaSliceWithTheFaultIsMended) {
    HEMO_NEEDS_SHARED_DATA();
    const VolumePtr sound =
        loadOnly(sharedDicom() / "cases/rsna/ID_2008dd408_epidural_subarachnoid_subdural.dcm");
    ASSERT_TRUE(sound);
    std::vector<std::uint16_t> stored;
    for (std::int16_t hu : sound->voxels())
        stored.push_back(static_cast<std::uint16_t>(hu & 0xfff));
    const TempFolder folder;
    RawDicom file = RawDicom::ctSlice(0, 1);
    namespace tag = imaging::tag;
    file.word(tag::kColumns, "US", 512)
        .word(tag::kRows, "US", 512)
        .word(tag::kBitsStored, "US", 12)
        .word(tag::kHighBit, "US", 11)
        .word(tag::kPixelRepresentation, "US", 0)
        .text(tag::kRescaleIntercept, "DS", "0")
        .pixels(stored)
        .write(folder.path() / "file");
    imaging::LoadedSeries loaded;
    const VolumePtr mended = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(mended);
    EXPECT_TRUE(std::ranges::equal(mended->voxels(), sound->voxels()));
    EXPECT_THAT(textOf(loaded.info.warnings, LoadWarning::Kind::Scale), ::testing::HasSubstr("mended"));
}

} // namespace
} // namespace hemo::testing
