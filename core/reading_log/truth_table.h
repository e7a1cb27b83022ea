#pragma once

#include "core/result.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace hemo {

/// What was found out later of a study, by whoever could know.
struct StudyTruth {
    std::string studyInstanceUid;
    bool isBleed = false;
    bool operator==(const StudyTruth&) const = default;
};

/// A table of comma- or semicolon-separated values with the columns StudyInstanceUID and bleed (1 or 0);
/// others are passed over. Fails where a column is missing, a row says neither, or a study is given as both.
Result<std::vector<StudyTruth>> parseTruthTable(std::istream& in);

} // namespace hemo
