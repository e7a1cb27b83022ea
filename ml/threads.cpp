#include "ml/threads.h"

#include <torch/torch.h>

#include <cstdlib>
#include <unistd.h>

namespace hemo::ml {

void useThreads(int threads) {
    torch::set_num_threads(threads);
}

int threadsInUse() {
    return torch::get_num_threads();
}

void restartWithPassiveWaiting(char** argv) {
    if (std::getenv("OMP_WAIT_POLICY")) return;
    setenv("OMP_WAIT_POLICY", "passive", 1);
    execv("/proc/self/exe", argv);
}

} // namespace hemo::ml
