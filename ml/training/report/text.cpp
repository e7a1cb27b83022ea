#include "ml/training/report/text.h"

#include <algorithm>
#include <cstdio>

namespace hemo::ml {

std::string numberText(double value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string estimateText(const std::optional<Estimate>& estimate, int digits) {
    if (!estimate) return "-";
    return numberText(estimate->value, digits) + " (" + numberText(estimate->low, digits) + " to " +
           numberText(estimate->high, digits) + ")";
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths(m_rows.front().size(), 3);
    for (const auto& row : m_rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], row[c].size());
    std::string out;
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        for (std::size_t c = 0; c < widths.size(); ++c)
            out += "| " + m_rows[r][c] + std::string(widths[c] - m_rows[r][c].size() + 1, ' ');
        out += "|\n";
        if (r > 0) continue;
        for (const std::size_t width : widths)
            out += "|" + std::string(width + 2, '-');
        out += "|\n";
    }
    return out;
}

} // namespace hemo::ml
