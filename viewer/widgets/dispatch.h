#pragma once

#include "core/state/actions/action.h"

#include <functional>

namespace hemo::ui {

/// How a widget says what the user wants. GUI thread.
using Dispatch = std::function<void(const Action&)>;

} // namespace hemo::ui
