// What is made to learn from, as the screen knows it.

#include "made_volumes.h"

#include "core/state/reduce/reduce.h"
#include "core/state/select/shelf.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

AppState making() {
    AppState s = openState();
    s.notice = Notice{say("notice.case_added"), false};
    return reduce(s, BeginMaking{1, say("stage.cases")});
}

TEST(Making, IsToldForAsLongAsItRunsAndNotOnlyAtItsBeginning) {
    AppState s = making();
    EXPECT_FALSE(s.notice) << "it would stand before the stage";
    EXPECT_TRUE(select::toldJob(s).isRunning);
    EXPECT_EQ(select::toldJob(s).stage, say("stage.cases"));
    s = reduce(s, MakingProgress{1, 0.5, say("stage.cases")});
    EXPECT_EQ(select::toldJob(s).fraction, 0.5);
    s = reduce(s, MakingEnded{1});
    EXPECT_FALSE(select::toldJob(s).isRunning);
}

TEST(Making, CanBeStoppedAndThenSaysNothingMore) {
    AppState s = making();
    ASSERT_TRUE(select::canCancel(s));
    s = reduce(s, CancelWork{});
    EXPECT_FALSE(select::canCancel(s));
    s = reduce(s, MakingFailed{1, {ErrorCode::Cancelled, say("lesson.not_written"), {}}});
    EXPECT_FALSE(s.notice);
}

TEST(Making, ThatFailsSaysWhyUnlessSomethingElseIsMadeByNow) {
    const Error why{ErrorCode::WriteFailed, say("lesson.not_written"), {}};
    const AppState s = making();
    EXPECT_EQ(reduce(s, MakingFailed{1, why}).notice, (Notice{why.message, true}));
    const AppState next = reduce(s, BeginMaking{2, say("stage.drawing_bleed")});
    EXPECT_EQ(reduce(next, MakingFailed{1, why}), next);
    EXPECT_EQ(reduce(next, MakingEnded{1}), next);
    EXPECT_EQ(reduce(next, MakingProgress{1, 0.9, say("stage.cases")}), next);
}

} // namespace
} // namespace hemo
