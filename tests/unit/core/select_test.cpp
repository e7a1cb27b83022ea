#include "made_volumes.h"

#include "core/state/select.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using testing::openState;
using testing::predictionOf;

TEST(StripBars, SuperiorSliceStandsOnTop) {
    const auto bars = select::stripBars(openState());
    ASSERT_EQ(bars.size(), 10u);
    EXPECT_EQ(bars.front().slice, 9);
    EXPECT_EQ(bars.back().slice, 0);
}

TEST(StripBars, TheBarOfTheShownSliceIsMarked) {
    AppState s = reduce(openState(), action::GoToSlice{3});
    for (const select::Bar& bar : select::stripBars(s))
        EXPECT_EQ(bar.isCurrent, bar.slice == 3);
}

TEST(HeatSlices, SlicesUnderTheThresholdShowNone) {
    AppState s = openState();
    std::vector<double> any(10, .1);
    any[4] = .8;
    s = reduce(s, action::Classified{s.reader.job.number, predictionOf(*s.open->volume, any)});
    const auto shown = select::heatSlices(s);
    for (std::size_t k = 0; k < shown.size(); ++k)
        EXPECT_EQ(shown[k], k == 4);
}

TEST(HeatSlices, ScanThatCannotBeAssessedShowsNoSuspicion) {
    AppState s = openState();
    auto prediction = *predictionOf(*s.open->volume, std::vector<double>(10, .9));
    prediction.verdict = {Answer::CannotAssess, 0, 0, "No head is seen in these slices."};
    s = reduce(s, action::Classified{s.reader.job.number, std::make_shared<const Prediction>(prediction)});
    EXPECT_FALSE(select::canShowHeat(s));
    EXPECT_FALSE(select::hasSuspicious(s));
    for (const bool isShown : select::heatSlices(s))
        EXPECT_FALSE(isShown);
    for (const select::Bar& bar : select::stripBars(s))
        EXPECT_FALSE(bar.isOverThreshold);
}

TEST(StripBars, ScanOfFewSlicesIsNotSuspiciousOnTheWay) {
    AppState s = openState(testing::volumeOf(testing::uprightGrid(3)));
    s = reduce(s, action::ClassifierReady{s.reader.job.number, "m", "CPU", {2, 0.5}});
    for (int k = 0; k < 3; ++k)
        s = reduce(s, action::SliceClassified{s.reader.job.number, {k, {.99}}});
    EXPECT_FALSE(select::hasSuspicious(s));
}

TEST(StripBars, ScanWithContrastIsNotSuspiciousOnTheWay) {
    ScanHeader contrast, wrongVoltage;
    contrast.contrast = ScanHeader::Contrast::Named;
    wrongVoltage.kvp = 40;
    for (const ScanHeader& header : {contrast, wrongVoltage, ScanHeader{}}) {
        AppState s = openState();
        OpenSeries open = *s.open;
        open.header = header;
        s.open = std::make_shared<const OpenSeries>(std::move(open));
        s = reduce(s, action::ClassifierReady{s.reader.job.number, "m", "CPU", {2, 0.5}});
        for (int k = 0; k < 3; ++k)
            s = reduce(s, action::SliceClassified{s.reader.job.number, {k, {.99}}});
        EXPECT_EQ(select::hasSuspicious(s), header == ScanHeader{});
    }
}

TEST(ShownPrediction, BelongsToTheVolumeItWasMadeFrom) {
    AppState s = openState();
    const auto foreign =
        predictionOf(*testing::volumeOf(testing::uprightGrid(), "9.9"), std::vector<double>(10, .9));
    s = reduce(s, action::Classified{s.reader.job.number, foreign});
    EXPECT_EQ(select::shownPrediction(s), nullptr);
    EXPECT_TRUE(select::heatSlices(s).empty());
    EXPECT_FALSE(select::canShowHeat(s));
}

TEST(SliceSteps, GoingToAStepArrivesThere) {
    for (const double tilt : {0.0, 18.5}) {
        AppState s = openState(testing::volumeOf(testing::tiltedGrid(tilt)));
        for (const ViewAxis axis : kViewAxes) {
            const int count = select::sliceSteps(s, axis).count;
            for (const int index : {0, count / 3, count - 1}) {
                s = reduce(s, action::GoToStep{axis, index});
                EXPECT_EQ(select::sliceSteps(s, axis).index, index);
            }
        }
    }
}

} // namespace
} // namespace hemo
