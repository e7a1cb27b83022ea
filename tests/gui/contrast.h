#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace hemo::ui::testing {

/// Of two colours, 1 to 21 (WCAG 2.1, 1.4.3).
inline double contrast(QColor a, QColor b) {
    const auto luminance = [](QColor c) {
        const auto channel = [](double x) {
            return x <= 0.03928 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace hemo::ui::testing
