#pragma once

#include "core/imaging/header/slice_header.h"

#include <span>
#include <vector>

namespace hemo::imaging {

/// Whose each of these slices is, though they share their UIDs: 0, 1 and so on. Careless anonymisers give one
/// set of UIDs to several people, or to several days. Name, birth date, sex, age and day tell them apart
/// where no patient ID does; beside the same ID two of them must differ, as one alone may have been put right
/// between two slices. What is blank contradicts nothing.
std::vector<int> personsOf(std::span<SliceHeader* const> slices);

/// Two scans that share UIDs and whose slices lie between each other, where nothing but image numbers, each
/// there twice, tells them apart: 0 or 1 for each slice. Empty where they are one scan.
std::vector<int> scansByNumber(std::span<const SliceHeader> slices);

} // namespace hemo::imaging
