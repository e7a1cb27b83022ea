#include "core/state/select/answers.h"

#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"

#include <algorithm>

namespace hemo::select {
namespace {

bool isOver(const AppState& state, const Reading& reading, const std::optional<SlicePrediction>& slice) {
    const auto& rule = answersTo(state, reading).rule;
    return slice && rule && slice->any() > rule->threshold && !isNothingClaimed(state, reading);
}

/// Somebody presents a case, and has come to what the second reader says.
bool isShownToAudience(const AppState& state) {
    return state.lesson && state.lesson->revealed >= Reveal::SecondReader;
}

/// The earlier, the smaller.
int turnOf(const AppState& state, const Reading& reading) {
    const Reading* active = activeReading(state);
    if (active && active->id == reading.id) return 0;
    return viewportOf(state, reading.id) ? 1 : 2;
}

} // namespace

Lock lockOn(const AppState& state, const Reading& reading) {
    switch (wayInForce(state)) {
    case WayOfReading::Assisted:
        return Lock::Open;
    case WayOfReading::SecondReader:
        return reading.ownVerdict.first || isShownToAudience(state) ? Lock::Open : Lock::UntilVerdict;
    case WayOfReading::Blind:
        break;
    }
    return Lock::Always;
}

bool mayShowAnswers(const AppState& state, const Reading& reading) {
    return isWhole(reading) && lockOn(state, reading) == Lock::Open;
}

bool mayTellVerdict(const AppState& state, const Reading& reading) {
    return !reading.preview && lockOn(state, reading) == Lock::Open;
}

const SecondReader& answersTo(const AppState& state, const Reading& reading) {
    static const SecondReader nothing;
    return mayShowAnswers(state, reading) ? reading.reader : nothing;
}

bool isNothingClaimed(const AppState& state, const Reading& reading) {
    if (!isWhole(reading)) return true;
    // What is known before the first answer: a scan that will not be judged shows no suspicion on the way
    // either.
    const SecondReader& reader = answersTo(state, reading);
    if (nativeAxis(reading.volume->grid()) != ViewAxis::Axial) return true;
    if (whyNotByHeader(reading.header)) return true;
    return reader.prediction && !reader.prediction->verdict.judgesSlices;
}

std::vector<Bar> stripBars(const AppState& state, const Reading& reading) {
    if (!isWhole(reading)) return {};
    const SecondReader& reader = answersTo(state, reading);
    const Grid& grid = reading.volume->grid();
    // Where a linked reading has scrolled past the ends none of these slices is seen.
    const int current = missedHere(reading) ? -1 : *currentSlice(reading);
    std::vector<Bar> bars;
    for (int k = 0; k < grid.slices(); ++k) {
        Bar bar{k, std::nullopt, false, k == current};
        if (k < static_cast<int>(reader.slices.size())) {
            const auto& answer = reader.slices[static_cast<std::size_t>(k)];
            if (answer) bar.any = answer->any();
            bar.isOverThreshold = isOver(state, reading, answer);
        }
        bars.push_back(bar);
    }
    if (upwardStep(ReadingPlane::native(), grid) > 0) std::reverse(bars.begin(), bars.end());
    return bars;
}

PredictionPtr shownPrediction(const AppState& state, const Reading& reading) {
    const PredictionPtr& p = answersTo(state, reading).prediction;
    const bool belongs = p && p->provenance.seriesInstanceUid == reading.volume->seriesInstanceUid() &&
                         p->slices.size() == static_cast<std::size_t>(reading.volume->grid().slices());
    return belongs ? p : nullptr;
}

FindingsPtr shownFindings(const AppState& state, const Reading& reading) {
    return shownPrediction(state, reading) ? answersTo(state, reading).findings : nullptr;
}

std::optional<Explanation> explanationInUse(const AppState& state, const Reading& reading) {
    if (const PredictionPtr shown = shownPrediction(state, reading)) return shown->provenance.explanation;
    const auto& known = answersTo(state, reading).explanations;
    const auto& asked = state.preferences.explanation;
    if (asked && std::find(known.begin(), known.end(), *asked) != known.end()) return asked;
    return known.empty() ? std::nullopt : std::optional(known.front());
}

const ModelChoice* modelInUse(const AppState& state) {
    if (!state.models || state.models->empty()) return nullptr;
    const auto it = std::ranges::find(*state.models, state.preferences.model, &ModelChoice::name);
    return it == state.models->end() ? &state.models->front() : &*it;
}

std::vector<bool> heatSlices(const AppState& state, const Reading& reading) {
    const PredictionPtr p = shownPrediction(state, reading);
    return p ? hemo::suspiciousSlices(*p) : std::vector<bool>{};
}

std::vector<int> suspiciousSlices(const AppState& state, const Reading& reading) {
    std::vector<int> slices;
    const auto& answers = answersTo(state, reading).slices;
    for (std::size_t k = 0; k < answers.size(); ++k)
        if (isOver(state, reading, answers[k])) slices.push_back(static_cast<int>(k));
    return slices;
}

std::optional<SlicePrediction> currentPrediction(const AppState& state, const Reading& reading) {
    const auto k = currentSlice(reading);
    const auto& answers = answersTo(state, reading).slices;
    if (!k || *k >= static_cast<int>(answers.size())) return std::nullopt;
    return answers[static_cast<std::size_t>(*k)];
}

bool canClassify(const AppState& state, const Reading& reading) {
    return mayShowAnswers(state, reading) && !reading.load.isRunning &&
           reading.reader.status != SecondReader::Status::Running &&
           reading.reader.status != SecondReader::Status::Waiting;
}

bool canShowHeat(const AppState& state, const Reading& reading) {
    return shownPrediction(state, reading) && !isNothingClaimed(state, reading);
}

bool canShowAnyHeat(const AppState& state) {
    const auto seen = readingsOnScreen(state);
    return std::any_of(seen.begin(), seen.end(),
                       [&](const Reading* reading) { return canShowHeat(state, *reading); });
}

bool hasSuspicious(const AppState& state, const Reading& reading) {
    return !suspiciousSlices(state, reading).empty();
}

const Reading* nextToRead(const AppState& state) {
    const Reading* next = nullptr;
    for (const auto& [id, reading] : state.readings) {
        if (reading->reader.status == SecondReader::Status::Running) return nullptr;
        if (reading->reader.status != SecondReader::Status::Waiting || !reading->volume) continue;
        if (!next || turnOf(state, *reading) < turnOf(state, *next)) next = reading.get();
    }
    return next;
}

} // namespace hemo::select
