#pragma once

#include <string>

namespace hemo::render {

/// "VTK 9.1.0": that which runs.
std::string libraryVersions();

} // namespace hemo::render
