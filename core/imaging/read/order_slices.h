#pragma once

#include "core/geometry/grid.h"
#include "core/imaging/read/slice_header.h"

#include <span>
#include <vector>

namespace hemo::imaging {

/// A stack in order: which of the given slices it keeps, where each lies, and what is unusual.
struct StackOrder {
    std::vector<std::size_t> kept;       ///< indices into what was given, in order of position
    std::vector<PatientPoint> positions; ///< one for each of them
    std::vector<LoadWarning> warnings;   ///< duplicates, unknown positions
};

/// Orders slices of one size and orientation along their normal. Of several in one plane the first by
/// instance number is kept. Where files name no position, SliceLocation and then InstanceNumber decide,
/// with a warning that says what cannot be trusted.
StackOrder orderSlices(std::span<const SliceHeader> slices);

/// The slices that an order keeps, in that order.
std::vector<SliceHeader> keptSlices(std::span<const SliceHeader> slices, const StackOrder& order);

/// The grid of an ordered stack; `slices` are those that were ordered.
Grid gridOf(std::span<const SliceHeader> slices, const StackOrder& order);

/// The orientation that a file names, else the upright axial one.
Orientation orientationOf(const SliceHeader& slice);

} // namespace hemo::imaging
