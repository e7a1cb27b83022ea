#include "ml/network/evidence.h"

namespace hemo::ml {

torch::Tensor evidenceMap(const Levels& evidence) {
    namespace F = torch::nn::functional;
    torch::Tensor sum = evidence[0];
    const std::vector<std::int64_t> size{sum.size(1), sum.size(2)};
    for (std::size_t l = 1; l < evidence.size(); ++l)
        sum = sum + F::interpolate(
                        evidence[l].unsqueeze(1),
                        F::InterpolateFuncOptions().size(size).mode(torch::kBilinear).align_corners(false))
                        .squeeze(1);
    return torch::relu(sum);
}

} // namespace hemo::ml
