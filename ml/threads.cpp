#include "ml/threads.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
#include <sched.h>
#include <thread>
#include <unistd.h>

namespace hemo::ml {

int coresAllowed() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return std::max(1, CPU_COUNT(&allowed));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); // over 1024 cores
}

void useThreads(int threads) {
    torch::set_num_threads(threads);
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

void restartWithPassiveWaiting(char** argv) {
    if (std::getenv("OMP_WAIT_POLICY")) return;
    setenv("OMP_WAIT_POLICY", "passive", 1);
    execv("/proc/self/exe", argv);
}

} // namespace hemo::ml
