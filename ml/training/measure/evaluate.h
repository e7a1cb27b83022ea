#pragma once

#include "ml/reader/device/gpu.h"
#include "ml/reader/slice_network.h"
#include "ml/training/data/picture_set.h"
#include "ml/training/measure/figures.h"

#include <memory>
#include <vector>

namespace hemo::ml {

/// The network's raw logits for every slice of the patients, as the classifier would ask it; and what its
/// class map alone says, where it has one.
std::vector<PatientAnswers> answersOf(SliceNetwork& network, const ModelInfo& info,
                                      const std::vector<const Patient*>& patients);

/// A model's network on the device that was asked for. Fails: Model, Unsupported.
Result<std::unique_ptr<SliceNetwork>> networkOn(const std::vector<WeightTensor>& weights,
                                                const ModelInfo& info, DeviceChoice choice);

/// Grey 0..1.
Plane planeOf(const Picture& picture);

/// Grey 0..1 to the network's -1..1, in its memory layout.
torch::Tensor toNetworkInput(const torch::Tensor& grey);

} // namespace hemo::ml
