#include "core/reading_log/log_summary.h"

#include "core/median.h"

#include <algorithm>

namespace hemo {
namespace {

/// None where the reader could not tell.
std::optional<bool> saysBleed(const ReaderVerdict& verdict) {
    if (verdict.answer == ReaderVerdict::Answer::Bleed) return true;
    if (verdict.answer == ReaderVerdict::Answer::None) return false;
    return std::nullopt;
}

std::optional<bool> secondSaysBleed(const LogEntry& entry) {
    if (entry.second == Answer::Suspected) return true;
    if (entry.second == Answer::NoneSeen) return false;
    return std::nullopt;
}

/// What the readings under one condition say, laid beside each other.
struct Gathered {
    std::vector<PairedAnswer> withSecond, withTruth;
    std::vector<RatedCase> rated;
    std::vector<double> secondsToCommit, secondsToClose;
};

void gather(Gathered& all, const LogEntry& entry, const ReaderVerdict& verdict, ReadingCondition condition) {
    const auto own = saysBleed(verdict);
    const auto second = secondSaysBleed(entry);
    if (own && second) all.withSecond.push_back({*own, *second});
    if (own && entry.truth) all.withTruth.push_back({*own, *entry.truth});
    if (entry.truth) all.rated.push_back({ratingOf(verdict), *entry.truth});
    if (entry.secondsToCommit && condition != ReadingCondition::AfterAnswer)
        all.secondsToCommit.push_back(*entry.secondsToCommit);
    if (entry.secondsToClose && condition != ReadingCondition::BeforeAnswer)
        all.secondsToClose.push_back(*entry.secondsToClose);
}

ConditionSummary summaryUnder(ReadingCondition condition, std::span<const LogEntry> entries) {
    ConditionSummary summary;
    summary.condition = condition;
    Gathered all;
    for (const LogEntry& entry : entries) {
        const ReaderVerdict* verdict = verdictUnder(condition, entry);
        if (!verdict) continue;
        ++summary.readings;
        if (!saysBleed(*verdict)) ++summary.cannotTell;
        gather(all, entry, *verdict, condition);
    }
    summary.agreement = agreementShare(all.withSecond);
    summary.kappa = cohensKappa(all.withSecond);
    summary.sensitivity = sensitivity(all.withTruth);
    summary.specificity = specificity(all.withTruth);
    summary.roc = readerRoc(all.rated);
    summary.secondsToCommit = median(all.secondsToCommit);
    summary.secondsToClose = median(all.secondsToClose);
    return summary;
}

ChangesOfMind changesIn(std::span<const LogEntry> entries) {
    ChangesOfMind changes;
    for (const LogEntry& entry : entries) {
        if (!entry.revised || entry.revised->answer == entry.first.answer) continue;
        const auto first = saysBleed(entry.first), last = saysBleed(*entry.revised);
        const bool isJudged = first && last && entry.truth;
        ++(!isJudged ? changes.other : *last == *entry.truth ? changes.toRight : changes.toWrong);
    }
    return changes;
}

} // namespace

std::string_view conditionName(ReadingCondition condition) {
    switch (condition) {
    case ReadingCondition::Assisted:
        return "assisted";
    case ReadingCondition::BeforeAnswer:
        return "before-answer";
    case ReadingCondition::AfterAnswer:
        return "after-answer";
    case ReadingCondition::Blind:
        break;
    }
    return "blind";
}

const ReaderVerdict* verdictUnder(ReadingCondition condition, const LogEntry& entry) {
    const WayOfReading way = entry.first.way;
    switch (condition) {
    case ReadingCondition::Assisted:
        return way == WayOfReading::Assisted ? &lastOf(entry) : nullptr;
    case ReadingCondition::BeforeAnswer:
        return way == WayOfReading::SecondReader ? &entry.first : nullptr;
    case ReadingCondition::AfterAnswer: // an answer that never came was not seen
        return way == WayOfReading::SecondReader && entry.second ? &lastOf(entry) : nullptr;
    case ReadingCondition::Blind:
        break;
    }
    return way == WayOfReading::Blind ? &lastOf(entry) : nullptr;
}

LogSummary summaryOf(std::span<const LogEntry> entries) {
    LogSummary summary;
    summary.readings = static_cast<int>(entries.size());
    summary.withTruth = static_cast<int>(
        std::ranges::count_if(entries, [](const LogEntry& e) { return e.truth.has_value(); }));
    for (const ReadingCondition condition : kReadingConditions)
        if (auto under = summaryUnder(condition, entries); under.readings > 0)
            summary.conditions.push_back(std::move(under));
    summary.changes = changesIn(entries);
    return summary;
}

} // namespace hemo
