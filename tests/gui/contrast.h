#pragma once

#include "tests/support/luminance.h"

#include <QColor>

namespace hemo::ui::testing {

/// Of two colours, 1 to 21 (WCAG 2.1, 1.4.3).
inline double contrast(const QColor& a, const QColor& b) {
    const auto of = [](const QColor& c) { return hemo::testing::luminance(c.redF(), c.greenF(), c.blueF()); };
    return hemo::testing::contrastOf(of(a), of(b));
}

} // namespace hemo::ui::testing
