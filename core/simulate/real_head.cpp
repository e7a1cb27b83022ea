#include "core/simulate/real_head.h"

#include "core/anatomy/brain_density.h"
#include "core/anatomy/skull.h"
#include "core/raster/distance.h"

#include <algorithm>
#include <cmath>

namespace hemo::simulate {

using namespace raster;

namespace {

constexpr double kLeastBrainCm2 = 30, kMostBrainCm2 = 280;
constexpr float kSulcusToHu = 24, kVentricleToHu = 21;
constexpr float kVentricleFromMm = 18, kSulcusToMm = 40; // below the inner table

/// The inside of the skull in a slice; nothing set where that is no brain.
Mask brainOf(const BonySlice& slice) {
    const Mask inside = skullIn(slice).inside;
    const double cm2 = static_cast<double>(inside.count()) * slice.pixel.across * slice.pixel.down / 100;
    const bool isBrain = cm2 >= kLeastBrainCm2 && cm2 <= kMostBrainCm2 && hasBrainsDensity(slice.hu, inside);
    return isBrain ? inside : emptyMask(inside.shape());
}

/// Mean over 3 x 3 pixels of the brain alone, so that noise makes no fluid and bone hides none.
std::vector<float> smoothed(const BonySlice& slice, const Mask& brain) {
    std::vector<float> mean(slice.hu.size());
    const int rows = brain.rows();
    for (int y = 1; y + 1 < rows; ++y)
        for (int x = 1; x + 1 < slice.columns; ++x) {
            const auto n = static_cast<std::size_t>(y) * slice.columns + x;
            if (!brain.set[n]) continue;
            float sum = 0;
            int count = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) {
                    const std::size_t m = n + dx + std::ptrdiff_t(dy) * slice.columns;
                    if (!brain.set[m]) continue;
                    sum += slice.hu[m];
                    ++count;
                }
            mean[n] = sum / static_cast<float>(count);
        }
    return mean;
}

void describe(const BonySlice& slice, const Mask& brain, std::span<Surroundings> out) {
    const auto depth = signedDistance(brain, slice.pixel);
    const auto mean = smoothed(slice, brain);
    const Mask sulci = maskOf(brain.shape(), [&](std::size_t n) {
        return brain.set[n] && mean[n] < kSulcusToHu && depth[n] < kSulcusToMm;
    });
    const Mask ventricles = maskOf(brain.shape(), [&](std::size_t n) {
        return brain.set[n] && mean[n] < kVentricleToHu && depth[n] > kVentricleFromMm;
    });
    const auto toSulci = signedDistance(sulci, slice.pixel);
    const auto toVentricles = signedDistance(ventricles, slice.pixel);
    for (std::size_t n = 0; n < out.size(); ++n)
        out[n] = {depth[n], toSulci[n], toVentricles[n]};
}

/// Slices one after the other.
struct Run {
    std::size_t first = 0, end = 0;
};

/// All slices with a brain from that with the largest on: beyond one without lie the neck and the face, where
/// bone can close in muscle. Empty where there is no brain.
Run runOfLargest(const std::vector<Mask>& brains) {
    std::vector<std::size_t> sizes;
    sizes.reserve(brains.size());
    for (const Mask& brain : brains)
        sizes.push_back(brain.count());
    const auto largest = static_cast<std::size_t>(std::ranges::max_element(sizes) - sizes.begin());
    Run run{largest, largest};
    while (run.end < sizes.size() && sizes[run.end] > 0)
        ++run.end;
    while (run.first > 0 && sizes[run.first] > 0 && sizes[run.first - 1] > 0)
        --run.first;
    return run;
}

/// Grows over the voxels it is shown.
struct Extent {
    Vec3 low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
    void add(PatientPoint p) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
    }
    CavityBox box() const { return {PatientPoint{} + (low + high) * 0.5, (high - low) * 0.5}; }
};

} // namespace

std::optional<RealHead> RealHead::find(const Volume& volume, Limits limits) {
    const Grid& grid = volume.grid();
    std::vector<Mask> brains;
    brains.reserve(static_cast<std::size_t>(grid.slices()));
    for (int k = 0; k < grid.slices(); ++k)
        brains.push_back(brainOf(bonySlice(volume, k, limits.boneFromHu)));
    const Run run = runOfLargest(brains);
    if (run.first == run.end) return std::nullopt;
    RealHead head;
    head.m_grid = grid;
    head.m_surroundings.resize(grid.voxelCount());
    head.m_hasBrain.resize(brains.size());
    Extent extent;
    for (std::size_t k = run.first; k < run.end; ++k) {
        const Mask& brain = brains[k];
        head.m_hasBrain[k] = true;
        describe(bonySlice(volume, static_cast<int>(k), limits.boneFromHu), brain,
                 std::span(head.m_surroundings).subspan(k * grid.voxelsPerSlice(), grid.voxelsPerSlice()));
        for (std::size_t n = 0; n < brain.set.size(); ++n)
            if (brain.set[n]) extent.add(grid.toPatient(grid.voxelOfSlice(n, static_cast<int>(k))));
    }
    head.m_box = extent.box();
    return head;
}

BleedHost RealHead::host() const {
    return {[this](PatientPoint p) { return at(p); }, m_box};
}

Surroundings RealHead::at(PatientPoint p) const {
    if (!m_grid.contains(p)) return {};
    const VoxelIndex v = m_grid.toVoxel(p);
    const auto place = [](double at, int count) { return std::clamp<long>(std::lround(at), 0, count - 1); };
    const auto i = place(v.i, m_grid.columns()), j = place(v.j, m_grid.rows()),
               k = place(v.k, m_grid.slices());
    return m_surroundings[(static_cast<std::size_t>(k) * m_grid.rows() + j) * m_grid.columns() + i];
}

} // namespace hemo::simulate
