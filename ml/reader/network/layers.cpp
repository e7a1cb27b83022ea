#include "ml/reader/network/layers.h"

#include <algorithm>

namespace hemo::ml {

namespace {

/// What Same adds along one axis: the last place still sees a whole kernel.
std::int64_t samePadding(std::int64_t size, std::int64_t kernel, std::int64_t stride) {
    const std::int64_t places = (size + stride - 1) / stride;
    return std::max<std::int64_t>((places - 1) * stride + kernel - size, 0);
}

} // namespace

torch::Tensor samePadded(const torch::Tensor& x, std::int64_t kernel, std::int64_t stride, double value) {
    const std::int64_t across = samePadding(x.size(3), kernel, stride);
    const std::int64_t down = samePadding(x.size(2), kernel, stride);
    return torch::constant_pad_nd(x, {across / 2, across - across / 2, down / 2, down - down / 2}, value);
}

NormedConv::NormedConv(torch::nn::Module& owner, const std::string& convName, const std::string& normName,
                       Shape s, Norm norm)
    : m_padsFirst(s.padding == Padding::Same && s.stride > 1),
      m_conv(torch::nn::Conv2dOptions(s.in, s.out, s.kernel)
                 .stride(s.stride)
                 .padding(m_padsFirst ? 0 : s.kernel / 2)
                 .groups(s.groups)
                 .bias(s.hasBias)),
      m_norm(torch::nn::BatchNorm2dOptions(s.out).eps(norm.epsilon).momentum(norm.momentum)) {
    owner.register_module(convName, m_conv);
    owner.register_module(normName, m_norm);
}

torch::Tensor NormedConv::operator()(const torch::Tensor& x) {
    const auto quick = quickly(x, PackedConv::Then::Nothing);
    return quick ? *quick : computed(x);
}

torch::Tensor NormedConv::relu6(const torch::Tensor& x) {
    if (const auto quick = quickly(x, PackedConv::Then::Relu6)) return *quick;
    torch::Tensor y = computed(x);
    return torch::relu6_(y);
}

std::optional<torch::Tensor> NormedConv::quickly(const torch::Tensor& x, PackedConv::Then then) const {
    if (torch::GradMode::is_enabled()) return std::nullopt;
    if (m_packed && m_packed->then() == then) return (*m_packed)(x);
    if (m_depthwise && m_depthwise->then() == then) return (*m_depthwise)(x);
    return std::nullopt;
}

torch::Tensor NormedConv::computed(const torch::Tensor& x) {
    const auto& shape = m_conv->options;
    const torch::Tensor y =
        m_conv(m_padsFirst ? samePadded(x, shape.kernel_size()->at(0), shape.stride()->at(0), 0) : x);
    return m_norm.is_empty() ? y : m_norm(y);
}

void NormedConv::fold(PackedConv::Then then) {
    if (m_norm.is_empty()) return;
    torch::NoGradGuard noGrad;
    const auto gain = m_norm->weight / torch::sqrt(m_norm->running_var + m_norm->options.eps());
    const auto mean = m_conv->bias.defined() ? m_norm->running_mean - m_conv->bias : m_norm->running_mean;
    m_conv->bias = (m_norm->bias - mean * gain).contiguous();
    m_conv->weight.mul_(gain.view({-1, 1, 1, 1}));
    m_norm = nullptr;
    m_packed = PackedConv::make(m_conv, then);
    if (!m_padsFirst) m_depthwise = DepthwiseConv::make(m_conv, then);
}

void NormedConv::freeze() {
    for (auto& p : m_conv->parameters())
        p.set_requires_grad(false);
    for (auto& p : m_norm->parameters())
        p.set_requires_grad(false);
    m_norm->eval();
}

} // namespace hemo::ml
