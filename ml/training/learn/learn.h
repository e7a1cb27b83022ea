#pragma once

#include "ml/reader/slice_network.h"
#include "ml/training/learn/start_weights.h"

#include <iosfwd>

namespace hemo::ml {

/// Whom a run learns from, whom it chooses the best epoch with (nobody: the last one), and how many of the
/// schedule's epochs it goes through.
struct Run {
    std::vector<const Patient*> learn, choose;
    int epochs = 0;
    std::filesystem::path checkpoint; ///< where a stopped run goes on from; stays when all is learned
};

struct Learned {
    double quality = -1; ///< of the chosen epoch; -1 where nobody chose
    int epoch = 0;
    std::vector<WeightTensor> weights;
};

/// Teaches a network of the kind that `info` describes, beginning with `start`. Each epoch has its own
/// random numbers, seeded by its number, so that a stopped run repeats them. A line a step goes to `log`.
/// Fails: Model, WriteFailed, Unsupported.
Result<Learned> learn(const Run& run, const ModelInfo& info, const StartWeights& start,
                      const TrainOptions& options, std::ostream& log);

} // namespace hemo::ml
