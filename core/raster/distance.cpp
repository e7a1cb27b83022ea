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

} // namespace

std::vector<float> distanceInside(std::span<const std::uint8_t> mask, int columns, PixelMm pixel) {
    const auto width = static_cast<std::size_t>(columns), height = mask.size() / width;
    std::vector<float> squared(mask.size());
    std::transform(mask.begin(), mask.end(), squared.begin(),
                   [](std::uint8_t set) { return set ? kFar : 0.f; });
    LineTransform line(std::max(width, height));
    for (std::size_t x = 0; x < width; ++x)
        line.run(&squared[x], height, width, static_cast<float>(pixel.down));
    for (std::size_t y = 0; y < height; ++y)
        line.run(&squared[y * width], width, 1, static_cast<float>(pixel.across));
    for (float& value : squared)
        value = std::sqrt(value);
    return squared;
}

std::vector<float> signedDistance(std::span<const std::uint8_t> mask, int columns, PixelMm pixel) {
    std::vector<std::uint8_t> outside(mask.size());
    std::transform(mask.begin(), mask.end(), outside.begin(),
                   [](std::uint8_t set) { return std::uint8_t(!set); });
    std::vector<float> distance = distanceInside(mask, columns, pixel);
    const std::vector<float> away = distanceInside(outside, columns, pixel);
    for (std::size_t n = 0; n < distance.size(); ++n)
        distance[n] -= away[n];
    return distance;
}

} // namespace hemo::raster
