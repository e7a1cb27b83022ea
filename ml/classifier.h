#pragma once

#include "core/classify/model_info.h"
#include "core/classify/worker_messages.h"
#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace hemo::ml {

enum class DeviceChoice { Auto, Cpu, Cuda };

/// A loaded network, ready to read scans. One thread at a time.
class Classifier {
public:
    /// `folder` holds model.json and weights.safetensors (checked against the SHA-256 in model.json).
    /// Fails: Model (missing, damaged, does not fit the network; a GPU was asked for and there is none).
    static Result<std::unique_ptr<Classifier>> load(const std::filesystem::path& folder, DeviceChoice device);
    ~Classifier();

    const ModelInfo& info() const;
    /// "CPU, 2 threads" or the GPU's name.
    std::string device() const;

    /// Reads every slice of the volume, in order of position, and applies the patient rule.
    /// `onSlice` gets each slice as soon as it is ready, heat map included (job 0). Fails: Cancelled,
    /// OutOfMemory.
    Result<Prediction> classify(const Volume& volume, const TaskContext& context,
                                const std::function<void(const SliceDone&)>& onSlice = {});

private:
    Classifier();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hemo::ml
