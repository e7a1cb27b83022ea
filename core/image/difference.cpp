#include "core/image/difference.h"

#include "core/image/volume.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace hemo {
namespace {

constexpr Rgba kBlack{0, 0, 0, 255};

/// From none to the end of the scale. Blue and orange differ for every kind of colour blindness; the steps of
/// both arms are equally light (CIE L* 13, 30, 50, 70, 88, to within 2).
using Arm = std::array<std::array<double, 3>, 5>;
constexpr Arm kLess{{{34, 34, 34}, {28, 72, 128}, {36, 122, 204}, {112, 175, 241}, {196, 224, 252}}};
constexpr Arm kMore{{{34, 34, 34}, {118, 54, 10}, {192, 92, 10}, {244, 150, 62}, {255, 214, 170}}};

Rgba along(const Arm& arm, double part) {
    const double at = std::clamp(part, 0.0, 1.0) * (arm.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), arm.size() - 2);
    const double t = at - static_cast<double>(low);
    const auto channel = [&](std::size_t c) {
        return static_cast<std::uint8_t>(std::lround(arm[low][c] * (1 - t) + arm[low + 1][c] * t));
    };
    return {channel(0), channel(1), channel(2), 255};
}

} // namespace

std::vector<std::int16_t> differenceOf(std::span<const std::int16_t> from,
                                       std::span<const std::int16_t> off) {
    assert(from.size() == off.size());
    constexpr int kMost = 32767, kAirHu = -300;
    std::vector<std::int16_t> difference(from.size(), kOutsideHu);
    for (std::size_t n = 0; n < from.size(); ++n)
        if (from[n] != kOutsideHu && off[n] != kOutsideHu && std::max(from[n], off[n]) > kAirHu)
            difference[n] = static_cast<std::int16_t>(std::clamp(from[n] - off[n], -kMost, kMost));
    return difference;
}

Rgba differenceColour(double hu, double reachHu) {
    return along(hu < 0 ? kLess : kMore, std::abs(hu) / std::max(reachHu, 1e-6));
}

RgbaImage differencePicture(std::span<const std::int16_t> difference, int width, int height, double reachHu) {
    RgbaImage picture(width, height, kBlack);
    assert(difference.size() == picture.pixels.size());
    // Most values lie within the scale, which is asked once a value and not once a pixel.
    const int most = std::clamp(static_cast<int>(std::ceil(reachHu)), 1, 32767);
    std::vector<Rgba> colours;
    for (int hu = -most; hu <= most; ++hu)
        colours.push_back(differenceColour(hu, reachHu));
    for (std::size_t n = 0; n < difference.size(); ++n) {
        if (difference[n] == kOutsideHu) continue;
        const int step = std::clamp<int>(difference[n], -most, most) + most;
        picture.pixels[n] = colours[static_cast<std::size_t>(step)];
    }
    return picture;
}

RgbaImage differenceScale(int rows) {
    RgbaImage scale(1, rows);
    for (int y = 0; y < rows; ++y)
        scale.at(0, y) = differenceColour(1 - 2.0 * y / std::max(rows - 1, 1), 1);
    return scale;
}

} // namespace hemo
