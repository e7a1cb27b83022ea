#pragma once

#include "core/geometry/grid.h"
#include "core/imaging/header/slice_header.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hemo::imaging {

/// A stack in order: which of the given slices it keeps, where each lies, and what is unusual.
struct StackOrder {
    std::vector<std::size_t> kept;       ///< indices into what was given, in order of position
    std::vector<PatientPoint> positions; ///< one for each of them
    std::vector<LoadWarning> warnings;   ///< duplicates, unknown positions
};

/// Orders slices of one size and orientation along their normal. Of several in one plane the first by
/// instance number is kept. Where files name no position, or one for all, SliceLocation and then
/// InstanceNumber decide, with a warning that says what cannot be trusted.
StackOrder orderSlices(std::span<const SliceHeader> slices);

/// How far along their stack each of these slices lies, mm; none for all where neither positions nor slice
/// locations say it.
std::vector<std::optional<double>> offsetsOf(std::span<const SliceHeader> slices);

/// Where some of a stack's slices lie, in words: "at S 10.0 and S 15.0 mm", "between S 10.0 and S 45.0 mm";
/// empty where that is unknown. `which` are indices.
Message placesOf(std::span<const SliceHeader> slices, const std::vector<std::size_t>& which);

/// The slices that an order keeps, in that order.
std::vector<SliceHeader> keptSlices(std::span<const SliceHeader> slices, const StackOrder& order);

/// The grid of an ordered stack; `slices` are those that were ordered.
Grid gridOf(std::span<const SliceHeader> slices, const StackOrder& order);

/// The orientation that a file names, else the upright axial one.
Orientation orientationOf(const SliceHeader& slice);

} // namespace hemo::imaging
