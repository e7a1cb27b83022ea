#include "made_volumes.h"

#include "tests/support/readings_of.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;
using testing::openState;
using testing::predictionOf;
using testing::seriesInfo;
using testing::volumeOf;

TEST(Reduce, LateResultOfOldJobIsIgnored) {
    AppState s = openState();
    const ReadingId id = lead(s).id;
    const int old = lead(s).load.number;
    s = reduce(s, OpenSeries{kLead, "other"});
    const AppState before = s;
    EXPECT_EQ(reduce(s, SeriesLoaded{id, old, seriesInfo(), volumeOf(testing::uprightGrid())}), before);
    EXPECT_EQ(reduce(s, LoadFailed{id, old, {}}), before);
    EXPECT_EQ(reduce(s, LoadFailed{lead(s).id, old - 1, {}}), before);
}

TEST(Reduce, AnswerOfThePreviousSeriesIsNeverShownOnTheNext) {
    AppState s = openState();
    const ReadingId first = lead(s).id;
    const int firstJob = reader(s).job.number;
    const VolumePtr firstVolume = lead(s).volume;
    s = reduce(s, OpenSeries{kLead, "other"});
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(testing::uprightGrid(), "other"));
    s = reduce(s, SliceClassified{first, firstJob, {0, {.99}}});
    s = reduce(s, Classified{first, firstJob, predictionOf(*firstVolume, std::vector<double>(10, .99))});
    EXPECT_EQ(select::shownPrediction(s, lead(s)), nullptr);
    EXPECT_FALSE(select::stripBars(s, lead(s)).front().any);
    EXPECT_TRUE(select::suspiciousSlices(s, lead(s)).empty());
}

TEST(Reduce, AnswerToAnotherSeriesIsAFailureAndLeavesNoBars) {
    AppState s = openState();
    const auto foreign = predictionOf(*volumeOf(testing::uprightGrid(), "9.9"), std::vector<double>(10, .99));
    const auto tooShort = predictionOf(*lead(s).volume, std::vector<double>(9, .99));
    for (const PredictionPtr& wrong : {foreign, tooShort}) {
        const AppState after = classified(s, wrong);
        EXPECT_EQ(reader(after).status, SecondReader::Status::Failed);
        EXPECT_TRUE(reader(after).error);
        EXPECT_TRUE(select::suspiciousSlices(after, lead(after)).empty());
        EXPECT_FALSE(select::stripBars(after, lead(after)).front().any);
        EXPECT_TRUE(select::canClassify(after, lead(after)));
    }
}

TEST(Reduce, FailedLoadKeepsWhatWasOpen) {
    AppState s = openState();
    const VolumePtr open = lead(s).volume;
    s = reduce(s, OpenSeries{kLead, "other"});
    s = previewed(s, kLead, volumeOf(testing::uprightGrid(1), "other"));
    EXPECT_NE(shownVolume(*select::shownIn(s, kLead)), open);
    s = notLoaded(s, kLead, {ErrorCode::Damaged, said("No slice of this series can be read."), {}});
    EXPECT_EQ(lead(s).volume, open);
    EXPECT_EQ(shownVolume(*select::shownIn(s, kLead)), open);
    EXPECT_EQ(s.notice->text, "No slice of this series can be read.");
    EXPECT_EQ(lead(s).series->id, "1.2.3");
}

TEST(Reduce, FailedScanKeepsTheListAndTheSeries) {
    AppState s = openState();
    const auto contents = s.shelf.contents;
    s = reduce(s, OpenPaths{{"empty"}});
    s = reduce(s, ScanFailed{s.shelf.scan.number, {ErrorCode::NothingReadable, say("open.no_images"), {}}});
    EXPECT_EQ(s.shelf.contents, contents);
    EXPECT_TRUE(lead(s).volume);
    EXPECT_TRUE(s.notice->isError);
}

TEST(Reduce, CancelledWorkIsNoError) {
    AppState s = reduce(AppState{}, OpenPaths{{"folder"}});
    s = reduce(s, CancelWork{});
    EXPECT_FALSE(s.shelf.scan.isRunning);
    EXPECT_FALSE(s.notice);
}

TEST(Reduce, ListedSeriesSaysWhyItDoesNotOpen) {
    AppState s = openState();
    FolderContents contents = *s.shelf.contents;
    contents.series[1].use = SeriesUse::Listed;
    contents.series[1].whyListed = said("This is a scout.");
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    const VolumePtr open = lead(s).volume;
    s = reduce(s, OpenSeries{kLead, "other"});
    EXPECT_EQ(s.notice->text, "This is a scout.");
    EXPECT_EQ(lead(s).volume, open);
    EXPECT_FALSE(lead(s).load.isRunning);
}

