#include "ml/reader/device/threads.h"

#include "core/cores.h"
#include "ml/reader/device/blas.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace hemo::ml {

void useThreads(int threads) {
    torch::set_num_threads(threads);
    useBlasThreads(threads);
}

void useThreadsOrAll(int threads) {
    useThreads(threads > 0 ? threads : coresAllowed());
}

int coresToReadOn() {
    constexpr int kMost = 4;
    return std::clamp(coresAllowed(), 1, kMost);
}

int threadsInUse() {
    return torch::get_num_threads();
}

void inferBeside(std::function<void()> work) {
    at::launch([work = std::move(work)] {
        const c10::InferenceMode inference;
        work();
    });
}

/// LibTorch's own setting is one for all threads; OpenMP, which it computes with, keeps one for each.
/// LibTorch is asked first, since a thread's first question sets it.
void computeOnOneCore() {
    torch::get_num_threads();
    const auto setThreads = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "omp_set_num_threads"));
    if (setThreads) setThreads(1);
}

void restartForBetterBlas(char** argv) {
    constexpr auto kVariable = "OPENBLAS_CORETYPE";
    const std::string kernels(betterBlasKernels(blasKernelsInUse()));
    if (kernels.empty() || std::getenv(kVariable) || setenv(kVariable, kernels.c_str(), 1) != 0) return;
    std::error_code ignored; // by its own path, or it would be called "exe" among the processes
    execv(std::filesystem::read_symlink("/proc/self/exe", ignored).c_str(), argv);
}

} // namespace hemo::ml
