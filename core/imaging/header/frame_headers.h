#pragma once

#include "core/imaging/header/slice_header.h"

#include <vector>

namespace hemo::imaging {

/// True for an enhanced CT object, whose frames say in functional groups what they are and where they lie.
bool hasFunctionalGroups(const SliceHeader& object, const DicomHeader& header);

/// One header a frame: what the object says of all, then the shared functional groups, then the frame's own
/// (PS3.3 C.7.6.16). `object` is what was read of the top level. A frame without an own group lies nowhere.
std::vector<SliceHeader> headersOfFrames(const SliceHeader& object, const DicomHeader& header, int count);

/// What the values are by a real world value mapping (PS3.3 C.7.6.16.2.11), where it is something else than
/// HU; empty where they are HU, or nothing is said.
std::string otherQuantityOf(const ElementSet& set);

} // namespace hemo::imaging
