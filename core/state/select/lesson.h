#pragma once

#include "core/state/app_state.h"

#include <vector>

/// Questions about the case that somebody learns from. The truth passes one gate. Pure.
namespace hemo::select {

/// The case on the screen; null where nobody learns, or all cases were read.
const TeachingCase* currentCase(const AppState& state);
/// Something of the case on the screen was revealed before anybody had answered it: what is said after that
/// is no answer.
bool isPresented(const AppState& state);
/// The case on the screen waits for an answer.
bool canAnswerCase(const AppState& state);
/// A presenter has a step left of a case that nobody has answered.
bool canRevealMore(const AppState& state);
/// The case on the screen was answered, or revealed as far as that.
bool isRevealed(const AppState& state, Reveal step);
/// What is so in a reading; null until the learner has committed a verdict on it or it was revealed.
const CaseTruth* shownTruth(const AppState& state, const Reading& reading);
/// The way in which is read: a lesson has its own.
WayOfReading wayInForce(const AppState& state);

} // namespace hemo::select
