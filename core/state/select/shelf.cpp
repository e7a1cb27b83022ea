#include "core/state/select/shelf.h"

#include "core/state/select/screen.h"
#include "core/study/same_patient.h"
#include "core/study/study_interval.h"
#include "core/study/study_tree.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace hemo::select {
namespace {

/// The smaller, the better.
auto suggestionRank(const SeriesInfo& candidate, const SeriesInfo& current) {
    const auto interval = earlierBy(candidate, current);
    const bool isSameStudy = candidate.studyInstanceUid == current.studyInstanceUid;
    const int when = isSameStudy ? 2 : interval && interval->isEarlier() ? 0 : 1;
    return std::tuple(patientMatch(candidate, current) == PatientMatch::Same ? 0 : 1, when,
                      interval ? std::abs(interval->days) : 1 << 20,
                      interval ? std::abs(interval->minutes.value_or(0)) : 0,
                      candidate.kernel == current.kernel ? 0 : 1);
}

bool isSeen(const AppState& state, const std::string& id) {
    const auto seen = readingsOnScreen(state);
    return std::any_of(seen.begin(), seen.end(), [&](const Reading* r) { return r->series->id == id; });
}

} // namespace

const SeriesInfo* findSeries(const AppState& state, const std::string& id) {
    if (!state.shelf.contents) return nullptr;
    const auto& all = state.shelf.contents->series;
    const auto it = std::find_if(all.begin(), all.end(), [&](const SeriesInfo& s) { return s.id == id; });
    return it == all.end() ? nullptr : &*it;
}

std::vector<const SeriesInfo*> openableSeries(const AppState& state) {
    std::vector<const SeriesInfo*> openable;
    if (!state.shelf.contents) return openable;
    for (const PatientEntry& patient : studyTree(*state.shelf.contents))
        for (const StudyEntry& study : patient.studies)
            for (const SeriesInfo* series : study.series)
                if (series->use == SeriesUse::Volume) openable.push_back(series);
    return openable;
}

const SeriesInfo* suggestedBeside(const AppState& state) {
    const Reading* lead = shownIn(state, kLead);
    if (!lead || !state.shelf.contents) return nullptr;
    const SeriesInfo* best = nullptr;
    for (const SeriesInfo& candidate : state.shelf.contents->series) {
        if (candidate.use != SeriesUse::Volume || isSeen(state, candidate.id)) continue;
        if (patientMatch(candidate, *lead->series) == PatientMatch::Other) continue;
        if (!best || suggestionRank(candidate, *lead->series) < suggestionRank(*best, *lead->series))
            best = &candidate;
    }
    return best;
}

const JobState& toldJob(const AppState& state) {
    for (const auto& [id, reading] : state.readings)
        if (reading->load.isRunning) return reading->load;
    return state.shelf.scan;
}

bool isLoading(const AppState& state) {
    return std::any_of(state.readings.begin(), state.readings.end(),
                       [](const auto& entry) { return entry.second->load.isRunning; });
}

bool canCancel(const AppState& state) {
    return state.shelf.scan.isRunning || isLoading(state);
}

bool lacksThumbnails(const AppState& state) {
    return state.shelf.contents && !canCancel(state) && !state.shelf.thumbnailJob.hasFailed &&
           state.shelf.thumbnails->size() < state.shelf.contents->series.size();
}

} // namespace hemo::select
