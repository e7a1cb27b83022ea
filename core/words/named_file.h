#pragma once

#include "core/words/message.h"

#include <filesystem>
#include <span>

namespace hemo {

/// The sentence with the name of the file or folder that it is about before it, without the folders that it
/// lies in, where that is one alone. For the window: a name may hold the patient's, and is never logged.
Message named(std::span<const std::filesystem::path> asked, Message said);

} // namespace hemo
