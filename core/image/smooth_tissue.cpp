#include "core/image/smooth_tissue.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace hemo {
namespace {

// Brain, fluid and blood with noise of 40 HU on them; bone and air lie beyond.
constexpr float kLeastHu = -150, kMostHu = 220;

/// Half of a Gaussian: its middle first, out to three standard deviations.
std::vector<float> halfGaussian(double sigma) {
    std::vector<float> half(1 + static_cast<std::size_t>(std::ceil(3 * sigma)));
    for (std::size_t n = 0; n < half.size(); ++n)
        half[n] = static_cast<float>(std::exp(-0.5 * (double(n) / sigma) * (double(n) / sigma)));
    return half;
}

/// Lines of `values`: `count` of them, `lineStep` apart, each of `length` values that are `step` apart.
struct Lines {
    std::size_t count, lineStep, length, step;
};

/// Sums with a Gaussian's weights along the lines; beyond the ends there is nothing.
void blurAlong(std::vector<float>& values, const Lines& lines, double sigma) {
    if (sigma <= 0) return;
    const std::vector<float> half = halfGaussian(sigma);
    std::vector<float> line(lines.length);
    for (std::size_t l = 0; l < lines.count; ++l) {
        float* const first = values.data() + l * lines.lineStep;
        for (std::size_t n = 0; n < lines.length; ++n)
            line[n] = first[n * lines.step];
        for (std::size_t n = 0; n < lines.length; ++n) {
            float sum = half[0] * line[n];
            for (std::size_t away = 1; away < half.size(); ++away) {
                if (n >= away) sum += half[away] * line[n - away];
                if (n + away < lines.length) sum += half[away] * line[n + away];
            }
            first[n * lines.step] = sum;
        }
    }
}

} // namespace

void smoothTissue(std::span<float> hu, int width, double sigmaAlongRow, double sigmaAlongColumn) {
    if (sigmaAlongRow <= 0 && sigmaAlongColumn <= 0) return;
    const auto columns = static_cast<std::size_t>(width), rows = hu.size() / columns;
    std::vector<float> isTissue(hu.size()), sums(hu.size());
    for (std::size_t v = 0; v < hu.size(); ++v) {
        isTissue[v] = hu[v] >= kLeastHu && hu[v] <= kMostHu ? 1.f : 0.f;
        sums[v] = isTissue[v] * hu[v];
    }
    std::vector<float> weights = isTissue;
    for (std::vector<float>* values : {&sums, &weights}) {
        blurAlong(*values, {rows, columns, columns, 1}, sigmaAlongRow);
        blurAlong(*values, {columns, 1, rows, columns}, sigmaAlongColumn);
    }
    for (std::size_t v = 0; v < hu.size(); ++v)
        if (isTissue[v] > 0) hu[v] = sums[v] / weights[v];
}

} // namespace hemo
