#pragma once

#include "core/imaging/header/slice_header.h"

#include <vector>

namespace hemo::imaging {

/// Takes a group that could be one stack by size, directions and kernel apart where it holds a place more
/// than once: a repeated scan, phases, two tube voltages, thin and thick slices of one scan. Acquisition
/// numbers and technique say what belongs together; where they do not, the order of image numbers does.
/// A scan that was acquired piece by piece (step and shoot, posterior fossa and cerebrum with a thickness
/// and voltage each) stays one stack, and so does one with a few slices twice: those are told as duplicates.
std::vector<std::vector<SliceHeader>> splitRepeats(std::vector<SliceHeader> slices);

} // namespace hemo::imaging
