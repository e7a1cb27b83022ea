#include "core/tables/csv_line.h"

namespace hemo {
namespace {

std::string_view trimmed(std::string_view cell) {
    const auto first = cell.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return cell.substr(first, cell.find_last_not_of(" \t\r") - first + 1);
}

/// Where a cell ends: at the next separator that stands in no quotes.
std::size_t endOfCell(std::string_view line, char separator) {
    bool isQuoted = false;
    for (std::size_t n = 0; n < line.size(); ++n) {
        isQuoted ^= line[n] == '"';
        if (!isQuoted && line[n] == separator) return n;
    }
    return line.size();
}

std::string unquoted(std::string_view cell) {
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::string(cell);
    std::string text;
    for (std::size_t n = 1; n + 1 < cell.size(); ++n) {
        text += cell[n];
        if (cell[n] == '"') ++n; // a quote inside is written twice
    }
    return text;
}

std::string quotedWhereItMustBe(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

} // namespace

std::vector<std::string> cutLine(std::string_view line, char separator) {
    std::vector<std::string> cells;
    for (;;) {
        const std::size_t end = endOfCell(line, separator);
        cells.push_back(unquoted(trimmed(line.substr(0, end))));
        if (end == line.size()) return cells;
        line.remove_prefix(end + 1);
    }
}

std::string csvLine(std::span<const std::string> cells) {
    std::string line;
    for (std::size_t n = 0; n < cells.size(); ++n)
        line += (n == 0 ? "" : ",") + quotedWhereItMustBe(cells[n]);
    return line + "\r\n";
}

} // namespace hemo
