#pragma once

#include "ml/reader/slice_network.h"
#include "ml/training/data/batches.h"

#include <torch/torch.h>

#include <functional>

namespace hemo::ml {

/// What a network says while it learns.
struct Answer {
    torch::Tensor logits;   ///< batch x 6, or batch x 1 where it answers "any" alone
    torch::Tensor classMap; ///< batch x height x width; undefined where there is none
};

/// The sum of a tensor over all processes that learn one batch together.
using OverAll = std::function<torch::Tensor(torch::Tensor)>;
inline torch::Tensor alone(torch::Tensor x) {
    return x;
}

/// Cross-entropy of what is known of each slice, subtypes at less weight; and, at `mapWeight`, of the class
/// map: its own answer to "any", and its places where a mask says what they are. `masks`: batch x 1 x height
/// x width of the input, 0..1. Where a batch is shared, each process gives its part: what it takes means over
/// is counted `overAll`, which is called once, so that the parts' losses add up to the whole batch's.
torch::Tensor lossOf(const Answer& answer, const torch::Tensor& masks, const std::vector<Example>& batch,
                     double mapWeight, const OverAll& overAll = alone);

} // namespace hemo::ml
