#pragma once

#include "ml/reader/picture/head_cut.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo::ml {

/// One cycle (Smith and Topin 2018): up from 1/25 to 1 over the first 15 % of the steps, down to nearly
/// nothing over the rest, both along half a cosine. The share of the highest learning rate at step `step` of
/// `steps`.
inline double oneCycle(int step, int steps) {
    constexpr double kStart = 1.0 / 25, kEnd = kStart / 1e4, kRise = 0.15;
    const double peak = std::max(kRise * steps - 1, 1.0), last = std::max(double(steps - 1), peak + 1);
    const auto halfCosine = [](double from, double to, double t) {
        return to + (from - to) / 2 * (1 + std::cos(std::numbers::pi * t));
    };
    if (step <= peak) return halfCosine(kStart, 1, step / peak);
    return halfCosine(1, kEnd, (step - peak) / (last - peak));
}

/// The pictures of one step of learning.
struct LearnedSize {
    int side = 0;             ///< pixels of the whole square
    bool isCutToHead = false; ///< to the head and little of the air round it
};

/// Small pictures for the first half, whole ones for the rest (Tan and Le 2021): what most bleeds look like
/// is learned at less than half the cost. A network that has learned before knows that, and one that reads
/// one size alone is shown nothing else.
inline LearnedSize sizeAt(int step, int steps, int inputSize, bool readsAnySize, bool goesOn = false) {
    constexpr double kCoarseSteps = 0.5, kCoarse = 2.0 / 3;
    if (!readsAnySize) return {inputSize, false};
    if (goesOn || step >= kCoarseSteps * steps) return {inputSize, true};
    return {wholeStrides(kCoarse * inputSize), true};
}

/// A network that has learned before goes on more gently, so that it keeps what it knows: this share of the
/// rates that a new one learns at.
inline constexpr double kGoingOnRate = 0.3;

} // namespace hemo::ml
