#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/result.h"
#include "ml/reader/device/gpu.h"
#include "ml/reader/model/weights.h"
#include "ml/training/data/draw_patients.h"
#include "ml/training/data/picture_set.h"
#include "ml/training/learn/process_place.h"
#include "ml/training/measure/figures.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace hemo::ml {

/// Mixed: what bears it is computed in half precision, weights stay floats; on a GPU alone.
enum class Precision { Float, Mixed };

struct TrainOptions {
    std::filesystem::path dataFolder, modelFolder;
    std::filesystem::path trunkFile;  ///< ImageNet weights to begin with, or else
    std::filesystem::path beginsWith; ///< model folder whose network goes on learning, at a lower rate
    std::string modelId = "lite0-288-6";
    std::string architecture = "efficientdet-lite0";
    std::optional<int> fold = 0; ///< held out and measured; none: all patients teach
    int epochs = 6;
    DrawnShares drawn{3, 2}; ///< heads drawn into, others in every epoch, for each bleed-free patient
    Emphasis emphasis = Emphasis::Real;
    double mapWeight = 0.5; ///< of the class map's losses beside the slice's; 0: no class map
    std::string learnsFrom; ///< name of the only data set that teaches, others are measured; empty: all teach
    DeviceChoice device = DeviceChoice::Cpu; ///< that it learns on
    int size = 0;                            ///< pixels a side; 0: what the architecture usually has
    std::uint32_t seed = 1;
    int threads = 0; ///< 0: as many as there are cores
    int loaders = 1; ///< threads that make batches ready; 0: whoever learns does
    Precision precision = Precision::Float;
    ProcessPlace place;        ///< among the processes that learn together
    int patienceSeconds = 600; ///< for which the others are waited for, to come and in every step
    int stopsAfter = 0; ///< epochs, after which a later run goes on: for a machine lent by the hour; 0: never
    int stopsAfterSteps = 0; ///< the same in steps
    int keepsEvery = 200;    ///< steps of an epoch, after which a run that is killed goes on
};

/// A trained network: weights as they are shipped, and what was measured with exactly these. Calibration and
/// rule are not fitted: `report` does that, out of fold.
struct TrainedModel {
    ModelInfo info;
    std::vector<WeightTensor> weights;
    double halfPrecisionError = 0; ///< largest change of p(any) by storing the weights in half precision
    std::vector<SourceFigures> heldOut;
    std::vector<PatientAnswers> heldOutAnswers; ///< what `heldOut` was measured from
    bool isWritten = true; ///< and measured: of several processes the first alone does that
};

/// Trains and writes the model folder. Progress goes to stderr, a line a step to `training.csv` beside the
/// model. A run that was stopped goes on from what it kept last and ends as if it had never been stopped.
/// Of several processes (`options.place`) each calls it and learns from its share of every batch; the first
/// one alone writes and says anything. Fails: NotFound, Damaged, Model, WriteFailed; Unsupported where the
/// folder holds a stopped run with other options, or where the network to begin with has learned from
/// patients who are to be measured; Worker where another process has ended.
Result<TrainedModel> trainModel(const TrainOptions& options);

struct EvaluateOptions {
    std::filesystem::path modelFolder, dataFolder;
    std::filesystem::path answersFile; ///< every slice's label and logits as CSV; empty: not written
    int fold = 0;
    DeviceChoice device = DeviceChoice::Cpu;
};

/// Reads a model folder again and measures it on a fold. Fails: as above.
Result<std::vector<SourceFigures>> evaluateModel(const EvaluateOptions& options);

} // namespace hemo::ml
