#include "ml/reader/device/threads.h"

#include "core/cores.h"
#include "ml/reader/device/blas.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
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

void useThreadsButOne() {
    useThreads(std::max(1, coresAllowed() - 1));
}

int threadsInUse() {
    return torch::get_num_threads();
}

void restartForBetterBlas(char** argv) {
    constexpr auto kVariable = "OPENBLAS_CORETYPE";
    const std::string kernels(betterBlasKernels(blasKernelsInUse()));
    if (kernels.empty() || std::getenv(kVariable) || setenv(kVariable, kernels.c_str(), 1) != 0) return;
    std::error_code ignored; // by its own path, or it would be called "exe" among the processes
    execv(std::filesystem::read_symlink("/proc/self/exe", ignored).c_str(), argv);
}

} // namespace hemo::ml
