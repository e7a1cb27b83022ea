#include "viewer/render/grey_table.h"

#include <cmath>

namespace hemo::render {

void GreyTable::set(WindowLevel window, Polarity polarity) {
    if (!m_greys.empty() && window == m_window && polarity == m_polarity) return;
    m_window = window;
    m_polarity = polarity;
    m_greys.resize(0x10000);
    for (int hu = -32768; hu <= 32767; ++hu) {
        const double grey = window.grey(hu);
        const auto level = std::uint8_t(std::lround(255 * (polarity == Polarity::Normal ? grey : 1 - grey)));
        m_greys[std::uint16_t(hu)] = {level, level, level, 255};
    }
    m_greys[std::uint16_t(kOutsideHu)] = {0, 0, 0, 255};
}

} // namespace hemo::render
