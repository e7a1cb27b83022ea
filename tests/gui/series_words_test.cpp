#include "app/panels/series_words.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

namespace hemo::ui {
namespace {

SeriesInfo headSeries() {
    SeriesInfo s;
    s.description = "Head";
    s.patientName = "Doe^Jane";
    s.studyDate = "20190312";
    s.studyDescription = "CT head";
    s.imageCount = 28;
    s.sliceThicknessMm = 5;
    s.kernel = "Hr40";
    return s;
}

TEST(SeriesWords, CountTellsTheThicknessWhereItIsKnown) {
    SeriesInfo s = headSeries();
    EXPECT_EQ(countText(s), QString::fromUtf8("28 × 5 mm"));
    s.sliceThicknessMm = 0.625;
    EXPECT_EQ(countText(s), QString::fromUtf8("28 × 0.625 mm"));
    s.sliceThicknessMm = 0.97813;
    EXPECT_EQ(countText(s), QString::fromUtf8("28 × 0.978 mm"));
    s.sliceThicknessMm.reset();
    EXPECT_EQ(countText(s), "28 images");
    s.imageCount = 1;
    EXPECT_EQ(countText(s), "1 image");
}

TEST(SeriesWords, ScoutHasImagesNotSlices) {
    SeriesInfo s = headSeries();
    s.use = SeriesUse::Listed;
    s.imageCount = 2;
    EXPECT_EQ(countText(s), "2 images");
}

TEST(SeriesWords, ContrastIsToldBesideTheKernel) {
    SeriesInfo s = headSeries();
    EXPECT_EQ(kernelText(s), "Hr40");
    s.contrastAgent = "Iohexol";
    EXPECT_EQ(kernelText(s), "Hr40  with contrast");
}

TEST(SeriesWords, TipHoldsReasonAndWarningsAndNoMarkupOfTheFile) {
    SeriesInfo s = headSeries();
    s.description = "<b>Head</b>";
    s.warnings = {{LoadWarning::Kind::Gap, said("Two slices are missing.")}};
    const QString tip = seriesTip(s, "soft kernel.");
    EXPECT_TRUE(tip.contains("&lt;b&gt;Head&lt;/b&gt;"));
    EXPECT_TRUE(tip.contains("! Two slices are missing."));
    EXPECT_TRUE(tip.contains("Opened first: soft kernel."));
    EXPECT_FALSE(seriesTip(s, {}).contains("Opened first"));
}

TEST(SeriesWords, TipTellsLossyCompressionAndUnknownSides) {
    SeriesInfo s = headSeries();
    EXPECT_FALSE(seriesTip(s, {}).contains("Lossy"));
    EXPECT_FALSE(seriesTip(s, {}).contains("Sides"));
    s.isLossy = true;
    s.lossyRatio = 10;
    s.areDirectionsKnown = false;
    EXPECT_TRUE(seriesTip(s, {}).contains("Lossy compressed 10:1"));
    EXPECT_TRUE(seriesTip(s, {}).contains("Sides unknown"));
}

TEST(SeriesWords, HiddenNamesAreNumbers) {
    EXPECT_EQ(patientText(headSeries(), Names::Shown, 2), "Doe, Jane");
    EXPECT_EQ(patientText(headSeries(), Names::Hidden, 2), "Patient 2");
    EXPECT_EQ(patientText(SeriesInfo{}, Names::Shown, 1), "Patient 1");
}

TEST(SeriesWords, RecentStudyOfSeveralPatientsSaysSo) {
    RecentStudy study{{"/a"}, "Doe^Jane", 1, "20190312", "CT head", 28};
    EXPECT_EQ(recentText(study, Names::Shown, 3), "Doe, Jane");
    study.patientCount = 4;
    EXPECT_EQ(recentText(study, Names::Shown, 3), "Doe, Jane and 3 others");
    EXPECT_EQ(recentText(study, Names::Hidden, 3), "Study 3");
    EXPECT_EQ(recentStudyText(study), "2019-03-12  CT head");
}

} // namespace
} // namespace hemo::ui
