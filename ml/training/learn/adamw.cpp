#include "ml/training/learn/adamw.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hemo::ml {
namespace {

constexpr double kWeightDecay = 1e-2, kMeanDecay = 0.9, kSquareDecay = 0.999, kEpsilon = 1e-8;

using torch::Tensor;

std::vector<Tensor> gradientsOf(const std::vector<Tensor>& parameters) {
    std::vector<Tensor> gradients;
    for (const Tensor& p : parameters)
        gradients.push_back(p.grad().defined() ? p.grad() : torch::zeros_like(p));
    return gradients;
}

std::vector<Tensor> zerosLike(const std::vector<Tensor>& tensors) {
    std::vector<Tensor> zeros;
    for (const Tensor& t : tensors)
        zeros.push_back(torch::zeros_like(t));
    return zeros;
}

/// To the length asked for where they are longer, all together.
void cut(std::vector<std::vector<Tensor>>& gradients, double longest) {
    std::vector<Tensor> lengths;
    for (const auto& group : gradients)
        for (const Tensor& length : at::_foreach_norm(group, 2))
            lengths.push_back(length);
    const double share = longest / (torch::stack(lengths).norm().item<double>() + 1e-6);
    if (share >= 1) return;
    for (auto& group : gradients)
        at::_foreach_mul_(group, share);
}

std::string nameOf(const char* what, std::size_t group, std::size_t tensor) {
    return what + std::to_string(group) + "_" + std::to_string(tensor);
}

} // namespace

AdamW::AdamW(std::vector<Group> groups) : m_groups(std::move(groups)) {
    std::erase_if(m_groups, [](const Group& group) { return group.parameters.empty(); });
    for (const Group& group : m_groups)
        m_moments.push_back({zerosLike(group.parameters), zerosLike(group.parameters)});
}

void AdamW::zeroGradients() {
    for (const Group& group : m_groups)
        for (const Tensor& p : group.parameters)
            p.mutable_grad() = Tensor();
}

std::vector<Tensor> AdamW::gradients() {
    std::vector<Tensor> all;
    for (const Group& group : m_groups)
        for (const Tensor& p : group.parameters) {
            if (!p.grad().defined()) p.mutable_grad() = torch::zeros_like(p);
            all.push_back(p.grad());
        }
    return all;
}

void AdamW::step(double share, double largestGradient) {
    torch::NoGradGuard noGrad;
    std::vector<std::vector<Tensor>> gradients;
    for (const Group& group : m_groups)
        gradients.push_back(gradientsOf(group.parameters));
    cut(gradients, largestGradient);
    ++m_steps;
    const double meanShare = 1 - std::pow(kMeanDecay, m_steps);
    const double squareShare = 1 - std::pow(kSquareDecay, m_steps);
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        auto& [parameters, highest] = m_groups[g];
        auto& [mean, square] = m_moments[g];
        const double rate = highest * share;
        at::_foreach_mul_(parameters, 1 - rate * kWeightDecay);
        at::_foreach_mul_(mean, kMeanDecay);
        at::_foreach_add_(mean, gradients[g], 1 - kMeanDecay);
        at::_foreach_mul_(square, kSquareDecay);
        at::_foreach_addcmul_(square, gradients[g], gradients[g], 1 - kSquareDecay);
        auto width = at::_foreach_sqrt(square);
        at::_foreach_div_(width, std::sqrt(squareShare));
        at::_foreach_add_(width, kEpsilon);
        at::_foreach_addcdiv_(parameters, mean, width, -rate / meanShare);
    }
}

void AdamW::save(torch::serialize::OutputArchive& archive) const {
    archive.write("steps", torch::tensor(m_steps));
    for (std::size_t g = 0; g < m_moments.size(); ++g)
        for (std::size_t n = 0; n < m_moments[g].mean.size(); ++n) {
            archive.write(nameOf("mean", g, n), m_moments[g].mean[n]);
            archive.write(nameOf("square", g, n), m_moments[g].square[n]);
        }
}

void AdamW::load(torch::serialize::InputArchive& archive) {
    torch::NoGradGuard noGrad;
    const auto copy = [&archive](const std::string& name, Tensor& target) {
        Tensor stored;
        archive.read(name, stored);
        target.copy_(stored);
    };
    Tensor steps;
    archive.read("steps", steps);
    m_steps = steps.item<std::int64_t>();
    for (std::size_t g = 0; g < m_moments.size(); ++g)
        for (std::size_t n = 0; n < m_moments[g].mean.size(); ++n) {
            copy(nameOf("mean", g, n), m_moments[g].mean[n]);
            copy(nameOf("square", g, n), m_moments[g].square[n]);
        }
}

} // namespace hemo::ml
