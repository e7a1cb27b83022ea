#include "core/state/select/lesson.h"

namespace hemo::select {

const TeachingCase* currentCase(const AppState& state) {
    if (!state.lesson || !state.lesson->current) return nullptr;
    return &state.lesson->collection->cases[*state.lesson->current];
}

const CaseTruth* shownTruth(const AppState& state, const Reading& reading) {
    const TeachingCase* current = currentCase(state);
    return current && state.lesson->score && reading.ownVerdict.first ? &current->truth : nullptr;
}

WayOfReading wayInForce(const AppState& state) {
    return state.lesson ? WayOfReading::SecondReader : state.preferences.way;
}

} // namespace hemo::select
