#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hemo {

/// The cells of a line of comma-separated values: quotes taken off (RFC 4180), spaces and a carriage return
/// around a cell cut off. A comma at the end makes an empty last cell.
std::vector<std::string> cutLine(std::string_view line, char separator = ',');

/// A line of these cells with its end, each in quotes where it must be.
std::string csvLine(std::span<const std::string> cells);

} // namespace hemo
