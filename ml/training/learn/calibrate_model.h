#pragma once

#include "core/result.h"
#include "ml/reader/device/gpu.h"
#include "ml/training/report/report.h"

#include <filesystem>
#include <string>

namespace hemo::ml {

struct CalibrateOptions {
    std::filesystem::path dataFolder, modelFolder, out;
    std::string modelId; ///< the new model's name; empty: the given one's and "-calibrated"
    DeviceChoice device = DeviceChoice::Cpu;
    int threads = 0; ///< 0: as many as there are cores
    int resamples = kResamples;
    std::uint32_t seed = 1;
};

/// Fits calibration, k and thresholds of a model again on patients that it has never seen, its weights as
/// they are, and writes a model folder of its own; the given one stays. The figures are cross-fitted by
/// patient: nobody is measured by what was fitted on them. Fails: Unsupported where the model may have
/// learned from them or they are too few; NotFound, Damaged, Model; WriteFailed, also where there is
/// something at `out`.
Result<Report> calibrateModel(const CalibrateOptions& options);

} // namespace hemo::ml
