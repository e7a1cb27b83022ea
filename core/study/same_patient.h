#pragma once

#include "core/study/series_info.h"

namespace hemo {

/// Whether two series are of one patient, as far as the files tell. Names and numbers are compared without
/// regard to case, empty components and spaces around them.
enum class PatientMatch {
    Same,    ///< patient ID and name are there and agree, and no birth date contradicts
    Unknown, ///< nothing contradicts, but the ID or the name is missing in one of them
    Other,   ///< ID, name or birth date differ
};

/// What is known of both series and differs.
struct PatientDifference {
    bool isId = false, isName = false, isBirthDate = false;
    bool isAny() const { return isId || isName || isBirthDate; }
    bool operator==(const PatientDifference&) const = default;
};

PatientDifference patientDifference(const SeriesInfo& a, const SeriesInfo& b);
PatientMatch patientMatch(const SeriesInfo& a, const SeriesInfo& b);

} // namespace hemo
