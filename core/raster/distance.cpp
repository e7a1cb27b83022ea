#include "core/raster/distance.h"

#include <algorithm>
#include <cmath>

namespace hemo::raster {
namespace {

constexpr float kFar = 1e6f; // mm2: farther than any head is wide

/// Lower envelope of parabolas rooted at the places of a line, `step` mm apart; in and out: squared
/// distances.
class LineTransform {
public:
    explicit LineTransform(std::size_t longest) : m_root(longest), m_from(longest + 1), m_in(longest) {}

    void run(float* line, std::size_t count, std::size_t stride, float step) {
        for (std::size_t n = 0; n < count; ++n)
            m_in[n] = line[n * stride];
        std::size_t last = 0;
        m_root[0] = 0;
        m_from[0] = -kFar;
        m_from[1] = kFar;
        for (std::size_t n = 1; n < count; ++n) {
            float meets = crossing(m_root[last], n, step);
            while (last > 0 && meets <= m_from[last])
                meets = crossing(m_root[--last], n, step);
            m_root[++last] = n;
            m_from[last] = meets;
            m_from[last + 1] = kFar;
        }
        std::size_t root = 0;
        for (std::size_t n = 0; n < count; ++n) {
            const float at = static_cast<float>(n) * step;
            while (m_from[root + 1] < at)
                ++root;
            const float away = at - static_cast<float>(m_root[root]) * step;
            line[n * stride] = away * away + m_in[m_root[root]];
        }
    }

private:
    /// Where the later parabola becomes the lower one, mm.
    float crossing(std::size_t first, std::size_t second, float step) const {
        const float a = static_cast<float>(first) * step, b = static_cast<float>(second) * step;
        return (m_in[second] - m_in[first] + b * b - a * a) / (2 * (b - a));
    }

    std::vector<std::size_t> m_root;
    std::vector<float> m_from, m_in;
};

/// Squared distances along the columns of one picture: what is not set is the only root yet, so that one
/// sweep down and one up will do.
void sweepColumns(const std::uint8_t* set, float* squared, Shape picture, float step) {
    const auto width = static_cast<std::size_t>(picture.columns);
    const std::size_t pixels = width * picture.rows;
    const float far = std::sqrt(kFar);
    for (std::size_t n = 0; n < pixels; ++n) {
        const float above = n < width ? far : std::min(squared[n - width] + step, far);
        squared[n] = set[n] ? above : 0;
    }
    for (std::size_t n = pixels - std::min(pixels, width); n-- > 0;)
        squared[n] = std::min(squared[n], squared[n + width] + step);
    for (std::size_t n = 0; n < pixels; ++n)
        squared[n] *= squared[n];
}

} // namespace

std::vector<float> distanceInside(const Mask& mask, PixelMm pixel) {
    const Shape shape = mask.shape();
    const auto row = static_cast<std::size_t>(shape.columns), slice = row * shape.rows, all = shape.size();
    std::vector<float> squared(all);
    for (std::size_t first = 0; first < all; first += slice)
        sweepColumns(&mask.set[first], &squared[first], shape, static_cast<float>(pixel.down));
    LineTransform line(static_cast<std::size_t>(std::max(shape.columns, shape.slices)));
    for (std::size_t first = 0; first < all; first += row)
        line.run(&squared[first], row, 1, static_cast<float>(pixel.across));
    for (std::size_t n = 0; shape.slices > 1 && n < slice; ++n)
        line.run(&squared[n], shape.slices, slice, static_cast<float>(pixel.through));
    for (float& value : squared)
        value = std::sqrt(value);
    return squared;
}

std::vector<float> signedDistance(const Mask& mask, PixelMm pixel) {
    std::vector<float> distance = distanceInside(mask, pixel);
    const std::vector<float> away = distanceInside(inverted(mask), pixel);
    for (std::size_t n = 0; n < distance.size(); ++n)
        distance[n] -= away[n];
    return distance;
}

Mask widened(const Mask& mask, PixelMm pixel, double mm) {
    const auto away = distanceInside(inverted(mask), pixel);
    return maskOf(mask.shape(), [&](std::size_t n) { return away[n] <= mm; });
}

Mask narrowed(const Mask& mask, PixelMm pixel, double mm) {
    const auto depth = distanceInside(mask, pixel);
    return maskOf(mask.shape(), [&](std::size_t n) { return depth[n] > mm; });
}

Mask closed(const Mask& mask, PixelMm pixel, double mm) {
    return narrowed(widened(mask, pixel, mm), pixel, mm);
}

} // namespace hemo::raster
