#pragma once

#include "ml/reader/slice_network.h"
#include "ml/training/data/picture_set.h"

#include <cstdint>
#include <vector>

namespace hemo::ml {

/// Lets the BatchNorms of a network whose weights are a mean count again what they see: what the networks it
/// was made from had counted is not true of their mean, whose answers come out too faint (Izmailov et al.
/// 2018, "Averaging weights", 3.2; Jordan et al. 2022, "REPAIR"). It looks at `pictures` pictures dealt,
/// drawn into and changed as those that teach are; nothing is learned. Frozen ones keep what they had. The
/// same seed counts the same. Leaves the network ready to read.
void renewNorms(SliceNetwork& network, const ModelInfo& info, const std::vector<const Patient*>& teachers,
                int pictures, std::uint32_t seed);

} // namespace hemo::ml
