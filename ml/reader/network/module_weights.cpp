#include "ml/reader/network/module_weights.h"

#include "core/classify/verdict/unfit_model.h"

#include <cstring>
#include <map>

namespace hemo::ml {
namespace {

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

NamedTensors tensorsOf(const torch::nn::Module& module) {
    NamedTensors all;
    for (const auto& p : module.named_parameters())
        all.emplace_back(p.key(), p.value());
    for (const auto& b : module.named_buffers())
        if (b.value().is_floating_point()) all.emplace_back(b.key(), b.value());
    return all;
}

torch::ScalarType scalarType(WeightType type) {
    return type == WeightType::Half ? torch::kHalf : torch::kFloat;
}

torch::Tensor tensorOf(const WeightTensor& w) {
    auto tensor = torch::empty(w.shape, scalarType(w.type));
    std::memcpy(tensor.data_ptr(), w.bytes.data(), w.bytes.size());
    return tensor;
}

WeightTensor stored(const std::string& name, const torch::Tensor& tensor, WeightType type) {
    const auto plain = tensor.detach().to(torch::kCPU, scalarType(type)).contiguous();
    WeightTensor w{name, type, plain.sizes().vec(), std::vector<std::byte>(plain.nbytes())};
    std::memcpy(w.bytes.data(), plain.data_ptr(), w.bytes.size());
    return w;
}

} // namespace

Result<void> loadWeights(torch::nn::Module& module, const std::vector<WeightTensor>& weights) {
    std::map<std::string, const WeightTensor*> byName;
    for (const WeightTensor& w : weights)
        byName[w.name] = &w;
    torch::NoGradGuard noGrad;
    for (auto& [name, target] : tensorsOf(module)) {
        const auto found = byName.find(name);
        if (found == byName.end()) return unfitModel(name + " is missing");
        const WeightTensor& w = *found->second;
        if (target.sizes() != torch::IntArrayRef(w.shape)) return unfitModel(name + " has another shape");
        const auto source = tensorOf(w);
        if (!torch::isfinite(source.to(torch::kFloat)).all().item<bool>())
            return unfitModel(name + " holds values that are not numbers");
        target.copy_(source);
    }
    return {};
}

std::vector<WeightTensor> weightsOf(const torch::nn::Module& module, WeightType type) {
    std::vector<WeightTensor> all;
    for (const auto& [name, tensor] : tensorsOf(module)) {
        const bool isMany = tensor.dim() > 1 && tensor.size(1) > 3; // not the stem, not depthwise
        all.push_back(stored(name, tensor, isMany ? type : WeightType::Float));
    }
    return all;
}

WeightTensor summedOverColours(const WeightTensor& weight) {
    if (weight.shape.size() != 4 || weight.shape[1] != 3) return weight;
    return stored(weight.name, tensorOf(weight).to(torch::kFloat).sum(1, true), WeightType::Float);
}

} // namespace hemo::ml
