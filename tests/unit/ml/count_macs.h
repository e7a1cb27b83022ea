#pragma once

#include <cstdint>
#include <functional>

namespace hemo::test {

/// Multiply-accumulates of every convolution, transposed convolution and linear layer that LibTorch really
/// runs in `work`; biases, BatchNorm, activations, pools and sums are not counted. One thread at a time.
std::int64_t countMacs(const std::function<void()>& work);

} // namespace hemo::test
