#pragma once

#include <string>
#include <string_view>

namespace hemo::imaging {

/// What ends the part of a text in which an escape holds (PS3.5 6.1.2.5.3): the end of a line, and in names
/// their components and groups.
enum class TextKind { Plain, PersonName };

/// A DICOM text value as UTF-8. `characterSet` is (0008,0005), PS3.3 C.12.1.1.2, also misspelt; where it
/// names several, ISO 2022 escapes are followed. Without one: UTF-8 where it is, else Latin-1. What cannot be
/// told becomes the replacement character, never an error, and never a guess: a name in a strange alphabet
/// must not stop a head from opening, and a wrong letter is worse than a mark.
std::string toUtf8(std::string_view value, std::string_view characterSet, TextKind kind = TextKind::Plain);

/// ASCII letters in capitals; others stay.
std::string inCapitals(std::string_view text);

/// Without the spaces and NULs that pad DICOM values.
std::string_view trimmed(std::string_view value);

} // namespace hemo::imaging
