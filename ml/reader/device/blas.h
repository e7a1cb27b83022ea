#pragma once

#include <string_view>

namespace hemo::ml {

// OpenBLAS computes LibTorch's matrix products where that was built with it (Debian's). It takes a processor
// that is newer than itself for a Pentium 4 of 2004 ("Prescott"), and products take five times as long as
// they could.

/// The kernels that this processor can run, as OPENBLAS_CORETYPE spells them, where OpenBLAS has chosen
/// `those` and could have chosen far better ones. Else, or where it is not known, empty.
std::string_view betterBlasKernels(std::string_view those);
/// The kernels that OpenBLAS has chosen; empty where LibTorch has no OpenBLAS.
std::string_view blasKernelsInUse();
/// OpenBLAS has threads of its own, of which `torch::set_num_threads` knows nothing.
void useBlasThreads(int threads);

} // namespace hemo::ml
