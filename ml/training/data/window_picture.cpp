#include "ml/training/data/window_picture.h"

#include "ml/training/data/picture_set.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

/// Shares 0..1 as bytes.
std::vector<std::uint8_t> resized(const Plane& plane, int size) {
    const Plane small = resamplePlane(plane, AxisMap::fit(plane.width, size), size,
                                      AxisMap::fit(plane.height, size), size, 0);
    std::vector<std::uint8_t> grey(small.values.size());
    std::transform(small.values.begin(), small.values.end(), grey.begin(),
                   [](float v) { return static_cast<std::uint8_t>(std::lround(v * 255)); });
    return grey;
}

} // namespace

std::vector<std::uint8_t> windowPicture(Plane grey, HuWindow scale, int size) {
    constexpr double kWidth = kPictureHu.highHu - kPictureHu.lowHu;
    for (float& v : grey.values) {
        const double hu = scale.lowHu + v / 255.0 * (scale.highHu - scale.lowHu);
        v = static_cast<float>(std::clamp((hu - kPictureHu.lowHu) / kWidth, 0.0, 1.0));
    }
    return resized(grey, size);
}

std::vector<std::uint8_t> resizeMask(Plane mask, int size) {
    for (float& v : mask.values)
        v /= 255;
    return resized(mask, size);
}

} // namespace hemo::ml
