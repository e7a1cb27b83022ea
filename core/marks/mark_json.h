#pragma once

#include "core/marks/mark.h"

#include <string_view>

namespace hemo {

/// {"shape", "frame", "points", "text"}: millimetres, LPS. The number of the mark is kept beside it.
std::string markJson(const Mark& mark);
/// None where the text is no whole mark: it is kept on the disk as it is, but not shown.
std::optional<Mark> parseMark(std::string_view text, MarkId id);

} // namespace hemo
