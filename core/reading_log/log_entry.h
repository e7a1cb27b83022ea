#pragma once

#include "core/reading/reader_verdict.h"

#include <optional>
#include <string>

namespace hemo {

/// What the reading log keeps of one reading: nothing in it names a patient or a reader. Plain value; any
/// thread.
struct LogEntry {
    /// Salted hashes, hexadecimal: of the study's UID, of the voxels, of the reader's name.
    std::string study, series, reader;
    ReaderVerdict first;
    std::optional<ReaderVerdict> revised;  ///< the last one after it
    std::optional<double> secondsToCommit; ///< from all slices on the screen to the first verdict
    std::optional<double> secondsToClose;  ///< from all slices on the screen to the reading being left
    /// What the second reader said; none where it was not asked, or has not answered.
    std::optional<Answer> second;
    double secondScore = 0; ///< 0 to 1
    std::string modelId;
    PatientRule rule;
    std::optional<bool> truth; ///< whether there was a bleed; none: nobody has said
    bool operator==(const LogEntry&) const = default;
};

/// What the reader said last.
const ReaderVerdict& lastOf(const LogEntry& entry);

/// How sure a reader was of a bleed, for a ROC curve: from -5, certain that there is none, over 0, cannot
/// tell, to 5, certain that there is one.
int ratingOf(const ReaderVerdict& verdict);

} // namespace hemo
