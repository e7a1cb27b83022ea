#include "ml/threads.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace hemo::ml {

void useThreads(int threads) {
    torch::set_num_threads(threads);
}

void useThreadsOrAll(int threads) {
    useThreads(threads > 0 ? threads : std::max(1, int(std::thread::hardware_concurrency())));
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
