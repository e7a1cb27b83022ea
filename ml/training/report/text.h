#pragma once

#include "core/classify/verdict/model_info.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// "0.912", "0.912 (0.85-0.95)"; "-" where there is none.
std::string numberText(double value, int digits = 3);
std::string estimateText(const std::optional<Estimate>& estimate, int digits = 3);

/// A Markdown table, its columns padded so that it reads as plain text too.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> header) : m_rows{std::move(header)} {}
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    bool isEmpty() const { return m_rows.size() < 2; }
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace hemo::ml
