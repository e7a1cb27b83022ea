#include "core/study/study_tree.h"

#include "core/study/same_patient.h"

#include <algorithm>
#include <tuple>

namespace hemo {
namespace {

/// Files that name nobody are one patient: there is nothing to tell them apart.
bool isSamePatient(const SeriesInfo& a, const SeriesInfo& b) {
    const auto who = [](const SeriesInfo& s) {
        return std::tie(s.patientName, s.patientId, s.patientBirthDate);
    };
    return patientMatch(a, b) == PatientMatch::Same || who(a) == who(b);
}

/// Research volumes and damaged files name no study: then the date and its words tell them apart.
auto studyOf(const SeriesInfo& s) {
    return std::tie(s.studyInstanceUid, s.studyDate, s.studyDescription);
}

bool isSameStudy(const SeriesInfo& a, const SeriesInfo& b) {
    if (!a.studyInstanceUid.empty()) return a.studyInstanceUid == b.studyInstanceUid;
    return studyOf(a) == studyOf(b);
}

/// The entry that `belongs`, made where there is none yet.
template <class Entry, class Belongs> Entry& entryFor(std::vector<Entry>& entries, Belongs belongs) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return belongs(e.about()); });
    return found == entries.end() ? entries.emplace_back() : *found;
}

void putInOrder(PatientEntry& patient) {
    const auto isBefore = [](const SeriesInfo* a, const SeriesInfo* b) {
        return std::tuple(a->use == SeriesUse::Listed, a->seriesNumber) <
               std::tuple(b->use == SeriesUse::Listed, b->seriesNumber);
    };
    for (StudyEntry& study : patient.studies)
        std::stable_sort(study.series.begin(), study.series.end(), isBefore);
    // Dates and times of DICOM sort as text; a study without a date comes last.
    std::stable_sort(patient.studies.begin(), patient.studies.end(),
                     [](const StudyEntry& a, const StudyEntry& b) {
                         return std::tie(a.about().studyDate, a.about().studyTime) >
                                std::tie(b.about().studyDate, b.about().studyTime);
                     });
}

} // namespace

std::vector<PatientEntry> studyTree(const FolderContents& contents) {
    std::vector<PatientEntry> patients;
    for (const SeriesInfo& s : contents.series) {
        PatientEntry& patient =
            entryFor(patients, [&](const SeriesInfo& other) { return isSamePatient(other, s); });
        StudyEntry& study =
            entryFor(patient.studies, [&](const SeriesInfo& other) { return isSameStudy(other, s); });
        study.series.push_back(&s);
    }
    for (PatientEntry& patient : patients)
        putInOrder(patient);
    return patients;
}

} // namespace hemo
