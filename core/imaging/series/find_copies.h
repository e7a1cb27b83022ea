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

/// Finds images that are there twice: the same at the same place of the same series and patient by all that
/// names them, and the same picture. A UID alone is no proof: careless anonymisers give one to every file,
/// and programs that change pictures leave it as it was; such slices are marked (sharesUid). Of copies the
/// one with the first path is kept that decodes. Reads the files that share all names. Where it is stopped
/// the answer is not whole.
WithoutCopies findCopies(std::vector<SliceHeader> slices, const TaskContext& context = {});

} // namespace hemo::imaging
