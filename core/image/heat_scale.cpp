#include "core/image/heat_scale.h"

#include <algorithm>

namespace hemo {

RgbaImage heatScale(int rows, std::span<const Rgba> under, const OverlayStyle& style) {
    const int columns = static_cast<int>(under.size());
    RgbaImage picture(columns, rows), layer(columns, rows);
    for (int y = 0; y < rows; ++y) {
        const double t = 1 - double(y) / std::max(rows - 1, 1);
        const Rgba heat = heatColour(style.gateLogOdds + t * (style.fullLogOdds - style.gateLogOdds), style);
        for (int x = 0; x < columns; ++x) {
            picture.at(x, y) = under[static_cast<std::size_t>(x)];
            layer.at(x, y) = heat;
        }
    }
    return laidOver(picture, layer);
}

} // namespace hemo
