#pragma once

#include <string>
#include <string_view>

namespace hemo::imaging {

/// A DICOM text value as UTF-8. `characterSet` is (0008,0005), PS3.3 C.12.1.1.2; where it names several, ISO
/// 2022 escapes are followed. What cannot be told becomes the replacement character, never an error:
/// a name in a strange alphabet must not stop a head from opening.
std::string toUtf8(std::string_view value, std::string_view characterSet);

/// Without the spaces and NULs that pad DICOM values.
std::string_view trimmed(std::string_view value);

} // namespace hemo::imaging
