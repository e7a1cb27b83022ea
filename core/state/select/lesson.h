#pragma once

#include "core/state/app_state.h"

#include <vector>

/// Questions about the case that somebody learns from. The truth passes one gate. Pure.
namespace hemo::select {

/// The case on the screen; null where nobody learns, or all cases were read.
const TeachingCase* currentCase(const AppState& state);
/// What is so in a reading; null until the learner has committed a verdict on it.
const CaseTruth* shownTruth(const AppState& state, const Reading& reading);
/// The way in which is read: a lesson has its own.
WayOfReading wayInForce(const AppState& state);

} // namespace hemo::select
