#pragma once

#include "ml/training/data/batches.h"
#include "ml/training/data/chances.h"
#include "ml/training/data/schedule.h"

#include <torch/torch.h>

namespace hemo::ml {

/// The random numbers that these examples were dealt with.
Chances chancesOf(const std::vector<Example>& examples);

/// Each example's slice, grey 0..1, batch x 1 x size x size.
torch::Tensor stackPictures(const std::vector<Example>& examples, torch::Device device = torch::kCPU);

/// The same as they could be: the ends of each window that is an estimate are drawn anew within its doubt,
/// which is a gain and an offset; exact ones stay, and so does what a window cut off.
torch::Tensor stackWithinDoubt(const std::vector<Example>& examples, Chances& chances,
                               torch::Device device = torch::kCPU);

/// Where the blood lies in each example's slice, 0..1, batch x 1 x size x size; 0 where no mask is known.
torch::Tensor stackMasks(const std::vector<Example>& examples, torch::Device device = torch::kCPU);

/// Makes pictures that other scanners, kernels and heads could have made: turned, scaled, shifted, mirrored,
/// sharper or smoother, another grey scale, noisier, coarser. In and out: grey 0..1, `chances` of as many
/// pictures. The masks move with their pictures.
struct Augmented {
    torch::Tensor pictures, masks;
};
Augmented augment(const torch::Tensor& pictures, const torch::Tensor& masks, LearnedSize size,
                  Chances& chances);

} // namespace hemo::ml
