#pragma once

#include <torch/torch.h>

#include <vector>

namespace hemo::ml {

/// AdamW (Loshchilov and Hutter 2019) on all tensors of a group at once: LibTorch's own goes through them one
/// by one, and a GPU then spends most of a step on starting kernels of a few thousand numbers.
class AdamW {
public:
    struct Group {
        std::vector<torch::Tensor> parameters;
        double rate = 0; ///< the highest
    };
    explicit AdamW(std::vector<Group> groups);

    void zeroGradients();
    /// Of all parameters, in their order; zeros where nothing was learned of one.
    std::vector<torch::Tensor> gradients();
    /// Gradients are cut to this length first, all together. `share`: of every group's rate.
    void step(double share, double largestGradient);

    void save(torch::serialize::OutputArchive& archive) const;
    void load(torch::serialize::InputArchive& archive);

private:
    struct Moments {
        std::vector<torch::Tensor> mean, square;
    };
    std::vector<Group> m_groups;
    std::vector<Moments> m_moments;
    std::int64_t m_steps = 0;
};

} // namespace hemo::ml
