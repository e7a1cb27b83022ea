#include "ml/training/data/scanned_change.h"

#include "core/simulate/noise.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::ml {
namespace {

/// Smooths a square picture with a Gaussian of `sigmaPixels`.
void smooth(std::span<float> picture, int side, double sigmaPixels) {
    constexpr int kReach = 3;
    std::array<float, 2 * kReach + 1> kernel{};
    float sum = 0;
    for (int d = -kReach; d <= kReach; ++d)
        sum += kernel[d + kReach] = static_cast<float>(std::exp(-d * d / (2 * sigmaPixels * sigmaPixels)));
    std::vector<float> line(static_cast<std::size_t>(side));
    const auto smoothLine = [&](float* first, int step) {
        for (int x = 0; x < side; ++x) {
            float mean = 0;
            for (int d = -kReach; d <= kReach; ++d)
                mean += kernel[d + kReach] * first[std::clamp(x + d, 0, side - 1) * step];
            line[x] = mean / sum;
        }
        for (int x = 0; x < side; ++x)
            first[x * step] = line[x];
    };
    for (int n = 0; n < side; ++n)
        smoothLine(&picture[std::size_t(n) * side], 1);
    for (int n = 0; n < side; ++n)
        smoothLine(&picture[n], side);
}

} // namespace

std::vector<float> scannedChange(const Volume& volume, std::span<const std::int16_t> drawnHu,
                                 Random& random) {
    const int side = volume.grid().columns();
    const std::size_t perSlice = volume.grid().voxelsPerSlice();
    const std::uint64_t seed = random();
    const double edge = uniform(random, 0.5, 1.3) * side / 256,
                 grainSize = uniform(random, 0.5, 0.9) * side / 256;
    const auto grainHu = static_cast<float>(uniform(random, 2, 8));
    std::vector<float> change(drawnHu.size()), grain(perSlice);
    for (std::size_t first = 0; first < change.size(); first += perSlice) {
        const auto before = volume.voxels().subspan(first, perSlice);
        const auto after = drawnHu.subspan(first, perSlice);
        if (std::equal(before.begin(), before.end(), after.begin())) continue;
        const auto slice = std::span(change).subspan(first, perSlice);
        for (std::size_t n = 0; n < perSlice; ++n) {
            slice[n] = float(after[n] - before[n]);
            grain[n] = slice[n] == 0 ? 0 : simulate::normalNoise(first + n, seed) * grainHu;
        }
        smooth(slice, side, edge);
        smooth(grain, side, grainSize);
        for (std::size_t n = 0; n < perSlice; ++n) {
            // Bone stays bone: what lies over it is not seen.
            if (before[n] >= kPictureBoneHu || std::abs(slice[n]) < 0.5f) slice[n] = 0;
            if (slice[n] > 3) slice[n] += grain[n];
        }
    }
    return change;
}

} // namespace hemo::ml
