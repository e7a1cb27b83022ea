#include "made_volumes.h"

#include "core/state/reduce.h"
#include "core/state/select.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using testing::openState;
using testing::predictionOf;
using testing::seriesInfo;
using testing::volumeOf;

TEST(Reduce, LateResultOfOldJobIsIgnored) {
    AppState s = openState();
    const int old = s.load.number;
    s = reduce(s, ChooseSeries{"other"});
    const AppState before = s;
    EXPECT_EQ(reduce(s, SeriesLoaded{old, seriesInfo(), volumeOf(testing::uprightGrid())}), before);
    EXPECT_EQ(reduce(s, LoadFailed{old, {}}), before);
}

TEST(Reduce, AnswerOfThePreviousSeriesIsNeverShownOnTheNext) {
    AppState s = openState();
    const int firstJob = s.reader.job.number;
    const VolumePtr first = s.open->volume;
    s = reduce(s, ChooseSeries{"other"});
    s = reduce(s,
               SeriesLoaded{s.load.number, seriesInfo("other"), volumeOf(testing::uprightGrid(), "other")});
    s = reduce(s, SliceClassified{firstJob, {0, {.99}}});
    s = reduce(s, Classified{firstJob, predictionOf(*first, std::vector<double>(10, .99))});
    EXPECT_EQ(select::shownPrediction(s), nullptr);
    EXPECT_FALSE(select::stripBars(s).front().any);
    EXPECT_TRUE(select::suspiciousSlices(s).empty());
}

TEST(Reduce, AnswerToAnotherSeriesIsAFailureAndLeavesNoBars) {
    AppState s = openState();
    const auto foreign = predictionOf(*volumeOf(testing::uprightGrid(), "9.9"), std::vector<double>(10, .99));
    const auto tooShort = predictionOf(*s.open->volume, std::vector<double>(9, .99));
    for (const PredictionPtr& wrong : {foreign, tooShort}) {
        const AppState after = reduce(s, Classified{s.reader.job.number, wrong});
        EXPECT_EQ(after.reader.status, SecondReader::Status::Failed);
        EXPECT_TRUE(after.reader.error);
        EXPECT_TRUE(select::suspiciousSlices(after).empty());
        EXPECT_FALSE(select::stripBars(after).front().any);
        EXPECT_TRUE(select::canClassify(after));
    }
}

TEST(Reduce, FailedLoadKeepsWhatWasOpen) {
    AppState s = openState();
    const auto open = s.open;
    s = reduce(s, ChooseSeries{"other"});
    s = reduce(s, SeriesPreview{s.load.number, volumeOf(testing::uprightGrid(1), "other")});
    EXPECT_NE(select::shownVolume(s), open->volume);
    s = reduce(s,
               LoadFailed{s.load.number, {ErrorCode::Damaged, "No slice of this series can be read.", {}}});
    EXPECT_EQ(s.open, open);
    EXPECT_EQ(select::shownVolume(s), open->volume);
    EXPECT_EQ(s.notice->text, "No slice of this series can be read.");
    EXPECT_EQ(s.wantedSeriesId, open->info.id);
}

TEST(Reduce, FailedScanKeepsTheListAndTheSeries) {
    AppState s = openState();
    const auto contents = s.contents;
    s = reduce(s, OpenPaths{{"empty"}});
    s = reduce(
        s, ScanFailed{s.scan.number, {ErrorCode::NothingReadable, "This folder has no DICOM images.", {}}});
    EXPECT_EQ(s.contents, contents);
    EXPECT_NE(s.open, nullptr);
    EXPECT_TRUE(s.notice->isError);
}

TEST(Reduce, CancelledWorkIsNoError) {
    AppState s = reduce(AppState{}, OpenPaths{{"folder"}});
    s = reduce(s, CancelWork{});
    EXPECT_FALSE(s.scan.isRunning);
    EXPECT_FALSE(s.notice);
}

TEST(Reduce, ListedSeriesSaysWhyItDoesNotOpen) {
    AppState s = openState();
    FolderContents contents = *s.contents;
    contents.series[1].use = SeriesUse::Listed;
    contents.series[1].whyListed = "This is a scout.";
    s.contents = std::make_shared<const FolderContents>(contents);
    const auto open = s.open;
    s = reduce(s, ChooseSeries{"other"});
    EXPECT_EQ(s.notice->text, "This is a scout.");
    EXPECT_EQ(s.open, open);
    EXPECT_FALSE(s.load.isRunning);
}

