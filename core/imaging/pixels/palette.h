#pragma once

#include "core/image/rgba_image.h"
#include "core/imaging/header/element_set.h"

#include <array>
#include <optional>
#include <vector>

namespace hemo::imaging {

/// The colours of a palette image (PS3.3 C.7.6.3.1.5), eight bits each.
struct Palette {
    int first = 0; ///< the stored value of the first entry; lower ones have its colour, higher ones the last
    std::array<std::vector<std::uint8_t>, 3> tables; ///< red, green, blue; of one length, never empty

    Rgba at(int stored) const;
};

/// None where the header has no whole palette.
std::optional<Palette> parsePalette(const ElementSet& header);

} // namespace hemo::imaging
