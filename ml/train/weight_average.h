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
        const double rate = std::max(kRate, 1.0 / ++m_steps);
        std::size_t n = 0;
        for (const torch::Tensor& now : tensorsOf(network)) {
            if (n == m_mean.size()) m_mean.push_back(now.detach().clone());
            if (now.is_floating_point()) m_mean[n].lerp_(now, rate);
            ++n;
        }
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

private:
    static std::vector<torch::Tensor> tensorsOf(const torch::nn::Module& network) {
        auto all = network.parameters();
        const auto buffers = network.buffers();
        all.insert(all.end(), buffers.begin(), buffers.end());
        return all;
    }
    std::vector<torch::Tensor> m_mean;
    int m_steps = 0;
};

} // namespace hemo::ml
