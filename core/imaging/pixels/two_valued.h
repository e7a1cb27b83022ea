#pragma once

#include "core/imaging/header/slice_header.h"

#include <span>

namespace hemo::imaging {

/// True where the images hold two values or one at most, as drawings do (masks of a bleed that a research set
/// keeps beside its images): no CT has so few. Looks into a few of the files; one that cannot be read says
/// nothing.
bool areTwoValued(std::span<const SliceHeader> slices);

} // namespace hemo::imaging
