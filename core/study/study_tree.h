#pragma once

#include "core/study/series_info.h"

#include <vector>

namespace hemo {

/// One study and its series: those that can be opened first, each kind in order of series number.
struct StudyEntry {
    std::vector<const SeriesInfo*> series; ///< never empty
    const SeriesInfo& about() const { return *series.front(); }
    bool operator==(const StudyEntry&) const = default;
};

/// One patient and their studies, newest first.
struct PatientEntry {
    std::vector<StudyEntry> studies; ///< never empty
    const SeriesInfo& about() const { return studies.front().about(); }
    bool operator==(const PatientEntry&) const = default;
};

/// What was found as patients, studies and series, the patient with the best series first. Two patients are
/// one only where all that is known of them agrees: one person listed twice misleads nobody, two persons
/// under one name might. Points into `contents`, which must outlive it.
std::vector<PatientEntry> studyTree(const FolderContents& contents);

} // namespace hemo
