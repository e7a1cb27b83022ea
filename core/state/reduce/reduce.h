#pragma once

#include "core/state/actions/action.h"
#include "core/state/app_state.h"

namespace hemo {

/// The next state. Pure: no clock, no file, no log. An action that does not apply (a late answer of an old
/// job, a slice that is not there) gives the same state back.
AppState reduce(AppState state, const Action& action);

} // namespace hemo
