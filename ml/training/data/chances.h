#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace hemo::ml {

/// The random numbers of a batch, each picture's from a seed of its own: what a picture becomes depends on
/// neither its neighbours nor whoever makes it, so any number of threads and processes makes the same
/// pictures. All are the processor's, so that a seed asks the same of a GPU. For one thread at a time.
class Chances {
public:
    explicit Chances(const std::vector<std::uint32_t>& seeds);

    std::int64_t pictures() const { return static_cast<std::int64_t>(m_generators.size()); }
    /// One number per picture, evenly spread over 0..1.
    torch::Tensor even();
    /// One number per picture, normal.
    torch::Tensor normal();
    /// Pictures x 1 x rows x columns, normal.
    torch::Tensor noise(std::int64_t rows, std::int64_t columns);
    /// One picture's next number, 0..1.
    double evenOf(std::int64_t picture);

private:
    std::vector<torch::Generator> m_generators;
};

} // namespace hemo::ml
