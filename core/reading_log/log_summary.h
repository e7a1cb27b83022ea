#pragma once

#include "core/reading_log/log_entry.h"
#include "core/reading_log/paired_answers.h"
#include "core/reading_log/reader_roc.h"

#include <optional>
#include <span>
#include <vector>

namespace hemo {

/// What a reader knew of the second reader's answer when they said something.
enum class ReadingCondition {
    Assisted,     ///< it stood beside the image all the time
    BeforeAnswer, ///< it was locked
    AfterAnswer,  ///< it was locked before, and shown then
    Blind,        ///< there was none
};
inline constexpr std::array kReadingConditions{ReadingCondition::Assisted, ReadingCondition::BeforeAnswer,
                                               ReadingCondition::AfterAnswer, ReadingCondition::Blind};
/// "assisted", "before-answer", "after-answer", "blind": in what is exported.
std::string_view conditionName(ReadingCondition condition);

/// What one reading says under a condition; null where it says nothing under it. Blind and assisted it is the
/// last word. Points into the entry.
const ReaderVerdict* verdictUnder(ReadingCondition condition, const LogEntry& entry);

/// All readings under one condition.
struct ConditionSummary {
    ReadingCondition condition = ReadingCondition::Assisted;
    int readings = 0;
    int cannotTell = 0; ///< of those the reader could not tell, so that they count in none of the shares
    /// With the second reader, where both give an answer.
    CountedShare agreement;
    std::optional<Estimate> kappa;
    /// Where the truth is known.
    CountedShare sensitivity, specificity;
    std::optional<ReaderRoc> roc;
    /// Medians, where they were measured. What is revised has no time to the first verdict.
    std::optional<double> secondsToCommit, secondsToClose;
};

/// First and last answers that differ, where the truth is known.
struct ChangesOfMind {
    int toRight = 0, toWrong = 0;
    int other = 0; ///< of unknown truth, or to or from "cannot tell"
    bool operator==(const ChangesOfMind&) const = default;
};

/// The log as its page shows it.
struct LogSummary {
    int readings = 0, withTruth = 0;
    std::vector<ConditionSummary> conditions; ///< those with readings, in the order of kReadingConditions
    ChangesOfMind changes;
};
LogSummary summaryOf(std::span<const LogEntry> entries);

} // namespace hemo