TEST(Reduce, LoadingStartsTheSecondReader) {
    const AppState s = openState();
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running);
    EXPECT_EQ(reader(s).slices.size(), 10u);
}

TEST(Reduce, StoppedReadingLeavesNoAnswersAndCanBeStartedAgain) {
    AppState s = openState();
    s = sliceClassified(s, {3, {.9}});
    s = reduce(s, StopReading{lead(s).id});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Idle);
    EXPECT_TRUE(reader(s).slices.empty());
    EXPECT_TRUE(select::canClassify(s, lead(s)));
    const AppState stopped = s;
    EXPECT_EQ(sliceClassified(s, {4, {.9}}), stopped);
}

TEST(Reduce, ReformatsOfAnotherSeriesAreNotTaken) {
    AppState s = openState();
    const VolumePtr foreign = volumeOf(testing::uprightGrid(), "other");
    const int job = lead(s).reformat.number;
    EXPECT_EQ(reduce(s, RegularReady{ReadingId{99}, job, foreign}), s);
    EXPECT_EQ(reduce(s, RegularReady{lead(s).id, job - 1, foreign}), s);
    // A load that came to nothing must not lose the reformats of what stays open.
    s = reduce(s, OpenSeries{kLead, "other"});
    s = reduce(s, CancelWork{});
    EXPECT_TRUE(lead(reduce(s, RegularReady{lead(s).id, job, lead(s).volume})).regular);
}

TEST(Reduce, ReformatsThatFailAreNotTriedOverAndOver) {
    AppState s = openState();
    s = reduce(s,
               ReformatFailed{lead(s).id, lead(s).reformat.number, {ErrorCode::OutOfMemory, said("x"), {}}});
    EXPECT_FALSE(lead(s).reformat.isRunning);
    EXPECT_FALSE(lead(reduce(s, FitViews{})).reformat.isRunning);
    EXPECT_TRUE(s.notice);
}

TEST(Reduce, RetryAfterFailureStartsANewJob) {
    AppState s = openState();
    const int job = reader(s).job.number;
    s = reduce(s, ClassificationFailed{lead(s).id, job, {ErrorCode::Worker, say("words.stopped"), {}}});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Failed);
    ASSERT_TRUE(select::canClassify(s, lead(s)));
    s = reduce(s, Classify{lead(s).id});
    EXPECT_EQ(reader(s).job.number, job + 1);
    EXPECT_FALSE(reader(s).error);
}

TEST(Reduce, UpStepsTowardsTheHeadHoweverTheStackIsOrdered) {
    std::vector<PatientPoint> downwards;
    for (int k = 0; k < 10; ++k)
        downwards.push_back({95, -75, 20 - k * 5.0});
    const Grid upsideDown(20, 16, {-1, 0, 0}, {0, 1, 0}, 10, 10, downwards);
    for (const Grid& grid : {testing::uprightGrid(), upsideDown}) {
        AppState s = openState(volumeOf(grid));
        const double z = lead(s).look->place.z;
        s = reduce(s, StepSlice{kAxial, 1});
        EXPECT_GT(lead(s).look->place.z, z);
    }
}

TEST(Reduce, ScrollingStopsAtTheEnds) {
    AppState s = openState();
    s = reduce(s, StepSlice{kAxial, 1000});
    EXPECT_EQ(currentSlice(lead(s)), 9);
    s = reduce(s, StepSlice{kSagittal, -100000});
    EXPECT_EQ(select::stepsIn(s, kSagittal).index, 0);
    s = atSlice(s, -5);
    EXPECT_EQ(currentSlice(lead(s)), 0);
}

TEST(Reduce, ScrollingOneViewLeavesTheOthersWhereTheyAre) {
    AppState s = openState();
    const auto coronal = select::stepsIn(s, kCoronal), sagittal = select::stepsIn(s, kSagittal);
    s = reduce(s, StepSlice{kAxial, 2});
    EXPECT_EQ(select::stepsIn(s, kCoronal), coronal);
    EXPECT_EQ(select::stepsIn(s, kSagittal), sagittal);
}

TEST(Reduce, CrosshairStaysInTheScan) {
    AppState s = openState();
    s = reduce(s, MoveCrosshair{kLead, {1e6, -1e6, 1e6}});
    EXPECT_TRUE(lead(s).volume->grid().contains(lead(s).look->place));
}

