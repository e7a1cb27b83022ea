// The reader's own verdict, in the state.

#include "made_comparison.h"

#include "core/state/select/review.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

constexpr std::int64_t kNow = 1700000000;

AppState openedWithPrint() {
    const VolumePtr volume = volumeOf(uprightGrid());
    AppState s = openState(volume);
    return withReading(s, lead(s).id, [&](Reading& r) { r.fingerprint = fingerprintOf(*volume); });
}

AppState answering() {
    AppState s = openedWithPrint();
    return reduce(s, OpenVerdict{lead(s).id});
}

AppState withBleed(AppState s, PatientPoint place, int confidence = 4) {
    const ReadingId id = lead(s).id;
    s = reduce(s, ToggleKind{id, BleedType::Subdural});
    s = reduce(s, TogglePlace{id, place});
    return reduce(s, SetConfidence{id, confidence});
}

TEST(OwnReading, WhatIsChosenBecomesTheFirstVerdictWithItsTime) {
    AppState s = answering();
    EXPECT_TRUE(s.screen.isAnswering);
    s = withBleed(s, {1, 2, 3});
    EXPECT_EQ(select::ownPlaces(s, lead(s)), (std::vector<PatientPoint>{{1, 2, 3}}));
    s = reduce(s, CommitVerdict{lead(s).id, kNow});
    EXPECT_FALSE(s.screen.isAnswering);
    EXPECT_FALSE(lead(s).verdictDraft);
    const ReaderVerdict& first = *lead(s).ownVerdict.first;
    EXPECT_EQ(first.answer, ReaderVerdict::Answer::Bleed) << "a kind says that there is one";
    EXPECT_EQ(first.kinds, std::vector{BleedType::Subdural});
    EXPECT_EQ(first.committedAt, kNow);
    EXPECT_EQ(select::ownPlaces(s, lead(s)), first.places);
}

TEST(OwnReading, NothingIsCommittedWhileSomethingIsMissing) {
    AppState s = answering();
    const ReadingId id = lead(s).id;
    for (const Action& action : {Action{AnswerVerdict{id, ReaderVerdict::Answer::Bleed}},
                                 Action{TogglePlace{id, {1, 2, 3}}}, Action{SetConfidence{id, 6}}}) {
        s = reduce(reduce(s, action), CommitVerdict{id, kNow});
        EXPECT_FALSE(lead(s).ownVerdict.first);
        EXPECT_TRUE(s.screen.isAnswering);
    }
    s = reduce(reduce(s, SetConfidence{id, 5}), CommitVerdict{id, kNow});
    EXPECT_TRUE(lead(s).ownVerdict.first);
}

TEST(OwnReading, WhatWasChosenWaitsWhileThePanelIsClosed) {
    AppState s = reduce(withBleed(answering(), {1, 2, 3}), CloseVerdict{});
    EXPECT_FALSE(s.screen.isAnswering);
    EXPECT_TRUE(select::ownPlaces(s, lead(s)).empty()) << "nothing was committed";
    s = reduce(s, OpenVerdict{lead(s).id});
    EXPECT_EQ(lead(s).verdictDraft->confidence, 4);
    s = reduce(s, DropLastPlace{lead(s).id});
    EXPECT_TRUE(lead(s).verdictDraft->places.empty());
}

TEST(OwnReading, ARevisionBeginsWithWhatWasSaidAndLeavesTheFirstAsItWas) {
    AppState s = reduce(withBleed(answering(), {1, 2, 3}), CommitVerdict{lead(answering()).id, kNow});
    const auto first = lead(s).ownVerdict.first;
    s = reduce(s, OpenVerdict{lead(s).id});
    EXPECT_EQ(lead(s).verdictDraft->places, first->places);
    s = reduce(s, AnswerVerdict{lead(s).id, ReaderVerdict::Answer::None});
    s = reduce(s, CommitVerdict{lead(s).id, kNow + 60});
    EXPECT_EQ(lead(s).ownVerdict.first, first);
    EXPECT_EQ(lead(s).ownVerdict.revised->answer, ReaderVerdict::Answer::None);
    EXPECT_EQ(lead(s).ownVerdict.revised->committedAt, kNow + 60);
    EXPECT_TRUE(lead(s).ownVerdict.revised->places.empty());
}

TEST(OwnReading, WhatTheDiskKeepsCameFirst) {
    AppState s = withBleed(answering(), {1, 2, 3});
    s = reduce(s, CommitVerdict{lead(s).id, kNow});
    OwnVerdict kept;
    kept.first = lead(s).ownVerdict.first;
    kept.first->answer = ReaderVerdict::Answer::CannotTell;
    kept.first->committedAt = kNow - 100;
    s = reduce(s, OwnReadingRead{lead(s).id, *lead(s).fingerprint, kept, {}});
    EXPECT_TRUE(lead(s).isOwnRead);
    EXPECT_EQ(lead(s).ownVerdict.first, kept.first);
    EXPECT_EQ(lead(s).ownVerdict.revised->committedAt, kNow);
    const AppState other = reduce(s, OwnReadingRead{lead(s).id, *lead(s).fingerprint + 1, {}, {}});
    EXPECT_EQ(other, s) << "of what was loaded before";
}

TEST(OwnReading, TheReadingOpensAgainUnlockedOnceTheDiskHasToldOfItsVerdict) {
    AppState s = reduce(openedWithPrint(), ChooseWay{WayOfReading::SecondReader});
    OwnVerdict kept;
    kept.first = ReaderVerdict{ReaderVerdict::Answer::None, {}, {}, 3};
    s = reduce(s, OwnReadingRead{lead(s).id, *lead(s).fingerprint, kept, {}});
    EXPECT_EQ(select::lockOn(s, lead(s)), select::Lock::Open);
}

TEST(OwnReading, NoVerdictIsGivenOnAFirstPicture) {
    AppState s = reduce(openState(), OpenSeries{kLead, "other"});
    s = previewed(s, kLead, volumeOf(uprightGrid(1)));
    s = reduce(s, OpenVerdict{lead(s).id});
    EXPECT_FALSE(s.screen.isAnswering);
}

} // namespace
} // namespace hemo
