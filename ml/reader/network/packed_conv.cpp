#include "ml/reader/network/packed_conv.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

namespace hemo::ml {
namespace {

using Operator = c10::optional<c10::OperatorHandle>;

/// LibTorch has no C++ name for these two: TorchScript's mobile pass is who usually calls them.
Operator findOperator(const char* name) {
    return c10::Dispatcher::singleton().findSchema({name, ""});
}

const Operator& packOperator() {
    static const Operator found = findOperator("prepacked::conv2d_clamp_prepack");
    return found;
}

const Operator& runOperator() {
    static const Operator found = findOperator("prepacked::conv2d_clamp_run");
    return found;
}

bool canBePacked(const torch::nn::Conv2d& conv) {
    const auto& shape = conv->options;
    const torch::Tensor& weight = conv->weight;
    return weight.is_cpu() && weight.scalar_type() == torch::kFloat && shape.groups() == 1 &&
           weight.size(2) == 1 && weight.size(3) == 1 && torch::get_num_threads() == 1 &&
           at::globalContext().isXNNPACKAvailable() && packOperator() && runOperator();
}

/// XNNPACK's threads are as many as the machine has cores until somebody says how many, also where the
/// process may use one core alone. There they waited for each other, and a scan took 13 s instead of 0.8 s.
void keepToOneThread() {
    torch::set_num_threads(1);
}

} // namespace

std::optional<PackedConv> PackedConv::make(const torch::nn::Conv2d& conv, Then then) {
    if (!canBePacked(conv)) return std::nullopt;
    keepToOneThread();
    const auto bias = conv->bias.defined() ? c10::optional<torch::Tensor>(conv->bias.detach()) : c10::nullopt;
    const auto limit = [&](double value) {
        return then == Then::Relu6 ? c10::optional<at::Scalar>(value) : c10::nullopt;
    };
    const auto& stride = *conv->options.stride();
    using Pair = std::vector<std::int64_t>;
    torch::jit::Stack stack;
    torch::jit::push(stack, conv->weight.detach().contiguous(), bias, Pair(stride.begin(), stride.end()),
                     Pair{0, 0}, Pair{1, 1}, std::int64_t(1), limit(0), limit(6));
    packOperator()->callBoxed(&stack);
    return PackedConv(std::move(stack.back()), then);
}

torch::Tensor PackedConv::operator()(const torch::Tensor& x) const {
    torch::jit::Stack stack;
    torch::jit::push(stack, x, m_packed);
    runOperator()->callBoxed(&stack);
    return stack.back().toTensor();
}

} // namespace hemo::ml
