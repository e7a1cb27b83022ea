#include "core/reading/history.h"

#include <gtest/gtest.h>

#include <string>

namespace hemo {
namespace {

TEST(History, EveryStepCanBeUndoneAndRedone) {
    History<std::string> history;
    EXPECT_FALSE(history.canUndo());
    history.change("one");
    history.change("two");
    history.undo();
    EXPECT_EQ(history.now(), "one");
    history.undo();
    EXPECT_EQ(history.now(), "");
    history.undo();
    EXPECT_EQ(history.now(), "") << "there is nothing before";
    history.redo();
    history.redo();
    EXPECT_EQ(history.now(), "two");
    EXPECT_FALSE(history.canRedo());
}

TEST(History, AChangeAfterUndoForgetsWhatWasUndone) {
    History<std::string> history;
    history.change("one");
    history.undo();
    history.change("other");
    EXPECT_FALSE(history.canRedo());
    history.undo();
    history.redo();
    EXPECT_EQ(history.now(), "other");
}

TEST(History, StepsShareWhatTheyHold) {
    History<std::string> history;
    history.change("one");
    const std::string* one = &history.now();
    history.change("two");
    const History<std::string> copy = history;
    history.undo();
    EXPECT_EQ(&history.now(), one);
    EXPECT_EQ(copy.now(), "two");
}

} // namespace
} // namespace hemo
