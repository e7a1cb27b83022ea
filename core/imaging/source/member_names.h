#pragma once

#include <string_view>

namespace hemo::imaging {

/// True for a name that would lead out of the folder it is unpacked in: absolute, with a drive letter, or
/// with
/// "..". Both kinds of slashes separate, as Windows programs write either.
bool leadsOut(std::string_view memberName);

/// True for a member that stands for a folder.
bool isFolderName(std::string_view memberName);

} // namespace hemo::imaging
