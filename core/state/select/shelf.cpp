#include "core/state/select/shelf.h"

#include "core/state/select/answers.h"
#include "core/state/select/lesson.h"
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

bool isWaitedFor(const AppState& state, const Reading& reading) {
    return reading.load.isRunning && !isReadAheadAlone(state, reading);
}

ListMark markOf(const AppState& state, const Reading& reading) {
    if (reading.load.hasFailed) return ListMark::NotRead;
    switch (reading.reader.status) {
    case SecondReader::Status::Idle:
        return state.preferences.isListReadAhead ? ListMark::Waiting : ListMark::None;
    case SecondReader::Status::Waiting:
    case SecondReader::Status::Running:
        return ListMark::Waiting;
    case SecondReader::Status::Failed:
        return ListMark::NotRead;
    case SecondReader::Status::Done:
        break;
    }
    const Verdict& verdict = reading.reader.prediction->verdict;
    if (verdict.answer == Answer::Suspected) return ListMark::Suspected;
    if (verdict.judgesSlices && verdict.slicesOverThreshold > 0) return ListMark::BelowRule;
    return verdict.answer == Answer::NoneSeen ? ListMark::NoneSeen : ListMark::CannotExclude;
}

/// In which somebody has asked for the volume of a bleed; null where nobody waits for one.
const Reading* growingIn(const AppState& state) {
    for (const auto& [id, reading] : state.readings)
        if (reading->growth.job.isRunning) return reading.get();
    return nullptr;
}

} // namespace

std::map<std::string, ListMark> listMarks(const AppState& state) {
    std::map<std::string, ListMark> marks;
    if (!state.shelf.contents) return marks;
    // Of what is not open nobody knows yet whether it is locked.
    if (state.preferences.isListReadAhead && wayInForce(state) == WayOfReading::Assisted)
        for (const SeriesInfo& series : state.shelf.contents->series)
            if (series.use == SeriesUse::Volume) marks[series.id] = ListMark::Waiting;
    for (const auto& [id, reading] : state.readings)
        if (mayTellVerdict(state, *reading)) marks[reading->series->id] = markOf(state, *reading);
    return marks;
}

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
        if (isWaitedFor(state, *reading)) return reading->load;
    if (const Reading* growing = growingIn(state)) return growing->growth.job;
    return state.making.isRunning ? state.making : state.shelf.scan;
}

bool isLoading(const AppState& state) {
    return std::any_of(state.readings.begin(), state.readings.end(),
                       [&](const auto& entry) { return isWaitedFor(state, *entry.second); });
}

bool canCancel(const AppState& state) {
    return state.shelf.scan.isRunning || isLoading(state) || growingIn(state) || state.making.isRunning;
}

bool lacksThumbnails(const AppState& state) {
    return state.shelf.contents && !canCancel(state) && !state.shelf.thumbnailJob.hasFailed &&
           state.shelf.thumbnails->size() < state.shelf.contents->series.size();
}

} // namespace hemo::select