TEST(Reduce, NextSuspiciousGoesFromHeadToFeetAndRound) {
    AppState s = openState();
    s = reduce(s, ClassifierReady{lead(s).id, reader(s).job.number, "m", "CPU", {2, 0.5}});
    for (const int k : {2, 6})
        s = sliceClassified(s, {k, {.9}});
    s = atSlice(s, 9);
    s = reduce(s, StepSuspicious{lead(s).id, 1});
    EXPECT_EQ(currentSlice(lead(s)), 6);
    s = reduce(s, StepSuspicious{lead(s).id, 1});
    EXPECT_EQ(currentSlice(lead(s)), 2);
    s = reduce(s, StepSuspicious{lead(s).id, 1});
    EXPECT_EQ(currentSlice(lead(s)), 6);
    s = reduce(s, StepSuspicious{lead(s).id, -1});
    EXPECT_EQ(currentSlice(lead(s)), 2);
}

TEST(Reduce, DraggingTheWindowLeavesThePreset) {
    AppState s = openState();
    EXPECT_EQ(lead(s).look->presetKey, 1);
    s = reduce(s, SetWindow{kLead, {50, 0.2}});
    EXPECT_FALSE(lead(s).look->presetKey);
    EXPECT_EQ(lead(s).look->window.width, 1);
    s = reduce(s, ChoosePreset{kLead, 5});
    EXPECT_EQ(lead(s).look->window, (WindowLevel{600, 2800}));
}

TEST(Reduce, PresetZeroIsTheFilesOwnWindow) {
    AppState s = openState();
    EXPECT_TRUE(reduce(s, ChoosePreset{kLead, 0}).notice);
    s = withSeries(s, lead(s).id, [](SeriesInfo& info) { info.fileWindow = WindowLevel{35, 90}; });
    EXPECT_EQ(lead(reduce(s, ChoosePreset{kLead, 0})).look->window, (WindowLevel{35, 90}));
}

TEST(Reduce, WhatTheUserDidDuringLoadingStays) {
    AppState s = openState();
    s = reduce(s, OpenSeries{kLead, "other"});
    const VolumePtr whole = volumeOf(testing::uprightGrid(), "other");
    s = previewed(s, kLead, volumeOf(testing::uprightGrid(1), "other"));
    s = reduce(s, ChoosePreset{kLead, 5});
    s = reduce(s, SetView{kAxial, {3, 1, 2}});
    s = reduce(s, ToggleInverted{kLead});
    s = loaded(s, kLead, seriesInfo("other"), whole);
    EXPECT_EQ(lead(s).look->presetKey, 5);
    EXPECT_EQ(s.screen.viewports[0].view.zoom, 3);
    EXPECT_TRUE(lead(s).look->isInverted);
}

TEST(Reduce, HeatCannotBeShownBeforeThereIsAnAnswer) {
    AppState s = reduce(openState(), ShowHeat{true});
    EXPECT_FALSE(s.screen.isHeatShown);
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    EXPECT_TRUE(reduce(s, ShowHeat{true}).screen.isHeatShown);
}

TEST(Reduce, ActionsOnAnEmptyProgramDoNothing) {
    const AppState empty;
    for (const Action& a :
         {Action{StepSlice{kAxial, 1}}, Action{GoToSlice{ReadingId{1}, 3}},
          Action{StepSuspicious{ReadingId{1}, 1}}, Action{MoveCrosshair{kLead, {1, 2, 3}}},
          Action{Classify{ReadingId{1}}}, Action{ResetViews{}}, Action{ChoosePreset{kLead, 0}},
          Action{StepSeries{kLead, 1}}, Action{ShowHeat{true}}, Action{CancelWork{}}})
        EXPECT_EQ(reduce(empty, a), empty);
}

const std::vector<OperatingPoint> kPoints{{"balanced", {2, 0.5}, {}, {}}, {"screening", {1, 0.3}, {}, {}}};

/// Answered with one slice of 0.4, by a model with two rules.
AppState answeredByTwoRules() {
    AppState s = openState();
    s = reduce(s, ClassifierReady{lead(s).id, reader(s).job.number, "m", "CPU", {2, 0.5}, kPoints});
    const auto prediction = predictionOf(*lead(s).volume, {.1, .1, .4, .1, .1, .1, .1, .1, .1, .1});
    return classified(s, prediction);
}

