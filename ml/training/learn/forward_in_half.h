#pragma once

#include <torch/version.h>

#include <ATen/autocast_mode.h>

namespace hemo::ml {

/// While it lives, LibTorch computes on a GPU in half precision what bears it (convolutions, matrix
/// products); weights stay as they are. Of this thread alone.
class ForwardInHalf {
public:
    ForwardInHalf() {
        enable(true);
        at::autocast::increment_nesting();
    }
    ~ForwardInHalf() {
        // The halved weights are kept from one use to the next, and after a step they are others.
        if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
        enable(false);
    }
    ForwardInHalf(const ForwardInHalf&) = delete;
    ForwardInHalf& operator=(const ForwardInHalf&) = delete;

private:
    static void enable(bool isOn) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
        at::autocast::set_autocast_dtype(at::kCUDA, at::kHalf);
        at::autocast::set_autocast_enabled(at::kCUDA, isOn);
#else
        at::autocast::set_autocast_gpu_dtype(at::kHalf);
        at::autocast::set_enabled(isOn);
#endif
    }
};

} // namespace hemo::ml
