#pragma once

#include "ml/reader/slice_network.h"
#include "ml/training/learn/start_weights.h"

#include <iosfwd>

namespace hemo::ml {

/// Whom a run learns from.
struct Run {
    std::vector<const Patient*> learn;
    std::filesystem::path checkpoint; ///< where a stopped run goes on from; stays when all is learned
};

/// Teaches a network of the kind that `info` describes, beginning with `start`; its weights. Each epoch has
/// its own random numbers, seeded by its number, so that a stopped run repeats them. A line a step goes to
/// `log`. Fails: Model, WriteFailed, Unsupported.
Result<std::vector<WeightTensor>> learn(const Run& run, const ModelInfo& info, const StartWeights& start,
                                        const TrainOptions& options, std::ostream& log);

} // namespace hemo::ml
