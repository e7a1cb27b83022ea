#include "core/classify/calcification.h"

#include "core/classify/skull.h"

#include <algorithm>

namespace hemo {
namespace {

constexpr int kOverBloodHu = 120;
constexpr double kLeastMm2 = 6; // of one slice: less is noise

} // namespace

std::optional<int> densityOverBlood(const Volume& volume, const HotRegion& hot, int k, int boneFrom) {
    const Grid& grid = volume.grid();
    const Skull skull = skullIn(volume, k, boneFrom);
    std::vector<std::int16_t> dense;
    for (std::size_t n = 0; n < skull.deep.set.size(); ++n) {
        if (!skull.deep.set[n]) continue;
        const int i = static_cast<int>(n % grid.columns()), j = static_cast<int>(n / grid.columns());
        const std::int16_t hu = volume.at(i, j, k);
        if (hu > kOverBloodHu && hot.isHot(grid.toPatient({double(i), double(j), double(k)}), k))
            dense.push_back(hu);
    }
    if (double(dense.size()) * grid.columnSpacingMm() * grid.rowSpacingMm() < kLeastMm2) return std::nullopt;
    // Its rim is mixed with brain; one voxel alone may be noise.
    const auto high = dense.begin() + static_cast<std::ptrdiff_t>(dense.size() * 9 / 10);
    std::nth_element(dense.begin(), high, dense.end());
    return *high;
}

} // namespace hemo
