#pragma once

#include "ml/reader/slice_network.h"
#include "ml/training/learn/process_group.h"
#include "ml/training/learn/start_weights.h"

#include <iosfwd>

namespace hemo::ml {

/// Whom a run learns from.
struct Run {
    std::vector<const Patient*> learn;
    std::filesystem::path checkpoint; ///< where a stopped run goes on from; stays when all is learned
};

/// Teaches a network of the kind that `info` describes, beginning with `start`; its weights. Each part of
/// an epoch has its own random numbers, seeded by its number, so that a stopped run repeats them. Processes
/// of a `group` have the same batches as one alone, each its share of every one, and end with the same
/// weights: gradients are those of the whole batch but for BatchNorm, which sees a share, and what it has
/// counted is averaged after every part. A line a step goes to `log`. Fails: Model, WriteFailed, Unsupported;
/// Worker where another process has ended.
Result<std::vector<WeightTensor>> learn(const Run& run, const ModelInfo& info, const StartWeights& start,
                                        const TrainOptions& options, ProcessGroup& group, std::ostream& log);

} // namespace hemo::ml
