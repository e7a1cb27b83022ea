#pragma once

#include "ml/training/learn/trainer.h"

namespace hemo::ml {

/// What a run of learning begins with.
struct StartWeights {
    std::vector<WeightTensor> weights;
    bool isWhole = false; ///< a whole network's, which has learned before; else a trunk's
};

/// Reads the trunk or the network that the options name. Fails: NotFound, Damaged; Model where the network is
/// not of the kind `wanted`.
Result<StartWeights> loadStart(const TrainOptions& options, const ModelInfo& wanted);

} // namespace hemo::ml
