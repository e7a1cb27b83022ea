#include "viewer/render/grey_table.h"

#include <algorithm>
#include <cmath>

namespace hemo::render {

void GreyTable::set(WindowLevel window, Polarity polarity) {
    if (!m_greys.empty() && window == m_window && polarity == m_polarity) return;
    m_window = window;
    m_polarity = polarity;
    const auto pixel = [&](int hu) {
        const double grey = window.grey(hu);
        const auto level = std::uint8_t(std::lround(255 * (polarity == Polarity::Normal ? grey : 1 - grey)));
        return Rgba{level, level, level, 255};
    };
    // Grey is constant beyond the window: made at every drag of the mouse, the table must be cheap.
    const double reach = std::max(window.width, 1.0) / 2 + 2;
    const int low = int(std::clamp(std::floor(window.centre - reach), -32768.0, 32767.0));
    const int high = int(std::clamp(std::ceil(window.centre + reach), -32768.0, 32767.0));
    m_greys.resize(0x10000);
    const auto at = [&](int hu) { return m_greys.begin() + std::uint16_t(hu); };
    const Rgba below = pixel(low), above = pixel(high);
    for (int hu = -32768; hu < low; ++hu)
        *at(hu) = below;
    for (int hu = low; hu < high; ++hu)
        *at(hu) = pixel(hu);
    for (int hu = high; hu <= 32767; ++hu)
        *at(hu) = above;
    m_greys[std::uint16_t(kOutsideHu)] = {0, 0, 0, 255};
}

void GreyTable::map(std::span<const std::int16_t> hu, Rgba* pixels) const {
    const Rgba* const greys = m_greys.data();
    for (std::size_t n = 0; n < hu.size(); ++n)
        pixels[n] = greys[std::uint16_t(hu[n])];
}

} // namespace hemo::render
