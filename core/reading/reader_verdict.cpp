#include "core/reading/reader_verdict.h"

#include <algorithm>

namespace hemo {

VerdictGap gapIn(const ReaderVerdict& verdict) {
    if (!verdict.answer) return VerdictGap::Answer;
    if (verdict.answer == ReaderVerdict::Answer::Bleed && verdict.places.empty()) return VerdictGap::Place;
    return verdict.confidence == 0 ? VerdictGap::Confidence : VerdictGap::Nothing;
}

bool saysTheSame(const ReaderVerdict& a, const ReaderVerdict& b) {
    return a.answer == b.answer && a.kinds == b.kinds && a.places == b.places && a.confidence == b.confidence;
}

ReaderVerdict settled(ReaderVerdict verdict) {
    if (verdict.answer == ReaderVerdict::Answer::Bleed) return verdict;
    verdict.kinds.clear();
    verdict.places.clear();
    return verdict;
}

const ReaderVerdict* lastOf(const OwnVerdict& own) {
    if (own.revised) return &*own.revised;
    return own.first ? &*own.first : nullptr;
}

OwnVerdict committed(OwnVerdict own, const ReaderVerdict& verdict) {
    const ReaderVerdict* last = lastOf(own);
    if (last && saysTheSame(*last, verdict)) return own;
    (own.first ? own.revised : own.first) = verdict;
    return own;
}

void togglePlace(std::vector<PatientPoint>& places, PatientPoint place) {
    constexpr double kSameMm = 4; // a second click on it
    const auto near = [&](PatientPoint each) { return length(each - place) < kSameMm; };
    if (std::erase_if(places, near) == 0) places.push_back(place);
}

void toggleKind(std::vector<BleedType>& kinds, BleedType kind) {
    const auto at = std::ranges::lower_bound(kinds, kind);
    if (at != kinds.end() && *at == kind)
        kinds.erase(at);
    else
        kinds.insert(at, kind);
}

} // namespace hemo
