#include "ml/reader/device/device.h"

#include <dlfcn.h>
#include <filesystem>
#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// The folder of the LibTorch that this program runs on.
fs::path torchFolder() {
    Dl_info library{};
    const auto* address = reinterpret_cast<const void*>(&torch::cuda::is_available);
    return dladdr(address, &library) != 0 ? fs::path(library.dli_fname).parent_path() : fs::path();
}

/// libtorch_cuda is large, and no use without a driver. Both stay open: LibTorch keeps pointers into them.
bool openCudaLibraries() {
    if (!dlopen("libcuda.so.1", RTLD_LAZY)) return false;
    return dlopen((torchFolder() / "libtorch_cuda.so").c_str(), RTLD_NOW | RTLD_GLOBAL) != nullptr;
}

} // namespace

Result<DeviceChoice> deviceChoiceNamed(const std::string& name) {
    if (name == "auto") return DeviceChoice::Auto;
    if (name == "cpu") return DeviceChoice::Cpu;
    if (name == "cuda") return DeviceChoice::Cuda;
    return fail(ErrorCode::Worker, say("network.unknown_device"));
}

Result<torch::Device> chooseDevice(DeviceChoice choice) {
    const bool hasGpu = choice != DeviceChoice::Cpu && hasUsableGpu();
    if (choice == DeviceChoice::Cuda && !hasGpu) return fail(ErrorCode::Model, say("network.no_gpu"));
    return torch::Device(hasGpu ? torch::kCUDA : torch::kCPU);
}

bool hasUsableGpu() {
    static const bool isUsable = openCudaLibraries() && torch::cuda::is_available();
    return isUsable;
}

std::string gpuName() {
    std::error_code none;
    for (const auto& gpu : fs::directory_iterator("/proc/driver/nvidia/gpus", none)) {
        std::ifstream information(gpu.path() / "information");
        for (std::string line; std::getline(information, line);)
            if (const auto at = line.find_first_not_of(" \t", 6);
                line.starts_with("Model:") && at != line.npos)
                return line.substr(at);
    }
    return "GPU";
}

} // namespace hemo::ml
