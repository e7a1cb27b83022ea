#pragma once

#include "core/image/rgba_image.h"
#include "core/image/window_level.h"
#include "viewer/render/slice_renderer.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo::render {

/// The grey of every 16-bit value: WindowLevel::grey rounded to 8 bits, kOutsideHu black in either polarity.
class GreyTable {
public:
    /// Makes the table where it is not that of `window` and `polarity` already.
    void set(WindowLevel window, Polarity polarity);
    void map(std::span<const std::int16_t> hu, Rgba* pixels) const;

private:
    WindowLevel m_window;
    Polarity m_polarity = Polarity::Normal;
    std::vector<Rgba> m_greys; ///< by the value's bits, read as unsigned
};

} // namespace hemo::render
