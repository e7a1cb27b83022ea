#pragma once

#include "core/result.h"

#include <filesystem>
#include <functional>

namespace hemo::ui {

/// A folder that is made once: where it is there it is whole, and nothing is done. `make` fills an empty one
/// beside it, which takes its place only when all went well; what it fails with is given back. `notKept`: the
/// sentence where it could not take its place. Any thread.
Result<std::filesystem::path>
wholeFolder(const std::filesystem::path& folder, const Message& notKept,
            const std::function<Result<void>(const std::filesystem::path& making)>& make);

/// What an interrupted run left, which nobody should take for the folder.
bool isUnfinished(const std::filesystem::path& folder);

} // namespace hemo::ui
