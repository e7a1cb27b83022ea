#pragma once

#include <string>

namespace hemo::imaging {

/// "ITK 5.3.0, GDCM 3.0.21": those that run, which need not be those that were there when it was built.
std::string libraryVersions();

} // namespace hemo::imaging
