#include "ml/training/data/chances.h"

#include <ATen/CPUGeneratorImpl.h>

namespace hemo::ml {

Chances::Chances(const std::vector<std::uint32_t>& seeds) {
    for (const std::uint32_t seed : seeds)
        m_generators.push_back(at::detail::createCPUGenerator(seed));
}

torch::Tensor Chances::even() {
    auto numbers = torch::empty({pictures()});
    for (std::int64_t n = 0; n < pictures(); ++n)
        numbers[n] = evenOf(n);
    return numbers;
}

torch::Tensor Chances::normal() {
    auto numbers = torch::empty({pictures()});
    for (std::int64_t n = 0; n < pictures(); ++n)
        numbers.narrow(0, n, 1).normal_(0, 1, m_generators[static_cast<std::size_t>(n)]);
    return numbers;
}

torch::Tensor Chances::noise(std::int64_t rows, std::int64_t columns) {
    auto numbers = torch::empty({pictures(), 1, rows, columns});
    for (std::int64_t n = 0; n < pictures(); ++n)
        numbers[n].normal_(0, 1, m_generators[static_cast<std::size_t>(n)]);
    return numbers;
}

double Chances::evenOf(std::int64_t picture) {
    return torch::rand({1}, m_generators[static_cast<std::size_t>(picture)]).item<double>();
}

} // namespace hemo::ml
