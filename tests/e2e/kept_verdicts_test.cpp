#include "app_fixture.h"

#include "app/verdict_file.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"

#include <fstream>
#include <iterator>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;

ReaderVerdict verdictOf(ReaderVerdict::Answer answer, std::int64_t at) {
    ReaderVerdict verdict;
    verdict.answer = answer;
    verdict.confidence = 3;
    verdict.way = WayOfReading::SecondReader;
    verdict.committedAt = at;
    if (answer == ReaderVerdict::Answer::Bleed) verdict.places = {{1, 2, 3}};
    return verdict;
}

OwnReading saying(ReaderVerdict first, std::optional<ReaderVerdict> revised = std::nullopt) {
    return {{std::move(first), std::move(revised)}, {}};
}

TEST(VerdictFile, GivesBackWhatItWasToldOfEachSeries) {
    TempFolder temp;
    const VerdictFile file(temp.path() / "readings");
    constexpr std::uint64_t kHigh = ~std::uint64_t{0}; // SQLite's numbers have a sign
    EXPECT_EQ(file.read(kHigh), OwnReading{});
    EXPECT_FALSE(file.file().exists()) << "nothing is made before there is something to keep";
    OwnReading own = saying(verdictOf(ReaderVerdict::Answer::None, 100));
    own.review.own = {{{4, 5, 6}}};
    ASSERT_TRUE(file.keep(kHigh, {}, own));
    EXPECT_EQ(file.read(kHigh), own);
    EXPECT_EQ(file.read(1), OwnReading{});
    OwnReading revised = own;
    revised.verdict.revised = verdictOf(ReaderVerdict::Answer::Bleed, 200);
    revised.review = {};
    ASSERT_TRUE(file.keep(kHigh, own, revised));
    EXPECT_EQ(file.read(kHigh), revised);
}

TEST(VerdictFile, AFirstVerdictIsNeverWrittenOver) {
    TempFolder temp;
    const VerdictFile one(temp.path()), other(temp.path());
    const OwnReading first = saying(verdictOf(ReaderVerdict::Answer::None, 100)),
                     late = saying(verdictOf(ReaderVerdict::Answer::Bleed, 900));
    ASSERT_TRUE(one.keep(1, {}, first));
    ASSERT_TRUE(other.keep(1, {}, late));
    EXPECT_EQ(one.read(1), first);
}

class KeptVerdictsTest : public ::testing::Test {
protected:
    KeptVerdictsTest() {
        tellFakeWorker("answer");
        writeNamedScan(temp.path() / "scan");
    }
    std::unique_ptr<Application> opened() {
        Application::Folders folders;
        folders.readings = temp.path() / "readings";
        auto application = std::make_unique<Application>(
            InferenceClient::Paths{fakeWorker(), writeModelJson(temp.path() / "model")}, folders);
        application->store().dispatch(action::ChooseWay{WayOfReading::SecondReader});
        application->store().dispatch(action::OpenPaths{{temp.path() / "scan"}});
        EXPECT_TRUE(waitFor([&] {
            const Reading* reading = select::shownIn(application->store().state(), kLead);
            return reading && reading->isOwnRead;
        }));
        return application;
    }
    static void commit(Store& store, ReaderVerdict::Answer answer, std::int64_t at) {
        const ReadingId id = lead(store.state()).id;
        store.dispatch(action::AnswerVerdict{id, answer});
        store.dispatch(action::SetConfidence{id, 4});
        store.dispatch(action::CommitVerdict{id, at});
    }

    TempFolder temp;
};

TEST_F(KeptVerdictsTest, AReadingThatIsOpenedAgainIsUnlockedAndHasBothVerdictsWithTheirTimes) {
    {
        const auto application = opened();
        Store& store = application->store();
        EXPECT_EQ(select::lockOn(store.state(), lead(store.state())), select::Lock::UntilVerdict);
        commit(store, ReaderVerdict::Answer::None, 1700000000);
        commit(store, ReaderVerdict::Answer::CannotTell, 1700000060);
    }
    const auto again = opened();
    const Reading& reading = lead(again->store().state());
    EXPECT_EQ(reading.ownVerdict.first->answer, ReaderVerdict::Answer::None);
    EXPECT_EQ(reading.ownVerdict.first->committedAt, 1700000000);
    EXPECT_EQ(reading.ownVerdict.first->way, WayOfReading::SecondReader);
    EXPECT_EQ(reading.ownVerdict.revised->answer, ReaderVerdict::Answer::CannotTell);
    EXPECT_EQ(select::lockOn(again->store().state(), reading), select::Lock::Open);
    const std::string bytes = bytesOf(temp.path() / "readings" / "readings.sqlite");
    EXPECT_NE(bytes.find("cannot_tell"), std::string::npos);
    EXPECT_EQ(bytes.find(kNobody), std::string::npos);
    EXPECT_EQ(bytes.find((temp.path() / "scan").string()), std::string::npos);
}

TEST_F(KeptVerdictsTest, WhatIsAddedAndUndoneIsAsItWasLeft) {
    {
        const auto application = opened();
        Store& store = application->store();
        const ReadingId id = lead(store.state()).id;
        commit(store, ReaderVerdict::Answer::None, 1700000000);
        store.dispatch(action::AddOwnFinding{id, {1, 2, 3}});
        store.dispatch(action::AddOwnFinding{id, {4, 5, 6}});
        store.dispatch(action::UndoMarks{id});
    }
    const auto again = opened();
    const std::vector<OwnFinding> left{{{1, 2, 3}}};
    EXPECT_EQ(reviewOf(lead(again->store().state())).own, left);
}

} // namespace
} // namespace hemo::ui
