#pragma once

#include "core/imaging/read/slice_header.h"

#include <string>
#include <vector>

namespace hemo::imaging {

/// Files that belong into one entry of the series list.
struct SliceGroup {
    std::vector<SliceHeader> slices; ///< in the order they were given
    std::string whyListed;           ///< empty for a stack
};

/// Groups by series (and patient folder where the UID is missing), then splits what cannot be one stack:
/// scouts from slices, and different size, orientation or pixel spacing.
std::vector<SliceGroup> groupSeries(std::vector<SliceHeader> slices);

} // namespace hemo::imaging
