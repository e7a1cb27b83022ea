#pragma once

#include "core/reading/agreement.h"
#include "core/state/app_state.h"

#include <optional>

/// Questions about what the reader says beside the second reader. Pure.
namespace hemo::select {

/// What was decided on the findings, and added to them; as if nothing had been where the answers are locked.
const Review& shownReview(const AppState& state, const Reading& reading);
/// The finding that the keys for decisions mean: the one whose place the crosshair is at, else the nearest of
/// those that the slice belongs to; none otherwise.
std::optional<int> findingHere(const AppState& state, const Reading& reading);

/// Why no finding of the reader's own can be added now, in a sentence that says what to do; empty where one
/// can.
Message whyNoOwnFinding(const AppState& state);

/// The places that the reader shows in a reading: of the verdict that they make up, else of the one that
/// they committed last. LPS mm.
std::vector<PatientPoint> ownPlaces(const AppState& state, const Reading& reading);

} // namespace hemo::select
