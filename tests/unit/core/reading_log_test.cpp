// The reading log as text: what is kept, what is saved, what is read from a table.

#include "core/reading_log/log_csv.h"
#include "core/reading_log/log_json.h"
#include "core/reading_log/multi_reader.h"
#include "core/reading_log/truth_table.h"
#include "core/tables/csv_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace hemo {
namespace {

LogEntry bleedIn(const char* series) {
    LogEntry entry;
    entry.study = "ab12";
    entry.series = series;
    entry.reader = "r1";
    entry.first.answer = ReaderVerdict::Answer::Bleed;
    entry.first.kinds = {BleedType::Epidural, BleedType::Subdural};
    entry.first.places = {{1, -2.25, 3}, {4, 5, 6}};
    entry.first.confidence = 4;
    entry.first.way = WayOfReading::SecondReader;
    entry.first.committedAt = 1700000000;
    return entry;
}

LogEntry wholeEntry() {
    LogEntry entry = bleedIn("s1");
    entry.secondsToCommit = 12.34;
    entry.secondsToClose = 60;
    entry.second = Answer::NoneSeen;
    entry.secondScore = 0.25;
    entry.modelId = "model-1";
    entry.rule = {3, 0.4};
    entry.revised = entry.first;
    entry.revised->answer = ReaderVerdict::Answer::None;
    entry.revised->kinds.clear();
    entry.revised->places.clear();
    return entry;
}

TEST(LogJson, WhatIsKeptComesBack) {
    for (const LogEntry& entry : {bleedIn("s1"), wholeEntry()})
        EXPECT_EQ(parseLogEntry(logEntryJson(entry)), entry);
    EXPECT_FALSE(parseLogEntry("{}"));
    EXPECT_FALSE(parseLogEntry("no json"));
}

TEST(LogCsv, EachReadingIsALineAndWhatIsNotKnownIsEmpty) {
    LogEntry known = wholeEntry();
    known.truth = false;
    std::istringstream lines(logCsv(std::vector{bleedIn("s0"), known}));
    std::string line;
    std::getline(lines, line);
    const auto names = cutLine(line);
    std::getline(lines, line);
    const auto sparse = cutLine(line);
    std::getline(lines, line);
    const auto full = cutLine(line);
    ASSERT_EQ(sparse.size(), names.size());
    ASSERT_EQ(full.size(), names.size());
    const auto in = [&](const std::vector<std::string>& cells, const char* name) {
        return cells[static_cast<std::size_t>(std::ranges::find(names, name) - names.begin())];
    };
    EXPECT_EQ(in(sparse, "first_kinds"), "epidural subdural");
    EXPECT_EQ(in(sparse, "first_places"), "1.0 -2.2 3.0; 4.0 5.0 6.0");
    for (const char* empty : {"revised_answer", "seconds_to_commit", "second_answer", "rule_k", "truth"})
        EXPECT_EQ(in(sparse, empty), "") << empty;
    EXPECT_EQ(in(full, "way"), "second-reader");
    EXPECT_EQ(in(full, "revised_answer"), "none");
    EXPECT_EQ(in(full, "seconds_to_commit"), "12.3");
    EXPECT_EQ(in(full, "second_answer"), "none seen");
    EXPECT_EQ(in(full, "rule_threshold"), "0.400");
    EXPECT_EQ(in(full, "truth"), "0");
}

std::string problemOf(const char* table) {
    std::istringstream in(table);
    const auto truth = parseTruthTable(in);
    return truth ? "" : english(truth.error().message);
}

TEST(TruthTable, StudiesAreTakenAndWhatIsWrongIsSaidWithItsLine) {
    std::istringstream in("bleed,note,StudyInstanceUID\n1,\"a, b\",1.2.3\n0,,1.2.4\n1,,1.2.3\n");
    const auto truth = parseTruthTable(in);
    ASSERT_TRUE(truth);
    EXPECT_EQ(*truth, (std::vector<StudyTruth>{{"1.2.3", true}, {"1.2.4", false}}));
    EXPECT_TRUE(
        problemOf("uid,bleed\n").starts_with("This table lacks the columns StudyInstanceUID and bleed"));
    EXPECT_TRUE(problemOf("").starts_with("This table lacks"));
    EXPECT_TRUE(problemOf("StudyInstanceUID,bleed\n1.2,1\n1.3,yes\n")
                    .starts_with("Line 3 of the table does not give"));
    EXPECT_TRUE(problemOf("StudyInstanceUID,bleed\n1.2,\n").starts_with("Line 2 of the table does not give"));
    EXPECT_TRUE(problemOf("StudyInstanceUID,bleed\n1.2,1\n1.2,0\n").starts_with("Line 3 of the table says"));
    EXPECT_TRUE(problemOf("StudyInstanceUID,bleed\n1.2\n").starts_with("Line 2 of the table"));
}

LogEntry judged(const char* reader, const char* series, bool truth) {
    LogEntry entry = wholeEntry();
    entry.reader = reader;
    entry.series = series;
    entry.truth = truth;
    return entry;
}

TEST(MultiReader, CasesAreSeriesOfKnownTruthAndRatingsThoseOfEachCondition) {
    LogEntry unknown = wholeEntry();
    unknown.series = "no truth";
    const auto study = multiReaderStudy(
        std::vector{judged("r1", "s1", true), unknown, judged("r2", "s1", true), judged("r1", "s2", false)});
    EXPECT_EQ(study.readers, 2u);
    EXPECT_EQ(study.isBleed, (std::vector{true, false}));
    EXPECT_EQ(study.conditions, (std::vector{ReadingCondition::BeforeAnswer, ReadingCondition::AfterAnswer}));
    ASSERT_EQ(study.ratings.size(), 6u);
    EXPECT_EQ(study.ratings[0], (MultiReaderStudy::Rating{0, 0, ReadingCondition::BeforeAnswer, 4}));
    EXPECT_EQ(study.ratings[1], (MultiReaderStudy::Rating{0, 0, ReadingCondition::AfterAnswer, -4}));
    EXPECT_EQ(study.ratings[4], (MultiReaderStudy::Rating{0, 1, ReadingCondition::BeforeAnswer, 4}));
}

TEST(MultiReader, CrossedKeepsTheCasesThatEverybodyReadInEveryWay) {
    const auto all = multiReaderStudy(
        std::vector{judged("r1", "s1", true), judged("r1", "s2", false), judged("r2", "s2", false)});
    const auto study = crossed(all);
    EXPECT_EQ(study.isBleed, std::vector{false});
    ASSERT_EQ(study.ratings.size(), 4u);
    for (const auto& rating : study.ratings)
        EXPECT_EQ(rating.caseNumber, 0u);
    EXPECT_TRUE(crossed({}).isBleed.empty());
}

TEST(MultiReader, TheTextOfImrmcGivesTheTruthAsReaderMinusOne) {
    const auto study = multiReaderStudy(std::vector{judged("r1", "s1", true), judged("r1", "s2", false)});
    const std::string text = imrmcText(study);
    EXPECT_EQ(text.substr(text.find("N0:")), "N0:1\nN1:1\nNR:1\nNM:2\nBEGIN DATA:\n"
                                             "-1,1,0,1\n-1,2,0,0\n"
                                             "1,1,before-answer,4\n1,1,after-answer,-4\n"
                                             "1,2,before-answer,4\n1,2,after-answer,-4\n");
}

} // namespace
} // namespace hemo
