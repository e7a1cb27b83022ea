#pragma once

#include "core/result.h"
#include "ml/reader/slice_network.h"
#include "ml/training/learn/adamw.h"
#include "ml/training/learn/gradient_scale.h"
#include "ml/training/learn/weight_average.h"

#include <torch/torch.h>

#include <filesystem>
#include <string>

namespace hemo::ml {

/// All that a run of learning carries from one part of an epoch to the next.
struct LearningState {
    SliceNetwork& network;
    SliceNetwork& averaged; ///< holds the mean of the weights between parts
    AdamW& optimizer;
    GradientScale& scale;
    int epochs = 0, steps = 0; ///< done
    int stepsOfEpoch = 0;      ///< of them in the epoch that is not done
};

/// Written beside the old one and put in its place, so that a run stopped while writing loses nothing.
/// `settings` is what the run was asked for. Fails: WriteFailed.
Result<void> saveCheckpoint(const std::filesystem::path& file, const std::string& settings,
                            const LearningState& state);

/// A checkpoint as it lies there, for all processes of a run; empty where there is none. Fails: Damaged.
Result<std::string> readCheckpoint(const std::filesystem::path& file);

/// False where it is empty. Fails: Unsupported where it was made with other settings; Damaged.
Result<bool> loadCheckpoint(const std::string& bytes, const std::string& settings, LearningState& state);

} // namespace hemo::ml
