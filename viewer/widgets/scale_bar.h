#pragma once

#include <QString>

#include <array>
#include <optional>

namespace hemo::ui {

struct ScaleBar {
    double millimetres = 0, pixels = 0;
    QString text;
};

/// The longest bar of a round length that is at most `mostPixels` long; none where even 1 mm is too long.
inline std::optional<ScaleBar> fittingScaleBar(double mmPerPixel, double mostPixels) {
    for (const int mm : std::array{100, 50, 20, 10, 5, 2, 1}) {
        const double pixels = mm / mmPerPixel;
        if (pixels > mostPixels) continue;
        const QString text =
            mm >= 10 ? QStringLiteral("%1 cm").arg(mm / 10) : QStringLiteral("%1 mm").arg(mm);
        return ScaleBar{double(mm), pixels, text};
    }
    return std::nullopt;
}

} // namespace hemo::ui
