#pragma once

#include "core/classify/findings/findings.h"

namespace hemo {

/// What kind of bleed a finding is, by the answers to all of its slices: none where no kind leads clearly in
/// them (less is asked for where the shape of what is outlined speaks for it), where the shape speaks of
/// another one, or where the model names no kinds.
/// `finding` has its slices and its shape.
std::optional<KindOfBleed> kindOf(const Finding& finding, const Prediction& prediction);

/// Whether blood of that kind may lie so. An unclear shape says nothing against any.
bool agree(BleedType kind, BleedShape shape);

} // namespace hemo
