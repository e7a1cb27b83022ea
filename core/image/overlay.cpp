#include "core/image/overlay.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {
namespace {

/// Nine samples of the inferno map of matplotlib (CC0); linear between them.
constexpr std::array<std::array<std::uint8_t, 3>, 9> kInferno{{{0, 0, 4},
                                                               {31, 12, 72},
                                                               {85, 15, 109},
                                                               {136, 34, 106},
                                                               {186, 54, 85},
                                                               {227, 89, 51},
                                                               {249, 140, 10},
                                                               {249, 201, 50},
                                                               {252, 255, 164}}};
// The dark end says nothing on a dark image: start where it is a colour.
constexpr double kDarkEnd = 0.25;

std::uint8_t mix(std::uint8_t under, std::uint8_t over, double alpha) {
    return static_cast<std::uint8_t>(std::lround(under * (1 - alpha) + over * alpha));
}

} // namespace

Rgba heatColour(double logOdds, const OverlayStyle& style) {
    const double span = std::max(style.fullLogOdds - style.gateLogOdds, 1e-6);
    const double t = std::clamp((logOdds - style.gateLogOdds) / span, 0.0, 1.0);
    const double x = (kDarkEnd + (1 - kDarkEnd) * t) * (kInferno.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(x), kInferno.size() - 2);
    const double f = x - double(low);
    const auto channel = [&](std::size_t c) { return mix(kInferno[low][c], kInferno[low + 1][c], f); };
    // Alpha reaches its full height at a quarter of the scale: faint evidence stays faint.
    const double alpha = style.opacity * std::min(1.0, t * 4);
    return {channel(0), channel(1), channel(2), static_cast<std::uint8_t>(std::lround(alpha * 255))};
}

RgbaImage blendHeat(const RgbaImage& picture, const PicturePlane& plane, const ProbabilityMap& map,
                    const std::vector<bool>& isSliceShown, const OverlayStyle& style) {
    RgbaImage out = picture;
    if (map.grid.empty()) return out;
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const PatientPoint p = plane.toPatient({double(x), double(y)});
            const auto k = static_cast<std::size_t>(map.grid.nearestSlice(p));
            if (k >= isSliceShown.size() || !isSliceShown[k]) continue;
            const float value = map.valueAt(p);
            if (value <= style.gateLogOdds) continue;
            const Rgba heat = heatColour(value, style);
            const double alpha = heat.a / 255.0;
            Rgba& pixel = out.at(x, y);
            pixel = {mix(pixel.r, heat.r, alpha), mix(pixel.g, heat.g, alpha), mix(pixel.b, heat.b, alpha),
                     pixel.a};
        }
    return out;
}

} // namespace hemo
