#pragma once

#include "core/result.h"
#include "ml/reader/model/model_folder.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// A model with random weights, the same on every machine, whose answers depend on the picture.
/// `architecture` as in ModelInfo. Fails: Model, where there is no such network.
Result<ModelFolder> randomModel(const std::string& architecture);

/// What one device did with the phantom scan.
struct DeviceTime {
    std::string device;
    double firstSeconds = 0, seconds = 0; ///< the first reading of a scan, and the next
};

struct SelfCheck {
    std::string modelId;
    double heatError = 0; ///< closed form against autograd's Grad-CAM, share of the largest value
    std::vector<DeviceTime> times;
    std::optional<double> gpuDifference; ///< largest |p on the GPU - p on the CPU|; none: no GPU

    static constexpr double kHeatErrorLimit = 1e-3, kGpuDifferenceLimit = 2e-3;
    bool isSound() const {
        return heatError <= kHeatErrorLimit && gpuDifference.value_or(0) <= kGpuDifferenceLimit;
    }
};

/// Fails: Model, OutOfMemory.
Result<SelfCheck> checkModel(const ModelFolder& model);

} // namespace hemo::ml
