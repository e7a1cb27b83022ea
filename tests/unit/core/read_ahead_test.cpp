// What is listed is read while nothing else is to do.

#include "made_comparison.h"

#include "tests/support/said.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;
using select::ListMark;

/// "1.2.3" is open and answered; "other" is listed beside it.
AppState answeredWithList() {
    AppState s = reduce(openState(), ReadListAhead{true});
    return classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
}

const Reading& other(const AppState& s) {
    return *select::readingOf(s, "other");
}

AppState aheadLoaded(const AppState& s) {
    return reduce(s, SeriesLoaded{other(s).id, other(s).load.number, seriesInfo("other"),
                                  volumeOf(uprightGrid(), "other")});
}

TEST(ReadAhead, TheListWaitsUntilWhatIsSeenIsRead) {
    AppState s = reduce(openState(), ReadListAhead{true});
    EXPECT_EQ(select::readingOf(s, "other"), nullptr);
    EXPECT_EQ(select::listMarks(s).at("other"), ListMark::Waiting);
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
    ASSERT_TRUE(select::readingOf(s, "other"));
    EXPECT_TRUE(other(s).load.isRunning);
    EXPECT_FALSE(select::isLoading(s)) << "nobody waits for it";
    EXPECT_FALSE(select::toldJob(s).isRunning);
}

TEST(ReadAhead, EachSeriesGetsItsAnswerInTheListAndNothingThatIsSeenChanges) {
    AppState s = answeredWithList();
    const Screen before = s.screen;
    const PatientPoint place = lead(s).look->place;
    s = aheadLoaded(s);
    EXPECT_EQ(other(s).reader.status, SecondReader::Status::Running);
    s = classified(s, other(s), predictionOf(*other(s).volume, std::vector<double>(10, .9)));
    EXPECT_EQ(s.screen, before);
    EXPECT_EQ(lead(s).look->place, place);
    const auto marks = select::listMarks(s);
    EXPECT_EQ(marks.at("1.2.3"), ListMark::NoneSeen);
    EXPECT_EQ(marks.at("other"), ListMark::Suspected);
}

TEST(ReadAhead, OpeningWhatWasReadAsksNobodyAgain) {
    AppState s = aheadLoaded(answeredWithList());
    s = classified(s, other(s), predictionOf(*other(s).volume, std::vector<double>(10, .9)));
    s = reduce(s, OpenSeries{kLead, "other"});
    EXPECT_FALSE(select::isLoading(s));
    EXPECT_EQ(select::shownIn(s, kLead)->series->id, "other");
    EXPECT_EQ(reader(s).status, SecondReader::Status::Done);
    EXPECT_EQ(select::suspiciousSlices(s, lead(s)).size(), 10u);
}

TEST(ReadAhead, AnsweredSeriesKeepTheirWordWhenTheirVoxelsAreLetGo) {
    AppState s = aheadLoaded(answeredWithList());
    s = classified(s, other(s), predictionOf(*other(s).volume, std::vector<double>(10, .9)));
    s = reduce(s, SetMostVolumeBytes{bytesOf(lead(s))});
    EXPECT_EQ(other(s).volume, nullptr);
    EXPECT_EQ(select::listMarks(s).at("other"), ListMark::Suspected);
    EXPECT_FALSE(other(s).load.isRunning);
}

TEST(ReadAhead, WhatCannotBeReadIsSaidInTheListAndTriedOnce) {
    AppState s = answeredWithList();
    s = reduce(s,
               LoadFailed{other(s).id, other(s).load.number, {ErrorCode::NothingReadable, said("No."), {}}});
    EXPECT_FALSE(s.notice) << "nobody asked for it";
    EXPECT_EQ(select::listMarks(s).at("other"), ListMark::NotRead);
    s = reduce(s, StepSlice{kLead, 1});
    EXPECT_FALSE(other(s).load.isRunning);
    s = reduce(s, OpenSeries{kLead, "other"});
    EXPECT_TRUE(other(s).load.isRunning) << "who asks for it gets it";
}

TEST(ReadAhead, WhereThereIsNoRoomNothingIsLoadedAgainAndAgain) {
    AppState s = answeredWithList();
    s = reduce(s, SetMostVolumeBytes{bytesOf(lead(s))});
    s = aheadLoaded(s);
    EXPECT_EQ(other(s).volume, nullptr);
    for (int n = 0; n < 3; ++n) {
        s = reduce(s, StepSlice{kLead, 1});
        EXPECT_FALSE(other(s).load.isRunning);
    }
}

TEST(ReadAhead, WhatTheUserOpensGoesFirst) {
    AppState s = reduce(openState(), ReadListAhead{true});
    FolderContents contents = *s.shelf.contents;
    contents.series.push_back(seriesInfo("third"));
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
    ASSERT_TRUE(other(s).load.isRunning);
    s = reduce(s, OpenSeries{kLead, "third"});
    EXPECT_FALSE(other(s).load.isRunning);
    s = loaded(s, kLead, seriesInfo("third"), volumeOf(uprightGrid(), "third"));
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
    EXPECT_TRUE(other(s).load.isRunning) << "then it goes on";
}

TEST(ReadAhead, OpeningASeriesThatIsBeingLoadedShowsItWhenItComes) {
    AppState s = reduce(answeredWithList(), OpenSeries{kLead, "other"});
    EXPECT_TRUE(select::isLoading(s));
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
    EXPECT_EQ(select::shownIn(s, kLead)->series->id, "other");
}

TEST(ReadAhead, SwitchedOffNothingIsRead) {
    AppState s = reduce(answeredWithList(), ReadListAhead{false});
    EXPECT_FALSE(other(s).load.isRunning);
    s = reduce(s, StepSlice{kLead, 1});
    EXPECT_FALSE(other(s).load.isRunning);
    EXPECT_EQ(select::listMarks(s).at("other"), ListMark::None);
}

} // namespace
} // namespace hemo
