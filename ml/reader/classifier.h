#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/classify/wire/worker_messages.h"
#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"
#include "ml/reader/device/gpu.h"
#include "ml/reader/model/model_folder.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace hemo::ml {

/// A loaded network, ready to read scans. One thread at a time.
class Classifier {
public:
    /// `folder` holds model.json and weights.safetensors (checked against the SHA-256 in model.json).
    /// Fails: Model (missing, damaged, does not fit the network; a GPU was asked for and there is none).
    /// `cores`: how many slices a processor may read at the same time, each with LibTorch's threads and a
    /// network of its own (12 MB for the default one); the answers are the same.
    static Result<std::unique_ptr<Classifier>> load(const std::filesystem::path& folder, DeviceChoice device,
                                                    int cores = 1);
    /// A model that is in memory already. Fails: as above, but for files.
    static Result<std::unique_ptr<Classifier>> make(ModelFolder model, DeviceChoice device, int cores = 1);
    ~Classifier();

    const ModelInfo& info() const;
    /// "CPU, 2 threads" or the GPU's name.
    std::string device() const;

    /// How many slices are computed as one batch: one on a processor, which gains nothing by more, and a
    /// whole scan on a GPU. The answers are the same.
    void readAtOnce(int slices);
    /// Asked before each slice, how many of the cores may read now; all where nobody is asked.
    void askForCores(std::function<int()> coresNow);

    /// Reads one slice of nothing, so that the first real one does not wait for what LibTorch prepares once.
    void warmUp();

    /// Reads every slice of the volume, in order of position, and applies the patient rule. `header` is what
    /// the file says of it: a scan that must not be judged is read, and is not.
    /// `onSlice` gets each slice as soon as it is ready, heat map included (job 0). `explanation`: how heat
    /// is made; none, or one that the model does not know: its own. Fails: Cancelled, OutOfMemory.
    Result<Prediction> classify(const Volume& volume, const ScanHeader& header, const TaskContext& context,
                                const std::function<void(const SliceDone&)>& onSlice = {},
                                std::optional<Explanation> explanation = std::nullopt);

private:
    Classifier();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hemo::ml
