// What was open when the program could not end.

#include "app_fixture.h"

#include "app/last_session.h"
#include "app/panels/welcome.h"

#include <QPushButton>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using namespace testing;

class LastSessionTest : public ProgramTest {
protected:
    LastSessionTest() {
        for (const char* uid : {"1.2.3", "1.2.4"}) {
            PhantomSpec spec = coarseHead();
            spec.seriesInstanceUid = uid;
            EXPECT_TRUE(imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / "study" / uid,
                                             TaskContext{}));
        }
    }
    fs::path cache() const { return folder.path() / "recent"; }
    fs::path file() const { return cache() / "session.json"; }
    Store& store() { return application->store(); }
    bool isAt(const std::string& series, int slice) const {
        const Reading* shown = select::shownIn(state(), kLead);
        return shown && isWhole(*shown) && shown->series->id == series && currentSlice(*shown) == slice;
    }
    /// The other series of the study at its fourth slice, as it stands in the file.
    Session leave(LastSession& session) {
        store().dispatch(action::OpenPaths{{folder.path() / "study"}});
        EXPECT_TRUE(waitFor([this] { return isRead(state()); }));
        store().dispatch(action::StepSeries{kLead, 1});
        store().dispatch(action::StepSeries{kLead, -1});
        store().dispatch(action::StepSeries{kLead, 1});
        EXPECT_TRUE(waitFor([this] { return isRead(state()); }));
        store().dispatch(action::GoToSlice{lead(state()).id, 3});
        clock.turn(std::chrono::seconds(1));
        EXPECT_TRUE(waitFor([this] { return fs::exists(file()); }));
        EXPECT_FALSE(session.left());
        return *sessionOf(state());
    }
    /// A program that could not end leaves the file.
    void crash(std::optional<LastSession>& session) {
        const std::string kept = bytesOf(file());
        session.reset();
        std::ofstream(file(), std::ios::binary) << kept;
    }
};

TEST_F(LastSessionTest, AfterACrashTheSeriesAndItsSliceAreOfferedAndComeBack) {
    std::optional<LastSession> session;
    session.emplace(cache(), store(), clock);
    const Session left = leave(*session);
    crash(session);
    store().dispatch(action::OpenPaths{{folder.path() / "study" / "1.2.3"}}); // somewhere else by then
    ASSERT_TRUE(waitFor([&] { return isRead(state()) && !isAt(left.series, left.slice); }));

    Application another(InferenceClient::Paths{fakeWorker(), folder.path() / "model"}, {}, nullptr, clock);
    LastSession again(cache(), another.store(), clock);
    ASSERT_TRUE(again.left());
    EXPECT_EQ(*again.left(), left);
    again.goOn();
    EXPECT_TRUE(waitFor([&] {
        const Reading* shown = select::shownIn(another.store().state(), kLead);
        return shown && isWhole(*shown) && shown->series->id == left.series &&
               currentSlice(*shown) == left.slice;
    }));
}

TEST_F(LastSessionTest, AProgramThatEndsLeavesNothing) {
    std::optional<LastSession> session;
    session.emplace(cache(), store(), clock);
    leave(*session);
    session.reset();
    EXPECT_FALSE(fs::exists(file()));
    EXPECT_FALSE(LastSession(cache(), store(), clock).left());
}

TEST_F(LastSessionTest, ASecondProgramOffersAndForgetsNothingOfTheFirst) {
    std::optional<LastSession> first;
    first.emplace(cache(), store(), clock);
    leave(*first);
    {
        Store other;
        const LastSession second(cache(), other, clock);
        EXPECT_FALSE(second.left());
    }
    EXPECT_TRUE(fs::exists(file()));
}

TEST_F(LastSessionTest, ADamagedFileOffersNothing) {
    fs::create_directories(cache());
    for (const char* text : {"", "{", "[]", R"({"paths": [], "series": "a", "slice": 1})",
                             R"({"paths": "x", "series": "a", "slice": 1})", R"({"paths": ["x"]})"}) {
        std::ofstream(file()) << text;
        EXPECT_FALSE(LastSession(cache(), store(), clock).left()) << text;
    }
}

TEST_F(LastSessionTest, WhoOpensSomethingElseIsAskedNoMore) {
    fs::create_directories(cache());
    std::ofstream(file()) << R"({"paths": ["/nowhere"], "series": "a", "slice": 1})";
    LastSession session(cache(), store(), clock);
    ASSERT_TRUE(session.left());
    leave(session);
    EXPECT_FALSE(session.left());
}

TEST_F(LastSessionTest, WhatIsNotThereAnyMoreIsASentence) {
    fs::create_directories(cache());
    std::ofstream(file()) << R"({"paths": ["/nowhere/at/all"], "series": "a", "slice": 1})";
    LastSession session(cache(), store(), clock);
    session.goOn();
    EXPECT_TRUE(waitFor([this] { return state().notice.has_value(); }));
    EXPECT_TRUE(state().notice->isError);
}

TEST(WelcomeOffers, ToGoOnWhereTheProgramStoppedAndOnlyThen) {
    int asked = 0;
    Welcome stopped([] {}, [&] { ++asked; }, [] {}, [] {}, nullptr);
    stopped.show();
    QTest::mouseClick(stopped.findChild<QPushButton*>("welcomeGoOn"), Qt::LeftButton);
    EXPECT_EQ(asked, 1);
    EXPECT_FALSE(Welcome([] {}, {}, [] {}, [] {}, nullptr).findChild<QPushButton*>("welcomeGoOn"));
}

} // namespace
} // namespace hemo::ui
