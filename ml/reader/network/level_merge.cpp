#include "ml/reader/network/level_merge.h"

namespace hemo::ml {
namespace {

struct Enlargement {
    std::int64_t out, kernel, stride, padding, dilation;
};
/// P3 to P7.
constexpr std::array<Enlargement, 5> kEnlargements{
    {{16, 19, 3, 1, 2}, {12, 9, 7, 1, 1}, {8, 24, 9, 2, 4}, {4, 28, 9, 1, 6}, {2, 30, 8, 2, 7}}};
constexpr std::int64_t kMixed = 16, kColours = 3;

torch::nn::ConvTranspose2d enlarging(std::int64_t channels, Enlargement e) {
    return torch::nn::ConvTranspose2d(torch::nn::ConvTranspose2dOptions(channels, e.out, e.kernel)
                                          .stride(e.stride)
                                          .padding(e.padding)
                                          .dilation(e.dilation));
}

/// Whether a level of a 512 x 512 input lands on 224 pixels.
constexpr bool lands(std::size_t level) {
    const Enlargement e = kEnlargements[level];
    const std::int64_t places = LevelMergeImpl::kInputSize >> (level + 3);
    return (places - 1) * e.stride - 2 * e.padding + e.dilation * (e.kernel - 1) + 1 ==
           LevelMergeImpl::kPictureSize;
}
static_assert(lands(0) && lands(1) && lands(2) && lands(3) && lands(4));

/// Newer LibTorch gives transposed convolutions to oneDNN, which knows dilated ones only in its reference
/// code: minutes for a scan. LibTorch's own are those that it always had.
class WithoutOneDnn {
public:
    WithoutOneDnn() { at::globalContext().setUserEnabledMkldnn(false); }
    ~WithoutOneDnn() { at::globalContext().setUserEnabledMkldnn(m_before); }
    WithoutOneDnn(const WithoutOneDnn&) = delete;
    WithoutOneDnn& operator=(const WithoutOneDnn&) = delete;

private:
    bool m_before = at::globalContext().userEnabledMkldnn();
};

} // namespace

LevelMergeImpl::LevelMergeImpl(std::int64_t channels)
    : m_enlarge{enlarging(channels, kEnlargements[0]), enlarging(channels, kEnlargements[1]),
                enlarging(channels, kEnlargements[2]), enlarging(channels, kEnlargements[3]),
                enlarging(channels, kEnlargements[4])} {
    std::int64_t beside = 0;
    for (std::size_t l = 0; l < m_enlarge.size(); ++l) {
        register_module("enlarge" + std::to_string(l + 3), m_enlarge[l]);
        beside += kEnlargements[l].out;
    }
    m_mix = register_module("mix", torch::nn::Conv2d(torch::nn::Conv2dOptions(beside, kMixed, 5).padding(2)));
    m_picture = register_module("picture",
                                torch::nn::Conv2d(torch::nn::Conv2dOptions(kMixed, kColours, 3).padding(1)));
}

torch::Tensor LevelMergeImpl::forward(const FiveLevels& levels) {
    std::vector<torch::Tensor> enlarged;
    {
        const WithoutOneDnn ownCode;
        for (std::size_t l = 0; l < levels.size(); ++l)
            enlarged.push_back(m_enlarge[l](levels[l]));
    }
    return m_picture(m_mix(torch::cat(enlarged, 1)));
}

} // namespace hemo::ml
