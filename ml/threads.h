#pragma once

namespace hemo::ml {

/// How many threads LibTorch computes with; call before the first network is loaded.
void useThreads(int threads);
int threadsInUse();

} // namespace hemo::ml
