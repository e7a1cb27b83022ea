#pragma once

#include "ml/network/efficientdet.h"
#include "ml/train/figures.h"

#include <vector>

namespace hemo::ml {

/// The network's raw logits for every slice of the patients, as the classifier would ask it.
std::vector<PatientAnswers> answersOf(EfficientDet& network, const std::vector<const Patient*>& patients);

/// Grey 0..1 to the network's -1..1, in its memory layout.
torch::Tensor toNetworkInput(const torch::Tensor& grey);

} // namespace hemo::ml
