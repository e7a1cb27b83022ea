#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>

namespace hemo::ml {

/// Which of the processes that learn together this one is, in `torchrun`'s words: the others are found at
/// the first one's address.
struct ProcessPlace {
    int rank = 0, size = 1;
    int localRank = 0; ///< among those of this machine: its GPU
    std::string address;
    std::uint16_t port = 0;
    bool isStoreElsewhere = false; ///< torchrun itself holds the store that all meet at
    std::string attempt;           ///< torchrun's, where it has started all of them again

    bool isFirst() const { return rank == 0; }
    bool isAlone() const { return size == 1; }
    bool operator==(const ProcessPlace&) const = default;
};

/// RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT; alone where WORLD_SIZE is missing or 1. Fails:
/// Unsupported, where the others are then missing or impossible.
Result<ProcessPlace> placeFromEnvironment();

} // namespace hemo::ml
