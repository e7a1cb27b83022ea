#include "core/simulate/real_head.h"

#include "core/anatomy/brain_density.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <cmath>

namespace hemo::simulate {

using namespace raster;

namespace {

constexpr double kLeastBrainCm2 = 30, kMostBrainCm2 = 280;
constexpr float kSulcusToHu = 24, kVentricleToHu = 21;
constexpr float kVentricleFromMm = 18, kSulcusToMm = 40; // below the inner table
constexpr double kBreakMm = 2;                           // sutures and thin bone

/// One slice on its way to distances.
struct Slice {
    std::span<const std::int16_t> hu;
    int columns = 0;
    PixelMm pixel;
    double pixelCm2() const { return pixel.across * pixel.down / 100; }
};

template <class IsSet> Mask maskOf(const Slice& slice, IsSet isSet) {
    Mask mask{slice.columns, std::vector<std::uint8_t>(slice.hu.size())};
    for (std::size_t n = 0; n < mask.set.size(); ++n)
        mask.set[n] = isSet(n);
    return mask;
}

/// The largest region inside the largest bone; empty where that is no brain.
Mask brainOf(const Slice& slice, int boneFromHu) {
    const Mask bone = maskOf(slice, [&](std::size_t n) { return slice.hu[n] >= boneFromHu; });
    const int radius = std::max(1, static_cast<int>(std::lround(kBreakMm / 2 / slice.pixel.across)));
    Mask brain = largestRegion(enclosedBy(largestRegion(closed(bone, radius))));
    const double area = static_cast<double>(brain.count()) * slice.pixelCm2();
    if (area < kLeastBrainCm2 || area > kMostBrainCm2) return {};
    if (!hasBrainsDensity(slice.hu, brain)) return {};
    return brain;
}

/// Mean over 3 x 3 pixels of the brain alone, so that noise makes no fluid and bone hides none.
std::vector<float> smoothed(const Slice& slice, const Mask& brain) {
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

void describe(const Slice& slice, const Mask& brain, std::span<Surroundings> out) {
    const auto depth = signedDistance(brain.set, slice.columns, slice.pixel);
    const auto mean = smoothed(slice, brain);
    const Mask sulci = maskOf(slice, [&](std::size_t n) {
        return brain.set[n] && mean[n] < kSulcusToHu && depth[n] < kSulcusToMm;
    });
    const Mask ventricles = maskOf(slice, [&](std::size_t n) {
        return brain.set[n] && mean[n] < kVentricleToHu && depth[n] > kVentricleFromMm;
    });
    const auto toSulci = signedDistance(sulci.set, slice.columns, slice.pixel);
    const auto toVentricles = signedDistance(ventricles.set, slice.columns, slice.pixel);
    for (std::size_t n = 0; n < out.size(); ++n)
        out[n] = {depth[n], toSulci[n], toVentricles[n]};
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
    RealHead head;
    head.m_grid = grid;
    head.m_surroundings.resize(grid.voxelCount());
    Extent extent;
    bool isAny = false;
    for (int k = 0; k < grid.slices(); ++k) {
        const Slice slice{volume.slice(k), grid.columns(), pixelMm(grid)};
        const Mask brain = brainOf(slice, limits.boneFromHu);
        head.m_hasBrain.push_back(!brain.set.empty());
        if (brain.set.empty()) continue;
        isAny = true;
        describe(slice, brain,
                 std::span(head.m_surroundings)
                     .subspan(static_cast<std::size_t>(k) * grid.voxelsPerSlice(), grid.voxelsPerSlice()));
        for (std::size_t n = 0; n < brain.set.size(); ++n)
            if (brain.set[n])
                extent.add(
                    grid.toPatient({double(n % grid.columns()), double(n / grid.columns()), double(k)}));
    }
    if (!isAny) return std::nullopt;
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
