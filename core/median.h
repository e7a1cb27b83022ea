#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace hemo {

/// Between the two middle ones where they are even in number; none of none.
inline std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace hemo
