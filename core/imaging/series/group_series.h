#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/task.h"

#include <string>
#include <vector>

namespace hemo::imaging {

/// Files that belong into one entry of the series list.
struct SliceGroup {
    std::vector<SliceHeader> slices; ///< in the order in which they were made
    Message whyListed;               ///< empty for a stack
    std::vector<SliceHeader> copies; ///< the same images once more, from other files
    /// Why the files' UIDs do not name this stack, where they do not.
    enum class Uids { ItsOwn, OfSeveralPeople, OfSeveralScans, OfEachSlice } uids = Uids::ItsOwn;
};

/// Groups by series (and patient and folder where the UID is missing), then splits what cannot be one stack:
///  - always where size, direction, pixel spacing, frame of reference, kernel, or what ImageType says of how
///    the pixels were made differs: scouts, a bone kernel, derived or monoenergetic images;
///  - where the same place occurs again: repeats, phases, other tube voltages or thicknesses
///  (`splitRepeats`).
/// Where UIDs contradict all else that the files say, the files are believed: two people who share them are
/// kept apart, and slices with a UID each that agree in everything are one stack. Groups of one series follow
/// each other in an order that does not depend on the order of files. May read files, to find copies. Where
/// it is stopped the answer is not whole.
std::vector<SliceGroup> groupSeries(std::vector<SliceHeader> slices, const TaskContext& context = {});

} // namespace hemo::imaging
