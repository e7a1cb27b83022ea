#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace hemo::imaging {

// The words of headers that are text: NRRD's and MetaImage's.

std::string lowered(std::string_view text);
/// Without spaces, tabs and a carriage return at its ends.
std::string_view stripped(std::string_view text);
std::vector<std::string> words(std::string_view text);

inline constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
/// kNoNumber for "nan", and for what is no number.
double number(std::string_view text);

} // namespace hemo::imaging
