#include "core/state/select/changes.h"

#include "core/state/select/answers.h"
#include "core/state/select/link.h"
#include "core/state/select/screen.h"
#include "core/study/study_interval.h"

namespace hemo::select {
namespace {

/// A scan in which nothing is suspected has no findings, which is an answer too.
FindingsPtr findingsOf(const AppState& state, const Reading& reading) {
    static const auto nothing = std::make_shared<const Findings>();
    if (!shownPrediction(state, reading)) return nullptr;
    if (FindingsPtr findings = shownFindings(state, reading)) return findings;
    return hasSuspicious(state, reading) ? nullptr : nothing;
}

bool isJudged(const AppState& state, const Reading& reading) {
    const PredictionPtr prediction = shownPrediction(state, reading);
    return prediction && prediction->verdict.judgesSlices;
}

} // namespace

std::optional<Earlier> earlierBeside(const AppState& state, const Reading& reading) {
    for (const Reading* other : readingsOnScreen(state)) {
        if (other->id == reading.id) continue;
        const auto interval = earlierBy(*other->series, *reading.series);
        const Linked link = linkBetween(state, reading, *other);
        if (!interval || !interval->isEarlier() || link.kind == LinkKind::None) continue;
        const FindingsPtr findings = findingsOf(state, *other);
        if (findings && findingsOf(state, reading)) return Earlier{other, findings, link.toB};
    }
    return std::nullopt;
}

FindingChanges changesSince(const AppState& state, const Reading& reading, const Earlier& earlier) {
    const FindingsPtr now = findingsOf(state, reading);
    return compareFindings(
        {*now, reading.volume->grid(), isJudged(state, reading)},
        {*earlier.findings, earlier.reading->volume->grid(), isJudged(state, *earlier.reading)},
        earlier.toEarlier);
}

} // namespace hemo::select