TEST(Reduce, AnotherOperatingPointJudgesAgainWithoutReading) {
    AppState s = answeredByTwoRules();
    EXPECT_EQ(reader(s).prediction->verdict.answer, Answer::NoneSeen);
    EXPECT_EQ(operatingPoint(reader(s))->name, "balanced");
    const int job = reader(s).job.number;
    s = reduce(s, ChooseOperatingPoint{"screening"});
    EXPECT_EQ(reader(s).job.number, job);
    EXPECT_EQ(reader(s).prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(operatingPoint(reader(s))->name, "screening");
    EXPECT_EQ(select::suspiciousSlices(s, lead(s)), std::vector<int>{2});
    s = reduce(s, ChooseOperatingPoint{"balanced"});
    EXPECT_EQ(reader(s).prediction->verdict.answer, Answer::NoneSeen);
    EXPECT_EQ(reduce(s, ChooseOperatingPoint{"no such"}), s);
}

TEST(Reduce, TheChosenOperatingPointHoldsForTheNextSeries) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    s = reduce(s, OpenSeries{kLead, "other"});
    const VolumePtr other = volumeOf(testing::uprightGrid(), "other");
    s = loaded(s, kLead, seriesInfo("other"), other);
    s = reduce(s, ClassifierReady{lead(s).id, reader(s).job.number, "m", "CPU", {2, 0.5}, kPoints});
    EXPECT_EQ(reader(s).rule, (PatientRule{1, 0.3}));
    s = classified(s, predictionOf(*other, {.1, .1, .4, .1, .1, .1, .1, .1, .1, .1}));
    EXPECT_EQ(reader(s).prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(reader(s).prediction->provenance.rule, (PatientRule{1, 0.3}));
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
    const int job = reader(s).findingsJob.number;
    EXPECT_EQ(reduce(s, FindingsFound{ReadingId{99}, job, findings}), s);
    EXPECT_EQ(reduce(s, FindingsFound{lead(s).id, job - 1, findings}), s);
    s = found(s, findings);
    EXPECT_EQ(select::shownFindings(s, lead(s)), findings);
    for (const Action& a : {Action{ChooseOperatingPoint{"balanced"}}, Action{Classify{lead(s).id}}}) {
        const AppState after = reduce(s, a);
        EXPECT_EQ(select::shownFindings(after, lead(after)), nullptr);
    }
}

TEST(Reduce, NextFindingGoesThroughAllOfThemAlsoTwoOnOneSlice) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    const Grid& grid = lead(s).volume->grid();
    const auto finding = [&](int slice, double column) {
        Finding f;
        f.firstSlice = f.lastSlice = f.mostTellingSlice = slice;
        f.place = grid.toPatient({column, 5, double(slice)});
        return f;
    };
    s = found(s, std::make_shared<const Findings>(Findings{finding(2, 3), finding(7, 4), finding(2, 9)}));
    s = atSlice(s, 9);
    const ReadingId id = lead(s).id;
    std::vector<double> columns;
    for (int n = 0; n < 4; ++n) {
        s = reduce(s, StepFinding{id, 1});
        columns.push_back(grid.toVoxel(lead(s).look->place).i);
    }
    const std::vector<double> wanted{4, 3, 9, 4};
    for (std::size_t n = 0; n < wanted.size(); ++n)
        EXPECT_NEAR(columns[n], wanted[n], 1e-6) << n;
    s = reduce(s, StepFinding{id, -1});
    EXPECT_NEAR(grid.toVoxel(lead(s).look->place).i, 9, 1e-6);
}

TEST(Reduce, GoingToAFindingWithoutAPlaceGoesToItsSliceAlone) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    Finding finding;
    finding.lastSlice = finding.mostTellingSlice = 2;
    s = found(s, std::make_shared<const Findings>(Findings{finding}));
    const PatientPoint before = lead(s).look->place;
    s = reduce(s, GoToFinding{lead(s).id, 0});
    EXPECT_EQ(currentSlice(lead(s)), 2);
    EXPECT_EQ(lead(s).look->place.x, before.x);
    EXPECT_EQ(lead(s).look->place.y, before.y);
}

TEST(Reduce, GoingToAFindingGoesToItsMostTellingSliceAndPlace) {
    AppState s = reduce(answeredByTwoRules(), ChooseOperatingPoint{"screening"});
    const PatientPoint place = lead(s).volume->grid().toPatient({12, 3, 2});
    s = found(s, oneFinding(place, 2));
    const AppState there = reduce(s, GoToFinding{lead(s).id, 0});
    EXPECT_EQ(lead(there).look->place, place);
    EXPECT_EQ(currentSlice(lead(there)), 2);
    EXPECT_EQ(reduce(s, GoToFinding{lead(s).id, 1}), s);
    EXPECT_EQ(reduce(s, GoToFinding{lead(s).id, -1}), s);
}

} // namespace
} // namespace hemo
