#pragma once

#include <torch/torch.h>

#include <algorithm>
#include <vector>

namespace hemo::ml {

/// The mean of a network's weights over the last two hundred or so steps: steadier than the last step's.
class WeightAverage {
public:
    void add(const torch::nn::Module& network) {
        constexpr double kRate = 0.005;
        torch::NoGradGuard noGrad;
        if (m_steps == 0) return restart(network, 1);
        const double rate = std::max(kRate, 1.0 / ++m_steps);
        at::_foreach_mul_(m_mean, 1 - rate);
        at::_foreach_add_(m_mean, tensorsOf(network), rate);
    }
    void copyTo(const torch::nn::Module& network) const {
        torch::NoGradGuard noGrad;
        std::size_t n = 0;
        for (torch::Tensor& target : tensorsOf(network))
            target.copy_(m_mean[n++]);
    }
    /// Goes on from the weights that a network holds, as after `steps` steps.
    void restart(const torch::nn::Module& network, int steps) {
        m_mean.clear();
        for (const torch::Tensor& t : tensorsOf(network))
            m_mean.push_back(t.detach().clone());
        m_steps = steps;
    }

    /// All but BatchNorm's counters, which nothing reads.
    static std::vector<torch::Tensor> tensorsOf(const torch::nn::Module& network) {
        auto all = network.parameters();
        for (const torch::Tensor& buffer : network.buffers())
            if (buffer.is_floating_point()) all.push_back(buffer);
        return all;
    }

private:
    std::vector<torch::Tensor> m_mean;
    int m_steps = 0;
};

} // namespace hemo::ml
