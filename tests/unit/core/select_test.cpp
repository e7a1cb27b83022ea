#include "made_volumes.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace testing;

using testing::openState;
using testing::predictionOf;

std::vector<select::Bar> stripBarsOfLead(const AppState& s) {
    return select::stripBars(s, lead(s));
}

TEST(StripBars, SuperiorSliceStandsOnTop) {
    const auto bars = stripBarsOfLead(openState());
    ASSERT_EQ(bars.size(), 10u);
    EXPECT_EQ(bars.front().slice, 9);
    EXPECT_EQ(bars.back().slice, 0);
}

TEST(StripBars, TheBarOfTheShownSliceIsMarked) {
    AppState s = atSlice(openState(), 3);
    for (const select::Bar& bar : select::stripBars(s, lead(s)))
        EXPECT_EQ(bar.isCurrent, bar.slice == 3);
}

TEST(HeatSlices, SlicesUnderTheThresholdShowNone) {
    AppState s = openState();
    std::vector<double> any(10, .1);
    any[4] = .8;
    s = classified(s, predictionOf(*lead(s).volume, any));
    const auto shown = select::heatSlices(s, lead(s));
    for (std::size_t k = 0; k < shown.size(); ++k)
        EXPECT_EQ(shown[k], k == 4);
}

TEST(HeatSlices, ScanThatCannotBeAssessedShowsNoSuspicion) {
    AppState s = openState();
    auto prediction = *predictionOf(*lead(s).volume, std::vector<double>(10, .9));
    prediction.verdict = {Answer::CannotAssess, 0, 0, say("assess.no_head")};
    s = classified(s, std::make_shared<const Prediction>(prediction));
    EXPECT_FALSE(select::canShowHeat(s, lead(s)));
    EXPECT_FALSE(select::hasSuspicious(s, lead(s)));
    for (const bool isShown : select::heatSlices(s, lead(s)))
        EXPECT_FALSE(isShown);
    for (const select::Bar& bar : select::stripBars(s, lead(s)))
        EXPECT_FALSE(bar.isOverThreshold);
}

TEST(StripBars, ABleedInAScanOfFewSlicesIsSuspiciousOnTheWay) {
    AppState s = openState(testing::volumeOf(testing::uprightGrid(3)));
    s = reduce(s, action::ClassifierReady{lead(s).id, reader(s).job.number, "m", "CPU", {2, 0.5}});
    for (int k = 0; k < 3; ++k)
        s = sliceClassified(s, {k, {.99}});
    EXPECT_TRUE(select::hasSuspicious(s, lead(s))) << "too few exclude nothing, and hide nothing";
}

TEST(StripBars, ScanWithContrastIsNotSuspiciousOnTheWay) {
    ScanHeader contrast, wrongVoltage;
    contrast.contrast = ScanHeader::Contrast::Named;
    wrongVoltage.kvp = 40;
    for (const ScanHeader& header : {contrast, wrongVoltage, ScanHeader{}}) {
        AppState s = openState();
        Reading reading = lead(s);
        reading.header = header;
        s.readings[reading.id] = std::make_shared<const Reading>(reading);
        s = reduce(s, action::ClassifierReady{lead(s).id, reader(s).job.number, "m", "CPU", {2, 0.5}});
        for (int k = 0; k < 3; ++k)
            s = sliceClassified(s, {k, {.99}});
        EXPECT_EQ(select::hasSuspicious(s, lead(s)), header == ScanHeader{});
    }
}

TEST(ShownPrediction, BelongsToTheVolumeItWasMadeFrom) {
    AppState s = openState();
    const auto foreign =
        predictionOf(*testing::volumeOf(testing::uprightGrid(), "9.9"), std::vector<double>(10, .9));
    s = classified(s, foreign);
    EXPECT_EQ(select::shownPrediction(s, lead(s)), nullptr);
    EXPECT_TRUE(select::heatSlices(s, lead(s)).empty());
    EXPECT_FALSE(select::canShowHeat(s, lead(s)));
}

TEST(SliceSteps, GoingToAStepArrivesThere) {
    for (const double tilt : {0.0, 18.5}) {
        AppState s = openState(testing::volumeOf(testing::tiltedGrid(tilt)));
        for (const ViewportId view : {kAxial, kCoronal, kSagittal}) {
            const int count = select::stepsIn(s, view).count;
            for (const int index : {0, count / 3, count - 1}) {
                s = reduce(s, action::GoToStep{view, index});
                EXPECT_EQ(select::stepsIn(s, view).index, index);
            }
        }
    }
}

} // namespace
} // namespace hemo
