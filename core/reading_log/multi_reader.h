#pragma once

#include "core/reading_log/log_summary.h"

#include <span>
#include <string>
#include <vector>

namespace hemo {

/// Readers, conditions and cases of known truth, as multi-reader multi-case studies have them. Readers and
/// cases are numbered from 0 in the order of the log.
struct MultiReaderStudy {
    struct Rating {
        std::size_t reader = 0, caseNumber = 0;
        ReadingCondition condition = ReadingCondition::Assisted;
        int rating = 0; ///< `ratingOf`
        bool operator==(const Rating&) const = default;
    };
    std::size_t readers = 0;
    std::vector<bool> isBleed;                ///< one a case: the truth
    std::vector<ReadingCondition> conditions; ///< those that occur
    std::vector<Rating> ratings;              ///< one of each reader, case and condition at most
};
/// A case is a series; what has no truth is left out.
MultiReaderStudy multiReaderStudy(std::span<const LogEntry> entries);

/// The cases alone that every reader has read under each of the conditions: what programs for factorial
/// designs need. May be left with none.
MultiReaderStudy crossed(const MultiReaderStudy& study);

/// The text format of iMRMC (DIDSR, "iMRMC input file"): a row a rating, the truth as the ratings of reader
/// -1. Readers and cases are numbered from 1.
std::string imrmcText(const MultiReaderStudy& study);

} // namespace hemo
