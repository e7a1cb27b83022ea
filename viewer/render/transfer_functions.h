#pragma once

#include "core/image/volume_style.h"

#include <span>

namespace hemo::render {

/// Colour and opacity at one value; linear between two of them.
struct TransferPoint {
    double hu = 0;
    double red = 0, green = 0, blue = 0;
    double opacity = 0; ///< of a millimetre of it
};

struct Lighting {
    double ambient = 0.2, diffuse = 0.8, specular = 0.1, shininess = 10;
};

/// How a preset turns HU into light.
struct TransferFunction {
    std::span<const TransferPoint> points; ///< in order of HU
    Lighting lighting;
};

TransferFunction transferFunction(VolumePreset preset);

} // namespace hemo::render
