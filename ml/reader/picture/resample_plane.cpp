#include "ml/reader/picture/resample_plane.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

/// One result pixel's sources on an axis: `weights[0]` belongs to source pixel `first`.
struct Taps {
    int first = 0;
    std::vector<float> weights;
    float outside = 0; ///< weight of what lies beyond the source
};

std::vector<Taps> tapsOf(AxisMap map, int wanted, int given) {
    std::vector<Taps> all(static_cast<std::size_t>(wanted));
    const double radius = std::max(1.0, std::abs(map.step));
    for (int n = 0; n < wanted; ++n) {
        const double centre = map.first + n * map.step;
        const int low = static_cast<int>(std::ceil(centre - radius));
        const int high = static_cast<int>(std::floor(centre + radius));
        Taps& taps = all[static_cast<std::size_t>(n)];
        taps.first = std::clamp(low, 0, given);
        double sum = 0, inside = 0;
        for (int s = low; s <= high; ++s) {
            const double weight = 1 - std::abs(s - centre) / radius;
            sum += weight;
            if (s < 0 || s >= given) continue;
            inside += weight;
            taps.weights.push_back(static_cast<float>(weight));
        }
        for (float& w : taps.weights)
            w = static_cast<float>(w / sum);
        taps.outside = static_cast<float>((sum - inside) / sum);
    }
    return all;
}

} // namespace

Plane resamplePlane(const Plane& source, AxisMap x, int width, AxisMap y, int height, float outside) {
    const auto columns = tapsOf(x, width, source.width);
    const auto rows = tapsOf(y, height, source.height);
    Plane narrow(width, source.height);
    for (int j = 0; j < source.height; ++j)
        for (int i = 0; i < width; ++i) {
            const Taps& taps = columns[static_cast<std::size_t>(i)];
            float sum = taps.outside * outside;
            for (std::size_t t = 0; t < taps.weights.size(); ++t)
                sum += taps.weights[t] * source.at(taps.first + static_cast<int>(t), j);
            narrow.at(i, j) = sum;
        }
    Plane result(width, height);
    for (int j = 0; j < height; ++j) {
        const Taps& taps = rows[static_cast<std::size_t>(j)];
        float* out = result.values.data() + std::size_t(j) * width;
        std::fill(out, out + width, taps.outside * outside);
        for (std::size_t t = 0; t < taps.weights.size(); ++t) {
            const float* in = narrow.values.data() + std::size_t(taps.first + static_cast<int>(t)) * width;
            for (int i = 0; i < width; ++i)
                out[i] += taps.weights[t] * in[i];
        }
    }
    return result;
}

} // namespace hemo::ml
