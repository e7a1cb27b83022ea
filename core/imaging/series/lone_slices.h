#pragma once

#include "core/imaging/header/slice_header.h"

#include <map>
#include <span>
#include <string>

namespace hemo::imaging {

/// As many slices with a UID each are one scan, where all else agrees.
inline constexpr std::size_t kFewestLoneSlices = 3;

/// Slices that are alone in their series (some writers make up a new Series Instance UID for each) and agree
/// in everything else, at as many places: the key of the series that they make together.
std::map<const SliceHeader*, std::string> joinLoneSlices(std::span<const SliceHeader> slices);

} // namespace hemo::imaging
