#include "core/image/slab.h"

#include "core/image/volume.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace hemo {

std::vector<double> slabOverSlices(const Slab& slab, const Grid& grid, int k) {
    constexpr double kRounding = 0.99; // a slice whose middle lies on the slab's face is no part of it
    const double reachMm = slab.thicknessMm / 2 * kRounding;
    std::vector<double> offsets;
    for (int slice = 0; slice < grid.slices(); ++slice) {
        const double offsetMm = grid.sliceOffsetMm(slice) - grid.sliceOffsetMm(k);
        if (slice == k || std::abs(offsetMm) < reachMm) offsets.push_back(offsetMm);
    }
    return offsets;
}

std::vector<double> slabOverVoxels(const Slab& slab, const Grid& grid) {
    if (slab.thicknessMm <= 0) return {0};
    const double finestMm = std::min({grid.columnSpacingMm(), grid.rowSpacingMm(),
                                      grid.slices() > 1 ? grid.typicalSpacingMm() : slab.thicknessMm});
    const int toEachSide = static_cast<int>(std::ceil(slab.thicknessMm / 2 / finestMm));
    std::vector<double> offsets;
    for (int n = -toEachSide; n <= toEachSide; ++n)
        offsets.push_back(n * slab.thicknessMm / 2 / toEachSide);
    return offsets;
}

SlabValues::SlabValues(Slab::Kind kind, std::size_t pixels)
    : m_kind(kind), m_values(pixels), m_counts(pixels) {}

void SlabValues::add(std::span<const std::int16_t> hu) {
    assert(hu.size() == m_values.size());
    for (std::size_t n = 0; n < hu.size(); ++n) {
        if (hu[n] == kOutsideHu) continue;
        const std::int32_t value = hu[n];
        std::int32_t& held = m_values[n];
        if (m_kind == Slab::Kind::Mean)
            held += value;
        else if (m_counts[n] == 0)
            held = value;
        else
            held = m_kind == Slab::Kind::Maximum ? std::max(held, value) : std::min(held, value);
        ++m_counts[n];
    }
}

std::vector<std::int16_t> SlabValues::result() const {
    std::vector<std::int16_t> hu(m_values.size(), kOutsideHu);
    for (std::size_t n = 0; n < hu.size(); ++n) {
        if (m_counts[n] == 0) continue;
        const double value = m_kind == Slab::Kind::Mean ? double(m_values[n]) / m_counts[n] : m_values[n];
        hu[n] = static_cast<std::int16_t>(std::lround(value));
    }
    return hu;
}

} // namespace hemo
