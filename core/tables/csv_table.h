#pragma once

#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// A row of a CSV table, its cells found by their column's name. Remembers whether a cell was asked for that
/// is missing or no number, so that a reader checks once, at the end of a row.
class CsvRow {
public:
    using Columns = std::map<std::string, std::size_t>;
    CsvRow(const Columns& columns, std::vector<std::string> cells)
        : m_columns(&columns), m_cells(std::move(cells)) {}
    std::string text(const std::string& column) const; ///< empty where there is no such column
    std::string neededText(const std::string& column);
    std::optional<double> optionalNumber(const std::string& column);
    double number(const std::string& column);
    std::optional<bool> optionalFlag(const std::string& column); ///< 0 or 1
    bool isGood() const { return m_isGood; }

private:
    const Columns* m_columns;
    std::vector<std::string> m_cells;
    bool m_isGood = true;
};

/// Reads a table row by row. Its cells are separated by commas, or by semicolons where the line of names has
/// those alone, as spreadsheets write it where the comma stands in numbers.
class CsvReader {
public:
    explicit CsvReader(std::istream& in);
    /// The next row; nothing at the end, or where a row has another number of cells than the first.
    std::optional<CsvRow> next();
    bool isDamaged() const { return m_isDamaged; }
    bool hasColumn(const std::string& name) const { return m_columns.contains(name); }
    int row() const { return m_row; } ///< of the file, counted from 1

private:
    std::istream& m_in;
    char m_separator = ',';
    CsvRow::Columns m_columns;
    int m_row = 1;
    bool m_isDamaged = false;
};

} // namespace hemo
