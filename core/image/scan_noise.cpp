#include "core/image/scan_noise.h"

#include "core/image/smooth_tissue.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hemo {
namespace {

constexpr double kPatchMm = 0.9, kThickMm = 5; // what the second reader averages to
constexpr int kMostSlices = 12;
constexpr int kAround = 3;                        // patches on each side: 6 mm, wider than the grain of noise
constexpr double kLowestHu = 15, kHighestHu = 60; // brain and muscle; not fat, water, fresh blood and bone
constexpr double kQuietShare = 0.25;              // of the places: edges and folds make the others less even
constexpr std::size_t kFewestPlaces = 200;

/// The mean of some slices in patches.
struct Patches {
    int width = 0, height = 0;
    std::vector<float> hu;
    float at(int x, int y) const { return hu[static_cast<std::size_t>(y) * width + x]; }
};

/// The mean of `depth` slices from the k-th on; outside is air here.
std::vector<float> meanOf(const Volume& volume, int k, int depth) {
    std::vector<float> mean(volume.slice(k).size());
    for (int slice = k; slice < k + depth; ++slice) {
        const auto voxels = volume.slice(slice);
        for (std::size_t v = 0; v < mean.size(); ++v)
            mean[v] += std::max<float>(voxels[v], -1024) / static_cast<float>(depth);
    }
    return mean;
}

/// `n` pixels a side.
Patches patchesOf(const std::vector<float>& slice, int width, int n) {
    const int height = static_cast<int>(slice.size()) / width;
    Patches patches{width / n, height / n, {}};
    patches.hu.reserve(static_cast<std::size_t>(patches.width) * patches.height);
    for (int y = 0; y < patches.height; ++y)
        for (int x = 0; x < patches.width; ++x) {
            float sum = 0;
            for (int j = y * n; j < (y + 1) * n; ++j)
                for (int i = x * n; i < (x + 1) * n; ++i)
                    sum += slice[static_cast<std::size_t>(j) * width + i];
            patches.hu.push_back(sum / static_cast<float>(n * n));
        }
    return patches;
}

/// How much the patches round a place differ; none where it is no soft tissue.
std::optional<double> deviationAt(const Patches& p, int x, int y) {
    constexpr int kCount = (2 * kAround + 1) * (2 * kAround + 1);
    double sum = 0, squares = 0;
    for (int dy = -kAround; dy <= kAround; ++dy)
        for (int dx = -kAround; dx <= kAround; ++dx) {
            const double hu = p.at(x + dx, y + dy);
            sum += hu, squares += hu * hu;
        }
    const double mean = sum / kCount;
    if (mean < kLowestHu || mean > kHighestHu) return std::nullopt;
    return std::sqrt(std::max(0.0, squares - sum * mean) / (kCount - 1));
}

} // namespace

std::optional<double> softTissueNoiseHu(const Volume& volume, double pixelMm, double smoothedByMm) {
    const int n = std::max(1, static_cast<int>(std::lround(kPatchMm / pixelMm)));
    const int slices = volume.grid().slices();
    const double stepMm = slices > 1 ? volume.grid().typicalSpacingMm() : kThickMm;
    const int depth = std::clamp(static_cast<int>(std::lround(kThickMm / std::max(stepMm, 0.1))), 1, slices);
    const int step = std::max(depth, slices / kMostSlices);
    std::vector<double> deviations;
    for (int k = 0; k + depth <= slices; k += step) {
        std::vector<float> slice = meanOf(volume, k, depth);
        const double sigma = smoothedByMm / pixelMm;
        smoothTissue(slice, volume.grid().columns(), sigma, sigma);
        const Patches patches = patchesOf(slice, volume.grid().columns(), n);
        for (int y = kAround; y + kAround < patches.height; y += kAround)
            for (int x = kAround; x + kAround < patches.width; x += kAround)
                if (const auto deviation = deviationAt(patches, x, y)) deviations.push_back(*deviation);
    }
    if (deviations.size() < kFewestPlaces) return std::nullopt;
    const auto quiet = deviations.begin() +
                       static_cast<std::ptrdiff_t>(kQuietShare * static_cast<double>(deviations.size()));
    std::nth_element(deviations.begin(), quiet, deviations.end());
    return *quiet;
}

} // namespace hemo
