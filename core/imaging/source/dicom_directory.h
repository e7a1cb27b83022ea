#pragma once

#include "core/imaging/header/byte_window.h"
#include "core/task.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::imaging {

/// The files that a DICOMDIR names.
struct NamedFiles {
    std::vector<std::filesystem::path> files; ///< those that are there, in the directory's order
    std::vector<std::string> missing;         ///< those that are not, as the directory spells them
    int leadingOut = 0; ///< those that are said to lie outside of its folder: not opened
};

/// Reads the records one after the other (PS3.3 F.3), not along their offsets: a loop in these is harmless.
/// Names are looked for below the folder that the DICOMDIR lies in, in either case and with or without a
/// version (";1"), as CD file systems show them, with an ending that they got or lost since; where that
/// folder was moved out of the one that the names begin with, from it on. Records that are marked as not in
/// use are left out. Fails: Damaged, Cancelled.
Result<NamedFiles> filesNamedBy(ByteWindow& directory, const std::filesystem::path& folder,
                                const TaskContext& context);

} // namespace hemo::imaging
