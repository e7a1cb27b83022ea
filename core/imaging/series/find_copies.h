#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/task.h"

#include <vector>

namespace hemo::imaging {

/// Images told apart from copies of them.
struct WithoutCopies {
    std::vector<SliceHeader> slices;
    std::vector<SliceHeader> copies; ///< each the same image as one of `slices`
};

/// Finds images that are there twice: the same SOP Instance UID at the same place of the same series and
/// patient, or, where files name no such UID, the same bytes. A UID alone is no proof: careless
/// anonymisers give one to every file of a series. Of copies the one with the first path is kept. May read
/// files that name no UID. Where it is stopped the answer is not whole.
WithoutCopies findCopies(std::vector<SliceHeader> slices, const TaskContext& context = {});

} // namespace hemo::imaging
