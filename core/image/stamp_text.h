#pragma once

#include "core/image/rgba_image.h"

#include <string_view>

namespace hemo {

/// Size of a stamped line in pixels, at `scale` pixels a dot.
struct StampSize {
    int width = 0, height = 0;
};
StampSize stampSize(std::string_view text, int scale);

/// Writes capitals into a picture, light with a dark outline, from its left upper corner (x, y); what lies
/// outside the picture is left out. For exported pictures, which no toolkit draws: knows the letters of the
/// patient's directions and of "SIDES UNKNOWN"; others are blank.
void stampText(RgbaImage& picture, std::string_view text, int x, int y, int scale);

} // namespace hemo
