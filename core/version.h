#pragma once

#include <string>
#include <string_view>

namespace hemo {

/// Of Hemoscope, such as "0.1.0": that of the project's CMakeLists.txt.
std::string_view version();

/// What `PROGRAM --version` prints, without the line's end: "hemoscope-read 0.1.0".
std::string versionLine(std::string_view program);

} // namespace hemo
