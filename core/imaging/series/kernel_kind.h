#pragma once

#include <string_view>

namespace hemo::imaging {

/// What a convolution kernel is for. Sharp ones show bone and lung edges in so much noise that fresh blood
/// drowns in it.
enum class KernelKind { Unknown, Soft, Sharp };

/// By the maker's name for it (ConvolutionKernel). Names that are not known are Unknown, never guessed.
KernelKind kernelKind(std::string_view kernel, std::string_view manufacturer);

} // namespace hemo::imaging
