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
namespace {

/// Whether there is something to ask for that nobody has asked for otherwise.
bool askFor(const char* variable, std::string_view value) {
    if (value.empty() || std::getenv(variable)) return false;
    return setenv(variable, std::string(value).c_str(), 1) == 0;
}

} // namespace

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

void restartWithSettings(char** argv) {
    if (!askFor("OMP_WAIT_POLICY", "passive")) return;
    askFor("OPENBLAS_CORETYPE", betterBlasKernels(blasKernelsInUse()));
    std::error_code ignored; // by its own path, or it would be called "exe" among the processes
    execv(std::filesystem::read_symlink("/proc/self/exe", ignored).c_str(), argv);
}

} // namespace hemo::ml
