#include "ml/reader/network/depthwise_conv.h"

#include <ATen/EmptyTensor.h>
#include <algorithm>
#include <array>
#include <c10/core/CPUAllocator.h>
#include <cstring>
#include <limits>
#include <vector>

// The inner loops are compiled for several processors, the right ones chosen when the program starts; what
// they call must be part of them.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HEMO_FOR_EACH_PROCESSOR [[gnu::target_clones("avx512f", "fma", "default")]]
#else
#define HEMO_FOR_EACH_PROCESSOR
#endif

namespace hemo::ml {
namespace {

constexpr std::int64_t kBlock = 16;   ///< channels computed at once
constexpr std::int64_t kTogether = 4; ///< places beside each other that share a load of the weights
using Block [[gnu::vector_size(kBlock * sizeof(float))]] = float;

/// A row of the answer.
struct Row {
    const float* const* places; ///< of the picture: kernel x `width`, the border's among them
    const float *weight, *bias;
    float* out;
    std::int64_t width, stride, outWidth, channels;
    float low, high;
};

[[gnu::always_inline]] inline void load(const float* from, Block& to) {
    std::memcpy(&to, from, sizeof to);
}

template <int kernel, int together>
[[gnu::always_inline]] inline void computePlaces(const Row& row, std::int64_t x) {
    for (std::int64_t c = 0; c < row.channels; c += kBlock) {
        std::array<Block, together> sums;
#pragma GCC unroll 4
        for (Block& sum : sums)
            load(row.bias + c, sum);
#pragma GCC unroll 5
        for (int v = 0; v < kernel; ++v)
#pragma GCC unroll 5
            for (int u = 0; u < kernel; ++u) {
                Block weight, value;
                load(row.weight + (v * kernel + u) * row.channels + c, weight);
#pragma GCC unroll 4
                for (int n = 0; n < together; ++n) {
                    load(row.places[v * row.width + (x + n) * row.stride + u] + c, value);
                    sums[n] += value * weight;
                }
            }
#pragma GCC unroll 4
        for (int n = 0; n < together; ++n) {
            Block sum = sums[n];
            sum = sum < row.low ? row.low - Block{} : sum; // what is no number stays
            sum = sum > row.high ? row.high - Block{} : sum;
            std::memcpy(row.out + (x + n) * row.channels + c, &sum, sizeof sum);
        }
    }
}

template <int kernel> [[gnu::always_inline]] inline void computeRow(const Row& row) {
    if (row.outWidth < kTogether) {
        for (std::int64_t x = 0; x < row.outWidth; ++x)
            computePlaces<kernel, 1>(row, x);
        return;
    }
    for (std::int64_t x = 0; x < row.outWidth; x += kTogether) // the last ones may overlap
        computePlaces<kernel, kTogether>(row, std::min(x, row.outWidth - kTogether));
}

HEMO_FOR_EACH_PROCESSOR void computeRow3(const Row& row) {
    computeRow<3>(row);
}
HEMO_FOR_EACH_PROCESSOR void computeRow5(const Row& row) {
    computeRow<5>(row);
}

bool canBeMade(const torch::nn::Conv2d& conv) {
    const auto& shape = conv->options;
    const torch::Tensor& weight = conv->weight;
    const std::int64_t kernel = weight.size(2);
    return weight.is_cpu() && weight.scalar_type() == torch::kFloat && torch::get_num_threads() == 1 &&
           shape.groups() == shape.in_channels() && shape.groups() == shape.out_channels() &&
           shape.groups() % kBlock == 0 && (kernel == 3 || kernel == 5) && weight.size(3) == kernel &&
           shape.stride()->at(0) == shape.stride()->at(1) && shape.dilation()->at(0) == 1 &&
           shape.dilation()->at(1) == 1;
}

/// As XNNPACK wants what it reads: with room behind it.
torch::Tensor roomyTensor(const std::array<std::int64_t, 4>& sizes) {
    return at::detail::empty_generic(sizes, c10::GetDefaultMobileCPUAllocator(),
                                     c10::DispatchKeySet(c10::DispatchKey::CPU), torch::kFloat,
                                     torch::MemoryFormat::ChannelsLast);
}

} // namespace

std::optional<DepthwiseConv> DepthwiseConv::make(const torch::nn::Conv2d& conv, Then then) {
    if (!canBeMade(conv)) return std::nullopt;
    return DepthwiseConv(conv, then);
}

DepthwiseConv::DepthwiseConv(const torch::nn::Conv2d& conv, Then then)
    : m_weight(conv->weight.detach().flatten(1).t().contiguous()),
      m_bias(conv->bias.defined() ? conv->bias.detach().clone() : torch::zeros(conv->options.out_channels())),
      m_border(torch::zeros(conv->options.out_channels())),
      m_kernel(conv->weight.size(2)),
      m_stride(conv->options.stride()->at(0)),
      m_then(then) {}

torch::Tensor DepthwiseConv::operator()(const torch::Tensor& x) const {
    const torch::Tensor picture = x.contiguous(torch::MemoryFormat::ChannelsLast);
    const std::int64_t channels = picture.size(1), height = picture.size(2), width = picture.size(3);
    const std::int64_t border = m_kernel / 2;
    const std::int64_t outHeight = (height - 1) / m_stride + 1, outWidth = (width - 1) / m_stride + 1;
    torch::Tensor answer = roomyTensor({picture.size(0), channels, outHeight, outWidth});

    const auto* nothing = m_border.data_ptr<float>();
    const std::int64_t bordered = width + 2 * border;
    std::vector<const float*> places(std::size_t(m_kernel * bordered), nothing);
    constexpr float kNoLimit = std::numeric_limits<float>::infinity();
    const bool cuts = m_then == Then::Relu6;
    Row row{places.data(),
            m_weight.data_ptr<float>(),
            m_bias.data_ptr<float>(),
            answer.data_ptr<float>(),
            bordered,
            m_stride,
            outWidth,
            channels,
            cuts ? 0 : -kNoLimit,
            cuts ? 6 : kNoLimit};
    for (std::int64_t n = 0; n < picture.size(0); ++n) {
        const float* in = picture.data_ptr<float>() + n * height * width * channels;
        for (std::int64_t y = 0; y < outHeight; ++y, row.out += outWidth * channels) {
            for (std::int64_t v = 0; v < m_kernel; ++v) {
                const std::int64_t line = y * m_stride + v - border;
                const bool isInside = line >= 0 && line < height;
                for (std::int64_t u = 0; u < width; ++u)
                    places[std::size_t(v * bordered + border + u)] =
                        isInside ? in + (line * width + u) * channels : nothing;
            }
            m_kernel == 3 ? computeRow3(row) : computeRow5(row);
        }
    }
    return answer;
}

} // namespace hemo::ml
