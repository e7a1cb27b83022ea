#pragma once

#include "core/classroom/case_score.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hemo {

/// How a learner stands with one case: a box of Leitner's (1972). What is answered wrongly goes back to the
/// first, what is answered rightly goes on to the next, and each box comes later than the one before.
struct Learned {
    int box = 0;
    std::int64_t readAt = 0; ///< last, seconds since 1970 UTC
    int times = 0;
    CaseScore score;    ///< last
    double seconds = 0; ///< last, from all slices on the screen to the answer
    bool operator==(const Learned&) const = default;
};
/// By TeachingCase::series.
using Progress = std::map<std::string, Learned>;

/// After one more answer.
Learned learned(const Learned& before, const CaseScore& score, double seconds, std::int64_t now);

/// When a case comes back, seconds since 1970 UTC: after 10 minutes, a day, three, seven, a month.
std::int64_t dueAt(const Learned& learned);

/// The case to be read next: what is due and was wrong before what is new, in the order of the collection;
/// none where all were read and none is due. After one that was passed over the order goes on behind it, and
/// it comes back where there is no other. `now`: seconds since 1970 UTC.
std::optional<std::size_t> nextCase(const CaseCollection& collection, const Progress& progress,
                                    std::int64_t now, std::optional<std::size_t> passedOver = {});

/// All that was read last of each case, for the end of a round.
struct RoundSummary {
    int cases = 0, read = 0;
    int answersRight = 0, choicesRight = 0, choices = 0, kindsRight = 0, kinds = 0;
    int placesFound = 0, places = 0, placesTooMany = 0;
    std::optional<double> medianSeconds;
    bool operator==(const RoundSummary&) const = default;
};
RoundSummary summaryOf(const CaseCollection& collection, const Progress& progress);

/// {series: {"box", "read_at", "times", "seconds", "score": {...}}}, as it is kept on the disk.
std::string progressJson(const Progress& progress);
/// What cannot be understood is as if it had not been read.
Progress parseProgress(std::string_view text);

} // namespace hemo
