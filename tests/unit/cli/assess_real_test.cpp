// Whether real files may be judged, from the file to the reason.

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/series/scan_header.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "ml/reader/picture/brain_check.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

namespace hemo {
namespace {

namespace fs = std::filesystem;
const fs::path kDicom = hemo::testing::sharedData() / "dicom";

/// Why nothing is claimed of each series below `path` that can be opened, else why nothing can be excluded;
/// empty where it can.
std::vector<std::string> reasonsIn(const fs::path& path) {
    std::vector<std::string> reasons;
    const auto contents = imaging::scanPaths(std::array{path}, TaskContext{});
    if (!contents) return reasons;
    for (const SeriesInfo& series : contents->series) {
        if (series.use != SeriesUse::Volume) continue;
        const auto loaded = imaging::loadSeries(series, TaskContext{});
        if (!loaded) continue;
        const ScanHeader header = imaging::scanHeaderOf(loaded->info);
        const ScanFacts facts = ml::gatherScanFacts(*loaded->volume, header);
        const auto reason = whyNotAssessed(facts);
        reasons.push_back(english((reason ? reason : whyNotExcluded(facts)).value_or(Message())));
    }
    return reasons;
}

TEST(RealScans, ATiltedHeadWithUnequalSpacingMayBeJudged) {
    if (!fs::exists(kDicom)) GTEST_SKIP() << "no DICOM files beside the source folder";
    EXPECT_EQ(reasonsIn(kDicom / "ge-head-tilt"), std::vector<std::string>{""});
}

TEST(RealScans, HeadSlicesInTrueHuWithoutSpacingMayBeJudged) {
    if (!fs::exists(kDicom)) GTEST_SKIP() << "no DICOM files beside the source folder";
    const auto reasons = reasonsIn(kDicom / "cases" / "ct-ich-hu");
    ASSERT_FALSE(reasons.empty());
    for (const std::string& reason : reasons)
        EXPECT_EQ(reason, "");
}

TEST(RealScans, AChestIsNoHead) {
    if (!fs::exists(kDicom)) GTEST_SKIP() << "no DICOM files beside the source folder";
    for (const char* file : {"nema-wg04/CT1_UNC", "pydicom/CT_small.dcm", "pydicom/693_UNCI.dcm"}) {
        const auto reasons = reasonsIn(kDicom / "cases" / file);
        ASSERT_EQ(reasons.size(), 1) << file;
        EXPECT_NE(reasons[0], "") << file;
    }
}

TEST(RealScans, APlasticPhantomIsNoHead) {
    if (!fs::exists(kDicom)) GTEST_SKIP() << "no DICOM files beside the source folder";
    const auto reasons = reasonsIn(kDicom / "philips-phantom");
    ASSERT_FALSE(reasons.empty());
    for (const std::string& reason : reasons)
        EXPECT_NE(reason, "");
}

/// A phantom of a head as files whose header says something else.
std::vector<std::string> reasonsOf(const imaging::SeriesTags& tags) {
    testing::TempFolder folder;
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    const auto phantom = makePhantom(spec);
    if (!imaging::writeSeries(*phantom.volume, tags, folder.path(), TaskContext{})) return {};
    return reasonsIn(folder.path());
}

TEST(MadeHeaders, APhantomOfAHeadMayBeJudged) {
    EXPECT_EQ(reasonsOf({}), std::vector<std::string>{""});
}

TEST(MadeHeaders, AMegavoltScanIsRefused) {
    imaging::SeriesTags tags;
    tags.kvp = 6000;
    EXPECT_EQ(reasonsOf(tags),
              std::vector<std::string>{
                  "A tube voltage of 6000 kV is none that heads are scanned with: choose another series."});
}

TEST(MadeHeaders, AScanWithContrastIsRefused) {
    imaging::SeriesTags tags;
    tags.contrastAgent = "Iomeron 350";
    EXPECT_EQ(reasonsOf(tags),
              std::vector<std::string>{
                  "Contrast was given, as the file says: choose the series without contrast."});
}

TEST(ScanHeaderOf, ANamedAgentIsContrastAndADenialBesideItAContradiction) {
    using Contrast = ScanHeader::Contrast;
    SeriesInfo info;
    info.description = "Head 5.0";
    info.kvp = 110;
    info.isLossy = true;
    info.areLengthsKnown = false;
    EXPECT_EQ(imaging::scanHeaderOf(info), (ScanHeader{110, Contrast::Unsaid, false, true}));
    info.contrastAgent = "Iomeron 350";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Named);
    info.description = "Head without contrast"; // most often scanned before it was given: a caution
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Contradicted);
    info.contrastAgent = "NONE";
    info.description = "Head 5.0";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Unsaid);
    info.contrastAgent.clear();
    info.description = "CTA head";
    EXPECT_EQ(imaging::scanHeaderOf(info).contrast, Contrast::Described);
}

} // namespace
} // namespace hemo
