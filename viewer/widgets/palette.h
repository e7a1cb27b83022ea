#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

/// The colours of what is painted over images, whatever the window looks like; the dark theme (theme.h) has
/// the same ones.
namespace hemo::ui::palette {

constexpr QColor rgb(unsigned value, int alpha = 255) {
    return QColor(int(value >> 16 & 255), int(value >> 8 & 255), int(value & 255), alpha);
}

inline constexpr QColor kImageBackground = rgb(0x000000);
inline constexpr QColor kChrome = rgb(0x101317);
inline constexpr QColor kPanel = rgb(0x171B21);
inline constexpr QColor kRaised = rgb(0x1F252D); ///< a control at rest
inline constexpr QColor kLine = rgb(0x262C35);
inline constexpr QColor kText = rgb(0xD5DCE4);
inline constexpr QColor kSecondaryText = rgb(0x8A95A3);
inline constexpr QColor kDisabledText = rgb(0x56606C);
inline constexpr QColor kAccent = rgb(0x4FB3E8); ///< what is selected, and nothing else
inline constexpr QColor kTextOutline = rgb(0x000000, 220);

// Suspicion has its own scale, and nothing else uses it.
inline constexpr QColor kUnderThreshold = rgb(0x5B6673);
inline constexpr QColor kSuspicionLow = rgb(0xF2A33A);
inline constexpr QColor kSuspicionHigh = rgb(0xE0457B);

/// `under` up to the threshold, then from `low` to `high`.
inline QColor suspicion(double p, double threshold, QColor under = kUnderThreshold,
                        QColor low = kSuspicionLow, QColor high = kSuspicionHigh) {
    if (!(p > threshold)) return under;
    const double t = threshold < 1 ? std::clamp((p - threshold) / (1 - threshold), 0.0, 1.0) : 1.0;
    const auto mix = [t](int from, int to) { return int(std::lround(from + (to - from) * t)); };
    return QColor(mix(low.red(), high.red()), mix(low.green(), high.green()), mix(low.blue(), high.blue()));
}

} // namespace hemo::ui::palette
