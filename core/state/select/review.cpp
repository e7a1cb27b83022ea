#include "core/state/select/review.h"

#include "core/state/select/answers.h"
#include "core/state/select/screen.h"

namespace hemo::select {
namespace {

bool isOnSlice(const Finding& finding, int slice) {
    return slice >= finding.firstSlice && slice <= finding.lastSlice;
}

} // namespace

const Review& shownReview(const AppState& state, const Reading& reading) {
    static const Review nothing;
    return lockOn(state, reading) == Lock::Open ? reviewOf(reading) : nothing;
}

std::optional<int> findingHere(const AppState& state, const Reading& reading) {
    const FindingsPtr findings = shownFindings(state, reading);
    const auto slice = currentSlice(reading);
    if (!findings || !slice || missedHere(reading)) return std::nullopt;
    const auto away = [&](const Finding& finding) {
        return finding.place ? length(*finding.place - reading.look->place) : 0;
    };
    std::optional<int> nearest;
    for (std::size_t n = 0; n < findings->size(); ++n) {
        const Finding& finding = (*findings)[n];
        if (!isOnSlice(finding, *slice)) continue;
        if (!nearest || away(finding) < away((*findings)[static_cast<std::size_t>(*nearest)]))
            nearest = static_cast<int>(n);
    }
    return nearest;
}

Message whyNoOwnFinding(const AppState& state) {
    const Reading* active = activeReading(state);
    if (!active || !isWhole(*active)) return say("notice.own_finding_later");
    switch (lockOn(state, *active)) {
    case Lock::UntilVerdict:
        return say("notice.own_finding_after");
    case Lock::Always:
        return say("notice.own_finding_blind");
    case Lock::Open:
        break;
    }
    return {};
}

std::vector<PatientPoint> ownPlaces(const AppState& state, const Reading& reading) {
    if (state.screen.isAnswering && reading.verdictDraft) return reading.verdictDraft->places;
    const ReaderVerdict* last = lastOf(reading.ownVerdict);
    return last ? last->places : std::vector<PatientPoint>{};
}

} // namespace hemo::select