TEST(Reduce, LoadingStartsTheSecondReader) {
    const AppState s = openState();
    EXPECT_EQ(s.reader.status, SecondReader::Status::Running);
    EXPECT_EQ(s.reader.slices.size(), 10u);
}

TEST(Reduce, StoppedReadingLeavesNoAnswersAndCanBeStartedAgain) {
    AppState s = openState();
    const int job = s.reader.job.number;
    s = reduce(s, SliceClassified{job, {3, {.9}}});
    s = reduce(s, StopReading{});
    EXPECT_EQ(s.reader.status, SecondReader::Status::Idle);
    EXPECT_TRUE(s.reader.slices.empty());
    EXPECT_TRUE(select::canClassify(s));
    const AppState stopped = s;
    EXPECT_EQ(reduce(s, SliceClassified{job, {4, {.9}}}), stopped);
}

TEST(Reduce, ReformatsOfAnotherSeriesAreNotTaken) {
    AppState s = openState();
    const VolumePtr foreign = volumeOf(testing::uprightGrid(), "other");
    EXPECT_EQ(reduce(s, RegularReady{foreign, foreign}), s);
    // A load that came to nothing must not lose the reformats of what stays open.
    s = reduce(s, ChooseSeries{"other"});
    s = reduce(s, CancelWork{});
    EXPECT_NE(reduce(s, RegularReady{s.open->volume, s.open->volume}).open->regular, nullptr);
}

TEST(Reduce, RetryAfterFailureStartsANewJob) {
    AppState s = openState();
    const int job = s.reader.job.number;
    s = reduce(s, ClassificationFailed{job, {ErrorCode::Worker, "Stopped.", {}}});
    EXPECT_EQ(s.reader.status, SecondReader::Status::Failed);
    ASSERT_TRUE(select::canClassify(s));
    s = reduce(s, Classify{});
    EXPECT_EQ(s.reader.job.number, job + 1);
    EXPECT_FALSE(s.reader.error);
}

TEST(Reduce, UpStepsTowardsTheHeadHoweverTheStackIsOrdered) {
    std::vector<PatientPoint> downwards;
    for (int k = 0; k < 10; ++k)
        downwards.push_back({95, -75, 20 - k * 5.0});
    const Grid upsideDown(20, 16, {-1, 0, 0}, {0, 1, 0}, 10, 10, downwards);
    for (const Grid& grid : {testing::uprightGrid(), upsideDown}) {
        AppState s = openState(volumeOf(grid));
        const double z = s.crosshair.z;
        s = reduce(s, StepSlice{ViewAxis::Axial, 1});
        EXPECT_GT(s.crosshair.z, z);
    }
}

TEST(Reduce, ScrollingStopsAtTheEnds) {
    AppState s = openState();
    s = reduce(s, StepSlice{ViewAxis::Axial, 1000});
    EXPECT_EQ(select::currentSlice(s), 9);
    s = reduce(s, StepSlice{ViewAxis::Sagittal, -100000});
    EXPECT_EQ(select::sliceSteps(s, ViewAxis::Sagittal).index, 0);
    s = reduce(s, GoToSlice{-5});
    EXPECT_EQ(select::currentSlice(s), 0);
}

TEST(Reduce, ScrollingOneViewLeavesTheOthersWhereTheyAre) {
    AppState s = openState();
    const auto coronal = select::sliceSteps(s, ViewAxis::Coronal),
               sagittal = select::sliceSteps(s, ViewAxis::Sagittal);
    s = reduce(s, StepSlice{ViewAxis::Axial, 2});
    EXPECT_EQ(select::sliceSteps(s, ViewAxis::Coronal), coronal);
    EXPECT_EQ(select::sliceSteps(s, ViewAxis::Sagittal), sagittal);
}

TEST(Reduce, CrosshairStaysInTheScan) {
    AppState s = openState();
    s = reduce(s, MoveCrosshair{{1e6, -1e6, 1e6}});
    EXPECT_TRUE(s.open->volume->grid().contains(s.crosshair));
}

