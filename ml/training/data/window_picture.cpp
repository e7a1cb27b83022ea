#include "ml/training/data/window_picture.h"

#include "ml/training/data/picture_set.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::ml {
namespace {

std::vector<std::uint8_t> resized(const Plane& plane, int size) {
    return bytesOf(resamplePlane(plane, AxisMap::fit(plane.width, size), size,
                                 AxisMap::fit(plane.height, size), size, 0));
}

/// HU of grey 0..255 in a window that may end inside of ours. What it cut off is not known: nearly all of it
/// is air at the one end and bone at the other, so its last greys (compression blurs the very last) are
/// spread to the end of ours. Left where the file ends, air and bone would have a grey that tells the source,
/// and no skull would be found. The price: blood or calcification denser than the file can show looks like
/// bone.
double openedHu(double grey, HuWindow scale) {
    constexpr double kLastGreys = 5;
    const double hu = scale.lowHu + grey / 255 * (scale.highHu - scale.lowHu);
    const double below = std::max(0.0, (kLastGreys - grey) / kLastGreys);
    const double above = std::max(0.0, (grey - (255 - kLastGreys)) / kLastGreys);
    return hu - below * std::max(0.0, hu - kPictureHu.lowHu) + above * std::max(0.0, kPictureHu.highHu - hu);
}

/// Grey 0..255 as a share of our window.
float shareOfOurs(float grey, HuWindow scale) {
    constexpr double kWidth = kPictureHu.highHu - kPictureHu.lowHu;
    return static_cast<float>(std::clamp((openedHu(grey, scale) - kPictureHu.lowHu) / kWidth, 0.0, 1.0));
}

} // namespace

std::vector<std::uint8_t> bytesOf(const Plane& plane) {
    std::vector<std::uint8_t> grey(plane.values.size());
    std::transform(plane.values.begin(), plane.values.end(), grey.begin(),
                   [](float v) { return static_cast<std::uint8_t>(std::lround(v * 255)); });
    return grey;
}

std::vector<std::uint8_t> windowPicture(Plane grey, HuWindow scale, int size) {
    // Nearly all files have 8 bits: worked out for each pixel, this took a third of the time of reading a
    // set.
    std::array<float, 256> ofBytes;
    for (std::size_t n = 0; n < ofBytes.size(); ++n)
        ofBytes[n] = shareOfOurs(float(n), scale);
    for (float& v : grey.values) {
        const auto n = static_cast<std::uint8_t>(v);
        v = v == float(n) ? ofBytes[n] : shareOfOurs(v, scale);
    }
    return resized(grey, size);
}

std::vector<std::uint8_t> resizeMask(Plane mask, int size) {
    for (float& v : mask.values)
        v /= 255;
    return resized(mask, size);
}

} // namespace hemo::ml
