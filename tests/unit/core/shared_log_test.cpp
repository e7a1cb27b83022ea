// Logs of several readers who share a study, and how they become one.

#include "core/reading_log/multi_reader.h"
#include "core/reading_log/shared_log.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using Says = ReaderVerdict::Answer;

LogEntry reading(const char* reader, const char* series, Says answer, std::optional<bool> truth = {}) {
    LogEntry entry;
    entry.reader = reader;
    entry.series = series;
    entry.study = std::string("study of ") + series;
    entry.first.answer = answer;
    entry.first.confidence = 4;
    if (answer == Says::Bleed) {
        entry.first.kinds = {BleedType::Subdural};
        entry.first.places = {{40, 0, 10}};
    }
    entry.first.committedAt = 100;
    entry.truth = truth;
    return entry;
}

std::string problemOf(const Result<std::vector<LogEntry>>& joined) {
    return joined ? "" : english(joined.error().message);
}

TEST(SharedLog, IsReadAsItWasWritten) {
    SharedLog log{"mark",
                  {reading("a", "s1", Says::Bleed, true), reading("a", "s2", Says::None, false),
                   reading("a", "s3", Says::CannotTell)}};
    log.entries[0].revised = log.entries[1].first;
    log.entries[0].secondsToCommit = 12.5;
    log.entries[0].second = Answer::Suspected;
    EXPECT_EQ(parseSharedLog(sharedLogJson(log)), log);
    EXPECT_EQ(parseSharedLog(sharedLogJson({"mark", {}})), (SharedLog{"mark", {}}));
}

TEST(SharedLog, WhatIsNoneIsRefusedWithASentence) {
    const std::string whole = sharedLogJson({"mark", {reading("a", "s1", Says::Bleed, true)}});
    std::string newer = whole, damaged = whole;
    newer.replace(newer.find("\"hemoscope_log\": 1"), 18, "\"hemoscope_log\": 2");
    damaged.replace(damaged.find("\"truth\": true"), 13, "\"truth\": \"x\"");
    for (const std::string& text : {std::string(), std::string("[]"), std::string("{}"), newer, damaged,
                                    whole.substr(0, whole.size() / 2)}) {
        const auto parsed = parseSharedLog(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().message, say("shared_log.unreadable"));
    }
}

TEST(JoinedLogs, MakeAStudyOfSeveralReadersOfTheSameCases) {
    const SharedLog one{"mark",
                        {reading("a", "s1", Says::Bleed, true), reading("a", "s2", Says::None, false)}};
    const SharedLog other{"mark", {reading("b", "s2", Says::Bleed), reading("b", "s1", Says::Bleed)}};
    const auto joined = joinedLogs(std::vector{one, other});
    ASSERT_TRUE(joined);
    const MultiReaderStudy study = multiReaderStudy(*joined);
    EXPECT_EQ(study.readers, 2u);
    EXPECT_EQ(study.isBleed, (std::vector{true, false})) << "what one knows to be true is so for all";
    EXPECT_EQ(study.ratings.size(), 4u);
    EXPECT_EQ(crossed(study).isBleed.size(), 2u);
}

TEST(JoinedLogs, OfALogThatWasSavedTwiceWhatWasSaidLastCounts) {
    const SharedLog before{"mark", {reading("a", "s1", Says::None)}};
    SharedLog after = before;
    after.entries[0].revised = after.entries[0].first;
    after.entries[0].revised->answer = Says::CannotTell;
    after.entries[0].revised->committedAt = 200;
    EXPECT_EQ(joinedLogs(std::vector{before, after}), after.entries);
    EXPECT_EQ(joinedLogs(std::vector{after, before}), after.entries);
}

TEST(JoinedLogs, OfDifferentStudiesOrOfDifferentTruthAreRefused) {
    const SharedLog one{"mark", {reading("a", "s1", Says::Bleed, true)}};
    SharedLog other{"mark", {reading("b", "s1", Says::Bleed, false)}};
    EXPECT_NE(problemOf(joinedLogs(std::vector{one, other})).find("different things"), std::string::npos);
    other.study = "another";
    EXPECT_NE(problemOf(joinedLogs(std::vector{one, other})).find("different studies"), std::string::npos);
}

} // namespace
} // namespace hemo
