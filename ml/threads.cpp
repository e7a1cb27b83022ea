#include "ml/threads.h"

#include <torch/torch.h>

namespace hemo::ml {

void useThreads(int threads) {
    torch::set_num_threads(threads);
}

int threadsInUse() {
    return torch::get_num_threads();
}

} // namespace hemo::ml
