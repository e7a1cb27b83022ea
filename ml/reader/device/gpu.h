#pragma once

#include "core/result.h"

#include <string>

namespace hemo::ml {

enum class DeviceChoice { Auto, Cpu, Cuda };

/// "auto", "cpu" or "cuda". Fails: Worker.
Result<DeviceChoice> deviceChoiceNamed(const std::string& name);

/// Whether LibTorch can compute on a GPU here. The program is linked to LibTorch's two CPU libraries alone,
/// so that it also starts where there is no GPU; the CUDA half, which lies beside them in a LibTorch that has
/// one, is opened the first time that somebody asks and there is a driver.
bool hasUsableGpu();

/// The driver's own word, such as "NVIDIA H100": LibTorch names GPUs only in headers that need a CUDA
/// toolkit.
std::string gpuName();

} // namespace hemo::ml
