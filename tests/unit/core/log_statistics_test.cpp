// What a log of readings amounts to: agreement, ROC curves, changes of mind.

#include "core/reading_log/log_summary.h"

#include <gtest/gtest.h>

#include <random>

namespace hemo {
namespace {

using Says = ReaderVerdict::Answer;

std::vector<PairedAnswer> cases(int both, int first, int second, int none) {
    std::vector<PairedAnswer> all(static_cast<std::size_t>(both), {true, true});
    all.insert(all.end(), static_cast<std::size_t>(first), {true, false});
    all.insert(all.end(), static_cast<std::size_t>(second), {false, true});
    all.insert(all.end(), static_cast<std::size_t>(none), {false, false});
    return all;
}

TEST(PairedAnswers, AShareHasWilsonsInterval) {
    const CountedShare share = countedShare(9, 10); // Wilson by hand: 0.5958 to 0.9821
    EXPECT_DOUBLE_EQ(share.share.value, 0.9);
    EXPECT_NEAR(share.share.low, 0.5958, 1e-4);
    EXPECT_NEAR(share.share.high, 0.9821, 1e-4);
    EXPECT_EQ(countedShare(0, 0), CountedShare{}) << "of none nothing is known";
    EXPECT_DOUBLE_EQ(countedShare(10, 10).share.high, 1);
}

TEST(PairedAnswers, KappaIsAgreementBeyondChanceWithTheErrorOfFleissCohenAndEveritt) {
    const auto kappa = cohensKappa(cases(20, 5, 10, 15));
    ASSERT_TRUE(kappa);
    EXPECT_NEAR(kappa->value, 0.4, 1e-12);
    EXPECT_NEAR(kappa->value - kappa->low, 1.959964 * 0.126996, 1e-5);
    EXPECT_NEAR(kappa->high - kappa->value, 1.959964 * 0.126996, 1e-5);
    EXPECT_NEAR(cohensKappa(cases(5, 0, 0, 5))->value, 1, 1e-12);
    EXPECT_EQ(cohensKappa(cases(0, 1, 0, 0)), (Estimate{0, -1, 1})) << "one case says nothing";
    EXPECT_NEAR(cohensKappa(cases(0, 5, 5, 0))->value, -1, 1e-12);
    EXPECT_NEAR(cohensKappa(cases(4, 4, 4, 4))->value, 0, 1e-12);
}

TEST(PairedAnswers, KappaIsNotDefinedWhereBothAlwaysSayTheSameOneThing) {
    EXPECT_FALSE(cohensKappa({}));
    EXPECT_FALSE(cohensKappa(cases(0, 0, 0, 7)));
}

TEST(PairedAnswers, SensitivityCountsBleedsAndSpecificityTheRest) {
    const auto all = cases(8, 1, 2, 9);
    EXPECT_EQ(sensitivity(all).of, 8);
    EXPECT_EQ(sensitivity(all).all, 10);
    EXPECT_EQ(specificity(all).of, 9);
    EXPECT_EQ(specificity(all).all, 10);
    EXPECT_EQ(agreementShare(all).of, 17);
}

TEST(ReaderRoc, TheAreaIsTheShareOfPairsInTheRightOrderAndTiesCountHalf) {
    const std::vector<RatedCase> rated{{5, true},  {2, true},   {-1, true},
                                       {2, false}, {-1, false}, {-5, false}};
    // Pairs by hand: 5 beats all three; 2 ties one and beats two; -1 loses one, ties one, beats one.
    const auto roc = readerRoc(rated);
    ASSERT_TRUE(roc);
    EXPECT_NEAR(roc->area.value, (3 + 2.5 + 1.5) / 9, 1e-12);
    EXPECT_EQ(roc->points.front(), (RocPoint{0, 0}));
    EXPECT_EQ(roc->points.back(), (RocPoint{1, 1}));
    EXPECT_EQ(roc->points.size(), 5u) << "a corner a rating, and the beginning";
}

TEST(ReaderRoc, WhoTellsAllApartIsNotCertain) {
    const auto roc = readerRoc(std::vector<RatedCase>{{5, true}, {4, true}, {-4, false}, {-5, false}});
    ASSERT_TRUE(roc);
    EXPECT_DOUBLE_EQ(roc->area.value, 1);
    EXPECT_LT(roc->area.low, 0.7);
    EXPECT_GT(roc->area.low, 0.2);
    EXPECT_NEAR(roc->area.high, 1, 1e-9);
    EXPECT_FALSE(readerRoc(std::vector<RatedCase>{{5, true}})) << "nothing to tell it from";
}

TEST(ReaderRoc, ItsIntervalHoldsTheTrueAreaAsOftenAsItSays) {
    std::mt19937 random(20231);
    std::normal_distribution<double> noise;
    constexpr double kApart = 1.2; // the true area is 0.8019 of a normal difference: Phi(1.2 / sqrt 2)
    constexpr double kTrueArea = 0.80193;
    constexpr int kStudies = 2000;
    int held = 0;
    for (int study = 0; study < kStudies; ++study) {
        std::vector<RatedCase> rated;
        for (int n = 0; n < 40; ++n) {
            const bool isBleed = n < 20;
            rated.push_back({static_cast<int>(100 * (noise(random) + (isBleed ? kApart : 0))), isBleed});
        }
        const Estimate area = readerRoc(rated)->area;
        held += area.low <= kTrueArea && kTrueArea <= area.high ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(held) / kStudies, 0.95, 0.025);
}

LogEntry entryOf(WayOfReading way, Says answer, int confidence, std::optional<Answer> second = {}) {
    LogEntry entry;
    entry.first.answer = answer;
    entry.first.confidence = confidence;
    entry.first.way = way;
    entry.second = second;
    return entry;
}

TEST(LogEntry, ARatingGoesFromCertainOfNoneToCertainOfABleed) {
    EXPECT_EQ(ratingOf(entryOf(WayOfReading::Blind, Says::Bleed, 5).first), 5);
    EXPECT_EQ(ratingOf(entryOf(WayOfReading::Blind, Says::None, 4).first), -4);
    EXPECT_EQ(ratingOf(entryOf(WayOfReading::Blind, Says::CannotTell, 3).first), 0);
}

TEST(LogSummary, TheFirstWordCountsBeforeTheAnswerAndTheLastOneAfterIt) {
    LogEntry entry = entryOf(WayOfReading::SecondReader, Says::None, 2, Answer::Suspected);
    entry.truth = true;
    entry.revised = entryOf(WayOfReading::SecondReader, Says::Bleed, 4).first;
    entry.secondsToCommit = 10;
    entry.secondsToClose = 30;
    const LogSummary summary = summaryOf(std::vector{entry});
    ASSERT_EQ(summary.conditions.size(), 2u);
    const auto &before = summary.conditions[0], &after = summary.conditions[1];
    EXPECT_EQ(before.condition, ReadingCondition::BeforeAnswer);
    EXPECT_EQ(before.sensitivity.of, 0);
    EXPECT_EQ(before.agreement.of, 0);
    EXPECT_EQ(before.secondsToCommit, 10);
    EXPECT_FALSE(before.secondsToClose);
    EXPECT_EQ(after.condition, ReadingCondition::AfterAnswer);
    EXPECT_EQ(after.sensitivity.of, 1);
    EXPECT_EQ(after.agreement.of, 1);
    EXPECT_EQ(after.secondsToClose, 30);
    EXPECT_EQ(summary.changes, (ChangesOfMind{1, 0, 0}));
}

TEST(LogSummary, AnAnswerThatNeverCameWasNotSeen) {
    const LogSummary summary = summaryOf(std::vector{entryOf(WayOfReading::SecondReader, Says::None, 2)});
    ASSERT_EQ(summary.conditions.size(), 1u);
    EXPECT_EQ(summary.conditions[0].condition, ReadingCondition::BeforeAnswer);
    EXPECT_EQ(summary.conditions[0].agreement.all, 0);
}

TEST(LogSummary, WhoCannotTellIsNeitherRightNorWrongButIsCounted) {
    LogEntry unsure = entryOf(WayOfReading::Blind, Says::CannotTell, 1);
    unsure.truth = true;
    LogEntry found = entryOf(WayOfReading::Blind, Says::Bleed, 3);
    found.truth = true;
    const LogSummary summary = summaryOf(std::vector{unsure, found});
    ASSERT_EQ(summary.conditions.size(), 1u);
    EXPECT_EQ(summary.conditions[0].readings, 2);
    EXPECT_EQ(summary.conditions[0].cannotTell, 1);
    EXPECT_EQ(summary.conditions[0].sensitivity.all, 1);
    EXPECT_EQ(summary.withTruth, 2);
}

TEST(LogSummary, ChangesOfMindAreRightWrongOrNobodyKnows) {
    const auto changed = [](Says from, Says to, std::optional<bool> truth) {
        LogEntry entry = entryOf(WayOfReading::Assisted, from, 3);
        entry.revised = entryOf(WayOfReading::Assisted, to, 3).first;
        entry.truth = truth;
        return entry;
    };
    const LogSummary summary = summaryOf(
        std::vector{changed(Says::None, Says::Bleed, true), changed(Says::None, Says::Bleed, false),
                    changed(Says::Bleed, Says::None, std::nullopt),
                    changed(Says::Bleed, Says::CannotTell, true), changed(Says::Bleed, Says::Bleed, true)});
    EXPECT_EQ(summary.changes, (ChangesOfMind{1, 1, 2}));
}

} // namespace
} // namespace hemo