TEST(Reduce, NextSuspiciousGoesFromHeadToFeetAndRound) {
    AppState s = openState();
    const int job = s.reader.job.number;
    s = reduce(s, ClassifierReady{job, "m", "CPU", {2, 0.5}});
    for (const int k : {2, 6})
        s = reduce(s, SliceClassified{job, {k, {.9}}});
    s = reduce(s, GoToSlice{9});
    s = reduce(s, StepSuspicious{1});
    EXPECT_EQ(select::currentSlice(s), 6);
    s = reduce(s, StepSuspicious{1});
    EXPECT_EQ(select::currentSlice(s), 2);
    s = reduce(s, StepSuspicious{1});
    EXPECT_EQ(select::currentSlice(s), 6);
    s = reduce(s, StepSuspicious{-1});
    EXPECT_EQ(select::currentSlice(s), 2);
}

TEST(Reduce, DraggingTheWindowLeavesThePreset) {
    AppState s = openState();
    EXPECT_EQ(s.presetKey, 1);
    s = reduce(s, SetWindow{{50, 0.2}});
    EXPECT_FALSE(s.presetKey);
    EXPECT_EQ(s.window.width, 1);
    s = reduce(s, ChoosePreset{5});
    EXPECT_EQ(s.window, (WindowLevel{600, 2800}));
}

TEST(Reduce, PresetZeroIsTheFilesOwnWindow) {
    AppState s = openState();
    EXPECT_TRUE(reduce(s, ChoosePreset{0}).notice);
    OpenSeries open = *s.open;
    open.info.fileWindow = WindowLevel{35, 90};
    s.open = std::make_shared<const OpenSeries>(open);
    EXPECT_EQ(reduce(s, ChoosePreset{0}).window, (WindowLevel{35, 90}));
}

TEST(Reduce, WhatTheUserDidDuringLoadingStays) {
    AppState s = openState();
    s = reduce(s, ChooseSeries{"other"});
    const VolumePtr whole = volumeOf(testing::uprightGrid(), "other");
    s = reduce(s, SeriesPreview{s.load.number, volumeOf(testing::uprightGrid(1), "other")});
    s = reduce(s, ChoosePreset{5});
    s = reduce(s, SetView{ViewAxis::Axial, {3, 1, 2}});
    s = reduce(s, ToggleInverted{});
    s = reduce(s, SeriesLoaded{s.load.number, seriesInfo("other"), whole});
    EXPECT_EQ(s.presetKey, 5);
    EXPECT_EQ(s.views[0].zoom, 3);
    EXPECT_TRUE(s.isInverted);
}

TEST(Reduce, HeatCannotBeShownBeforeThereIsAnAnswer) {
    AppState s = reduce(openState(), ShowHeat{true});
    EXPECT_FALSE(s.isHeatShown);
    s = reduce(s,
               Classified{s.reader.job.number, predictionOf(*s.open->volume, std::vector<double>(10, .9))});
    EXPECT_TRUE(reduce(s, ShowHeat{true}).isHeatShown);
}

TEST(Reduce, ActionsOnAnEmptyProgramDoNothing) {
    const AppState empty;
    for (const Action& a :
         {Action{StepSlice{ViewAxis::Axial, 1}}, Action{GoToSlice{3}}, Action{StepSuspicious{1}},
          Action{MoveCrosshair{{1, 2, 3}}}, Action{Classify{}}, Action{ResetViews{}}, Action{ChoosePreset{0}},
          Action{StepSeries{1}}, Action{ShowHeat{true}}, Action{CancelWork{}}})
        EXPECT_EQ(reduce(empty, a), empty);
}

const std::vector<OperatingPoint> kPoints{{"balanced", {2, 0.5}, {}, {}}, {"screening", {1, 0.3}, {}, {}}};

/// Answered with one slice of 0.4, by a model with two rules.
AppState answeredByTwoRules() {
    AppState s = openState();
    s = reduce(s, ClassifierReady{s.reader.job.number, "m", "CPU", {2, 0.5}, kPoints});
    const auto prediction = predictionOf(*s.open->volume, {.1, .1, .4, .1, .1, .1, .1, .1, .1, .1});
    return reduce(s, Classified{s.reader.job.number, prediction});
}

