#pragma once

#include "core/classify/model_info.h"
#include "core/result.h"
#include "ml/train/figures.h"
#include "ml/train/picture_set.h"
#include "ml/weights.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace hemo::ml {

struct TrainOptions {
    std::filesystem::path dataFolder, trunkFile, modelFolder;
    std::string modelId = "lite0-256-1";
    int fold = 0; ///< held out; the fold after it chooses epoch, calibration and rule
    bool refits =
        true; ///< learn again from all other folds once that is chosen: few patients, so each counts
    int epochs = 3;
    int drawnPerPatient = 0; ///< heads with a drawn bleed, made anew every epoch, per bleed-free patient
    int size = 256;
    std::uint32_t seed = 1;
    int threads = 0; ///< 0: as many as there are cores
};

/// A trained network: weights as they are shipped, and what was measured with exactly these.
struct TrainedModel {
    ModelInfo info;
    std::vector<WeightTensor> weights;
    int bestEpoch = 0;
    double halfPrecisionError = 0; ///< largest change of p(any) by storing the weights in half precision
    std::vector<SourceFigures> heldOut, inner;
};

/// Which patients a run learns from, which it chooses with and which it is measured on.
struct PatientSplit {
    std::vector<const Patient*> learn, choose, heldOut;
};
PatientSplit splitPatients(const std::vector<Patient>& patients, int heldOutFold);

/// Trains, chooses the best epoch, calibration and rule on the inner fold, measures on the held-out fold, and
/// writes the model folder. Progress goes to stderr, a line a step to `training.csv` beside the model. Fails:
/// NotFound, Damaged, Model, WriteFailed.
Result<TrainedModel> trainModel(const TrainOptions& options);

/// Reads a model folder again and measures it on a fold. `answersFile`: every slice's label and logits as
/// CSV, where it is not empty. Fails: as above.
Result<std::vector<SourceFigures>> evaluateModel(const std::filesystem::path& modelFolder,
                                                 const std::filesystem::path& dataFolder, int fold,
                                                 const std::filesystem::path& answersFile);

} // namespace hemo::ml
