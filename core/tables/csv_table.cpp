#include "core/tables/csv_table.h"

#include "core/tables/csv_line.h"

#include <charconv>
#include <cmath>
#include <istream>

namespace hemo {

std::string CsvRow::text(const std::string& column) const {
    const auto found = m_columns->find(column);
    return found == m_columns->end() ? std::string() : m_cells[found->second];
}

std::string CsvRow::neededText(const std::string& column) {
    std::string cell = text(column);
    m_isGood &= !cell.empty();
    return cell;
}

std::optional<double> CsvRow::optionalNumber(const std::string& column) {
    const std::string cell = text(column);
    if (cell.empty()) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error == std::errc() && end == cell.data() + cell.size() && std::isfinite(value)) return value;
    m_isGood = false;
    return std::nullopt;
}

double CsvRow::number(const std::string& column) {
    const auto value = optionalNumber(column);
    m_isGood &= value.has_value();
    return value.value_or(0);
}

std::optional<bool> CsvRow::optionalFlag(const std::string& column) {
    const auto value = optionalNumber(column);
    if (!value) return std::nullopt;
    m_isGood &= *value == 0 || *value == 1;
    return *value == 1;
}

CsvReader::CsvReader(std::istream& in) : m_in(in) {
    std::string line;
    if (!std::getline(m_in, line)) m_isDamaged = true;
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf"; // spreadsheets begin with it
    if (line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.find(',') == std::string::npos && line.find(';') != std::string::npos) m_separator = ';';
    std::size_t column = 0;
    for (const std::string& name : cutLine(line, m_separator))
        m_isDamaged |= !m_columns.emplace(name, column++).second; // twice the same name: which is meant?
}

std::optional<CsvRow> CsvReader::next() {
    std::string line;
    if (m_isDamaged || !std::getline(m_in, line)) return std::nullopt;
    ++m_row;
    auto cells = cutLine(line, m_separator);
    m_isDamaged = cells.size() != m_columns.size();
    if (m_isDamaged) return std::nullopt;
    return CsvRow(m_columns, std::move(cells));
}

} // namespace hemo
