#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/image/volume.h"
#include "core/task.h"

#include <vector>

namespace hemo {

/// Slices of a volume that stand for one finding, both ends included.
struct SliceRun {
    int first = 0, last = 0;
    bool operator==(const SliceRun&) const = default;
};

/// Runs of suspicious slices, from the first slice on. Dips under the threshold are bridged where they are as
/// thin as thin slices flicker. `prediction` has one answer a slice.
std::vector<SliceRun> suspiciousRuns(const Grid& grid, const Prediction& prediction);

/// The same runs, those joined between which the blood itself goes on: a network that is less sure of one
/// slice of a bleed does not make two of it. Cancelled: unfinished.
std::vector<SliceRun> joinedByBlood(const std::vector<SliceRun>& runs, const Volume& volume,
                                    const ProbabilityMap& heat, int boneFrom, const TaskContext& context);

} // namespace hemo