TEST(Reduce, AnotherOperatingPointJudgesAgainWithoutReading) {
    AppState s = answeredByTwoRules();
    EXPECT_EQ(s.reader.prediction->verdict.answer, Answer::NoneSeen);
    EXPECT_EQ(select::operatingPoint(s)->name, "balanced");
    const int job = s.reader.job.number;
    s = reduce(s, ChooseOperatingPoint{"screening"});
    EXPECT_EQ(s.reader.job.number, job);
    EXPECT_EQ(s.reader.prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(select::operatingPoint(s)->name, "screening");
    EXPECT_EQ(select::suspiciousSlices(s), std::vector<int>{2});
    s = reduce(s, ChooseOperatingPoint{"balanced"});
    EXPECT_EQ(s.reader.prediction->verdict.answer, Answer::NoneSeen);
    EXPECT_EQ(reduce(s, ChooseOperatingPoint{"no such"}), s);
}

TEST(Reduce, TheChosenOperatingPointHoldsForTheNextSeries) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    s = reduce(s, ChooseSeries{"other"});
    const VolumePtr other = volumeOf(testing::uprightGrid(), "other");
    s = reduce(s, SeriesLoaded{s.load.number, seriesInfo("other"), other});
    s = reduce(s, ClassifierReady{s.reader.job.number, "m", "CPU", {2, 0.5}, kPoints});
    EXPECT_EQ(s.reader.rule, (PatientRule{1, 0.3}));
    s = reduce(
        s, Classified{s.reader.job.number, predictionOf(*other, {.1, .1, .4, .1, .1, .1, .1, .1, .1, .1})});
    EXPECT_EQ(s.reader.prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(s.reader.prediction->provenance.rule, (PatientRule{1, 0.3}));
}

FindingsPtr oneFinding(PatientPoint place, int slice) {
    Finding finding;
    finding.firstSlice = slice - 1;
    finding.lastSlice = finding.mostTellingSlice = slice;
    finding.place = place;
    return std::make_shared<const Findings>(Findings{finding});
}

TEST(Reduce, FindingsOfAnotherAnswerAreIgnoredAndLeaveWithTheirs) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    const auto findings = oneFinding({10, -20, -10}, 2);
    EXPECT_EQ(reduce(s, FindingsFound{nullptr, findings}), s);
    const auto older = answeredByTwoRules().reader.prediction;
    EXPECT_EQ(reduce(s, FindingsFound{older, findings}), s);
    s = reduce(s, FindingsFound{s.reader.prediction, findings});
    EXPECT_EQ(select::shownFindings(s), findings);
    EXPECT_EQ(select::shownFindings(reduce(s, ChooseOperatingPoint{"balanced"})), nullptr);
    EXPECT_EQ(select::shownFindings(reduce(s, Classify{})), nullptr);
}

TEST(Reduce, GoingToAFindingWithoutAPlaceGoesToItsSliceAlone) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    Finding finding;
    finding.lastSlice = finding.mostTellingSlice = 2;
    s = reduce(s, FindingsFound{s.reader.prediction, std::make_shared<const Findings>(Findings{finding})});
    const PatientPoint before = s.crosshair;
    s = reduce(s, GoToFinding{0});
    EXPECT_EQ(select::currentSlice(s), 2);
    EXPECT_EQ(s.crosshair.x, before.x);
    EXPECT_EQ(s.crosshair.y, before.y);
}

TEST(Reduce, GoingToAFindingGoesToItsMostTellingSliceAndPlace) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    const PatientPoint place = s.open->volume->grid().toPatient({12, 3, 2});
    s = reduce(s, FindingsFound{s.reader.prediction, oneFinding(place, 2)});
    const AppState there = reduce(s, GoToFinding{0});
    EXPECT_EQ(there.crosshair, place);
    EXPECT_EQ(select::currentSlice(there), 2);
    EXPECT_EQ(reduce(s, GoToFinding{1}), s);
    EXPECT_EQ(reduce(s, GoToFinding{-1}), s);
}

} // namespace
} // namespace hemo
