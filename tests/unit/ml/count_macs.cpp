#include "tests/unit/ml/count_macs.h"

#include <ATen/record_function.h>
#include <atomic>
#include <memory>
#include <string_view>

namespace hemo::test {
namespace {

std::atomic<std::int64_t> counted = 0;

std::int64_t placesOf(const at::Tensor& x) {
    return x.size(0) * x.size(2) * x.size(3);
}

/// What of a call must be known when it ends: its inputs are gone by then.
struct Call : at::ObserverContext {
    std::int64_t macsAPlace = 0; ///< 0: counted already, or nothing to count
};

/// Inputs: picture, weight, bias, stride, padding, dilation, transposed, ... A convolution multiplies its
/// whole kernel at every place of its output, a transposed one at every place of its input.
std::unique_ptr<at::ObserverContext> started(const at::RecordFunction& call) {
    const std::string_view name = call.name();
    auto open = std::make_unique<Call>();
    if (name == "aten::convolution") {
        const auto inputs = call.inputs();
        const std::int64_t kernel = inputs[1].toTensor().numel();
        if (inputs[6].toBool())
            counted += placesOf(inputs[0].toTensor()) * kernel;
        else
            open->macsAPlace = kernel;
    } else if (name == "aten::addmm") { // a linear layer: bias + input * weight, however it was called
        const auto inputs = call.inputs();
        counted += inputs[1].toTensor().numel() * inputs[2].toTensor().size(1);
    }
    return open;
}

void ended(const at::RecordFunction& call, at::ObserverContext* context) {
    const std::int64_t macs = static_cast<Call*>(context)->macsAPlace;
    if (macs > 0) counted += placesOf(call.outputs()[0].toTensor()) * macs;
}

} // namespace

std::int64_t countMacs(const std::function<void()>& work) {
    counted = 0;
    const auto handle = at::addThreadLocalCallback(at::RecordFunctionCallback(started, ended)
                                                       .needsInputs(true)
                                                       .needsOutputs(true)
                                                       .scopes({at::RecordScope::FUNCTION}));
    work();
    at::removeCallback(handle);
    return counted;
}

} // namespace hemo::test
