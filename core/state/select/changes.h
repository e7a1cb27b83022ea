#pragma once

#include "core/classify/findings/finding_changes.h"
#include "core/state/app_state.h"

/// What the second reader's findings say beside those of an earlier study. Pure.
namespace hemo::select {

/// The earlier study of the same head that stands beside a reading, read and linked with it.
struct Earlier {
    const Reading* reading = nullptr;
    FindingsPtr findings;
    RigidTransform toEarlier;
};
/// None where there is none, or one of the two has no findings yet.
std::optional<Earlier> earlierBeside(const AppState& state, const Reading& reading);
FindingChanges changesSince(const AppState& state, const Reading& reading, const Earlier& earlier);

} // namespace hemo::select
