#pragma once

#include "ml/reader/slice_network.h"
#include "ml/training/data/batches.h"

#include <torch/torch.h>

namespace hemo::ml {

/// What a network says while it learns.
struct Answer {
    torch::Tensor logits;   ///< batch x 6, or batch x 1 where it answers "any" alone
    torch::Tensor classMap; ///< batch x height x width; undefined where there is none
};

/// Cross-entropy of what is known of each slice, subtypes at less weight; and, at `mapWeight`, of the class
/// map: its own answer to "any", and its places where a mask says what they are. `masks`: batch x 1 x height
/// x width of the input, 0..1.
torch::Tensor lossOf(const Answer& answer, const torch::Tensor& masks, const std::vector<Example>& batch,
                     double mapWeight);

} // namespace hemo::ml
