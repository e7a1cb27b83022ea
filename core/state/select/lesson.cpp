#include "core/state/select/lesson.h"

#include "core/state/select/screen.h"

namespace hemo::select {

const TeachingCase* currentCase(const AppState& state) {
    if (!state.lesson || !state.lesson->current) return nullptr;
    return &state.lesson->collection->cases[*state.lesson->current];
}

bool isPresented(const AppState& state) {
    return state.lesson && state.lesson->revealed != Reveal::Nothing;
}

bool canAnswerCase(const AppState& state) {
    return currentCase(state) && !state.lesson->score && !isPresented(state);
}

bool canRevealMore(const AppState& state) {
    const Reading* shown = activeReading(state);
    return currentCase(state) && !state.lesson->score && state.lesson->revealed != Reveal::TeachingPoints &&
           shown && isWhole(*shown);
}

bool isRevealed(const AppState& state, Reveal step) {
    return currentCase(state) && (state.lesson->score || state.lesson->revealed >= step);
}

const CaseTruth* shownTruth(const AppState& state, const Reading& reading) {
    const TeachingCase* current = currentCase(state);
    if (!current) return nullptr;
    const bool isAnswered = state.lesson->score && reading.ownVerdict.first;
    return isAnswered || state.lesson->revealed >= Reveal::Truth ? &current->truth : nullptr;
}

WayOfReading wayInForce(const AppState& state) {
    return state.lesson ? WayOfReading::SecondReader : state.preferences.way;
}

} // namespace hemo::select
