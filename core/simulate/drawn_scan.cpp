#include "core/simulate/drawn_scan.h"

#include "core/anatomy/skull.h"
#include "core/classify/verdict/assess.h"
#include "core/geometry/voxel_place.h"
#include "core/simulate/real_head.h"

#include <algorithm>
#include <utility>

namespace hemo {
namespace {

using namespace simulate;

/// What the mean of brain is taken over; neither air nor bone is brain.
constexpr int kReach = 2, kLeastBrainHu = -10, kMostBrainHu = 100;
constexpr double kLeastMl = 0.05;

/// The same without its noise where there is brain: a bleed that is drawn over noise would be smooth, which
/// no scanner's is.
std::vector<std::int16_t> withoutNoise(const Volume& volume, const RealHead& head) {
    const Grid& grid = volume.grid();
    std::vector<std::int16_t> calm(volume.voxels().begin(), volume.voxels().end());
    const auto isBrain = [](std::int16_t hu) { return hu >= kLeastBrainHu && hu <= kMostBrainHu; };
    for (int k = 0; k < grid.slices(); ++k) {
        if (!head.hasBrain(k)) continue;
        const auto slice = volume.slice(k);
        const auto at = [&](int i, int j) { return slice[static_cast<std::size_t>(j) * grid.columns() + i]; };
        std::int16_t* const out = calm.data() + static_cast<std::size_t>(k) * grid.voxelsPerSlice();
        for (int j = kReach; j < grid.rows() - kReach; ++j)
            for (int i = kReach; i < grid.columns() - kReach; ++i) {
                if (!isBrain(at(i, j))) continue;
                int sum = 0, count = 0;
                for (int dj = -kReach; dj <= kReach; ++dj)
                    for (int di = -kReach; di <= kReach; ++di)
                        if (const std::int16_t hu = at(i + di, j + dj); isBrain(hu)) sum += hu, ++count;
                out[static_cast<std::size_t>(j) * grid.columns() + i] =
                    static_cast<std::int16_t>(sum / count);
            }
    }
    return calm;
}

/// What was drawn, over the noise that was there.
std::vector<std::int16_t> withNoise(const Volume& volume, std::span<const std::int16_t> calm,
                                    std::span<const std::int16_t> drawn) {
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    for (std::size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = static_cast<std::int16_t>(voxels[n] + drawn[n] - calm[n]);
    return voxels;
}

} // namespace

Result<DrawnScan> drawInto(const Volume& volume, const BleedSpec& spec, unsigned seed,
                           std::string seriesInstanceUid, const TaskContext& context) {
    const auto head = RealHead::find(volume, {boneFromHu(huRange(volume).highestHu)});
    if (!head) return fail(ErrorCode::Unsupported, say("drawn.no_brain"));
    const BleedHost host = head->host();
    if (spec.at && host.surroundings(*spec.at).depthMm <= 0)
        return fail(ErrorCode::Unsupported, say("drawn.not_in_brain"));
    if (context.cancelled()) return cancelled();
    const Grid& grid = volume.grid();
    const std::vector<std::int16_t> calm = withoutNoise(volume, *head);
    std::vector<std::int16_t> over = calm;
    const DrawnBleed bleed = drawBleed(spec, host, grid, over, seed);
    if (bleed.volumeMl < std::min(kLeastMl, spec.volumeMl / 2))
        return fail(ErrorCode::Unsupported, say("drawn.no_room"));
    DrawnScan drawn{nullptr, bleed.volumeMl, {}};
    drawn.places.reserve(bleed.voxels.size());
    for (const std::size_t v : bleed.voxels)
        drawn.places.push_back(placeOfVoxel(grid, v));
    drawn.volume =
        std::make_shared<const Volume>(grid, withNoise(volume, calm, over), std::move(seriesInstanceUid));
    return drawn;
}

} // namespace hemo
