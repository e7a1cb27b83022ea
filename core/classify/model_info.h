#pragma once

#include "core/classify/prediction.h"
#include "core/result.h"

#include <string>
#include <string_view>

namespace hemo {

/// What `model.json` in a model folder says, as far as the program needs it.
struct ModelInfo {
    /// Calibration of one output: p = sigmoid(scale * logit + offset).
    struct Calibration {
        double scale = 1, offset = 0;
        bool operator==(const Calibration&) const = default;
    };
    std::string id;           ///< "lite0-256-1"
    std::string architecture; ///< "efficientdet-lite0"
    std::string terms;        ///< what the weights may be used for, one sentence
    int inputSize = 256;      ///< pixels a side
    int neighbours = 3;       ///< slices that become channels
    double windowLowHu = 0, windowHighHu = 80;
    int bifpnCells = 2, bifpnChannels = 64;
    std::array<Calibration, 6> calibration{}; ///< in the order of Finding
    PatientRule rule;
    std::string weightsSha256; ///< of weights.safetensors, checked when it is loaded
    bool operator==(const ModelInfo&) const = default;
};

/// Fails: Model, with the field that is missing or out of range in `detail`.
Result<ModelInfo> parseModelInfo(std::string_view json);

} // namespace hemo
