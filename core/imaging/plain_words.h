#pragma once

#include <string>

namespace hemo::imaging {

/// "Two slices are", "One slice is": the number in words up to twelve, capitalised, and the fitting ending.
std::string counted(std::size_t count, const std::string& one, const std::string& several);

/// With no decimals where it is whole, else with one: "5", "4.2".
std::string millimetres(double mm);

} // namespace hemo::imaging
