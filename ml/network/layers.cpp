#include "ml/network/layers.h"

namespace hemo::ml {

NormedConv::NormedConv(torch::nn::Module& owner, const std::string& convName, const std::string& normName,
                       Shape s, Norm norm)
    : m_conv(torch::nn::Conv2dOptions(s.in, s.out, s.kernel)
                 .stride(s.stride)
                 .padding(s.kernel / 2)
                 .groups(s.groups)
                 .bias(false)),
      m_norm(torch::nn::BatchNorm2dOptions(s.out).eps(norm.epsilon).momentum(norm.momentum)) {
    owner.register_module(convName, m_conv);
    owner.register_module(normName, m_norm);
}

torch::Tensor NormedConv::operator()(const torch::Tensor& x) {
    const torch::Tensor y = m_conv(x);
    return m_norm.is_empty() ? y : m_norm(y);
}

void NormedConv::fold() {
    if (m_norm.is_empty()) return;
    torch::NoGradGuard noGrad;
    const auto gain = m_norm->weight / torch::sqrt(m_norm->running_var + m_norm->options.eps());
    m_conv->bias = (m_norm->bias - m_norm->running_mean * gain).contiguous();
    m_conv->weight.mul_(gain.view({-1, 1, 1, 1}));
    m_norm = nullptr;
}

void NormedConv::freeze() {
    for (auto& p : m_conv->parameters())
        p.set_requires_grad(false);
    for (auto& p : m_norm->parameters())
        p.set_requires_grad(false);
    m_norm->eval();
}

} // namespace hemo::ml
