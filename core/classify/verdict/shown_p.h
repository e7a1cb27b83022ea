#pragma once

#include "core/classify/verdict/prediction.h"

#include <algorithm>

namespace hemo {

/// What is shown of one output of a slice: a kind never likelier than any. Each output is calibrated by
/// itself, so the network's numbers can contradict each other, and a bar of a kind that is longer than that
/// of any reads as a bleed where none is called. Numbers that are stored, judged or written stay as they are.
inline double shownP(const SlicePrediction& slice, BleedType type) {
    return std::min(slice[type], slice.any());
}

} // namespace hemo
