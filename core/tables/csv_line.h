#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemo::ml {

/// The cells of a CSV line without quotes, spaces and a carriage return cut off; a comma at the end makes an
/// empty last cell.
inline std::vector<std::string> cutLine(std::string_view line) {
    const auto trimmed = [](std::string_view cell) {
        const auto first = cell.find_first_not_of(" \t\r");
        if (first == std::string_view::npos) return std::string();
        return std::string(cell.substr(first, cell.find_last_not_of(" \t\r") - first + 1));
    };
    std::vector<std::string> cells;
    for (std::size_t comma; (comma = line.find(',')) != std::string_view::npos; line.remove_prefix(comma + 1))
        cells.push_back(trimmed(line.substr(0, comma)));
    cells.push_back(trimmed(line));
    return cells;
}

} // namespace hemo::ml
