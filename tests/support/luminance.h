#pragma once

#include <algorithm>
#include <cmath>

namespace hemo::testing {

/// Of a colour whose parts go from 0 to 1 (WCAG 2.1, "relative luminance").
inline double luminance(double red, double green, double blue) {
    const auto channel = [](double x) {
        return x <= 0.03928 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

/// Of two luminances, 1 to 21 (WCAG 2.1, 1.4.3).
inline double contrastOf(double a, double b) {
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace hemo::testing
