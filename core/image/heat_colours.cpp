#include "core/image/heat_colours.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace hemo {
namespace {

using Samples = std::array<std::array<std::uint8_t, 3>, 9>;

// Nine samples of each of matplotlib's maps (CC0); linear between them.
constexpr Samples kInferno{{{0, 0, 4},
                            {31, 12, 72},
                            {85, 15, 109},
                            {136, 34, 106},
                            {186, 54, 85},
                            {227, 89, 51},
                            {249, 140, 10},
                            {249, 201, 50},
                            {252, 255, 164}}};
constexpr Samples kViridis{{{68, 1, 84},
                            {71, 45, 123},
                            {59, 82, 139},
                            {44, 114, 142},
                            {33, 145, 140},
                            {40, 174, 128},
                            {94, 201, 98},
                            {173, 220, 48},
                            {253, 231, 37}}};
constexpr Samples kCividis{{{0, 34, 78},
                            {26, 56, 111},
                            {67, 78, 108},
                            {97, 101, 111},
                            {125, 124, 120},
                            {155, 148, 118},
                            {188, 174, 108},
                            {222, 201, 88},
                            {254, 232, 56}}};
// The dark end says nothing on a dark image: start where it is a colour.
constexpr double kDarkEnd = 0.25;

const Samples& samplesOf(HeatColours colours) {
    switch (colours) {
    case HeatColours::Inferno:
        break;
    case HeatColours::Viridis:
        return kViridis;
    case HeatColours::Cividis:
        return kCividis;
    }
    return kInferno;
}

} // namespace

std::array<std::uint8_t, 3> colourAt(double t, HeatColours colours) {
    const Samples& samples = samplesOf(colours);
    const double x = (kDarkEnd + (1 - kDarkEnd) * t) * (samples.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(x), samples.size() - 2);
    const double f = x - double(low);
    std::array<std::uint8_t, 3> colour{};
    for (std::size_t c = 0; c < colour.size(); ++c)
        colour[c] =
            static_cast<std::uint8_t>(std::lround(samples[low][c] * (1 - f) + samples[low + 1][c] * f));
    return colour;
}

} // namespace hemo
