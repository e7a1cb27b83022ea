#include "core/image/slab.h"

#include "core/image/volume.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace hemo {
namespace {

/// More than every HU; as sixteen bits it is kOutsideHu again.
constexpr std::int32_t kBeyond = 32768;
static_assert(static_cast<std::int16_t>(kBeyond) == kOutsideHu);

/// held[n] = next(held[n], hu[n]). Blocks of one length become vector instructions.
template <class Next>
void takeIn(std::vector<std::int32_t>& held, std::span<const std::int16_t> hu, Next next) {
    assert(hu.size() == held.size());
    constexpr std::size_t kBlock = 64;
    std::int32_t* __restrict to = held.data();
    const std::int16_t* __restrict from = hu.data();
    std::size_t n = 0;
    for (; n + kBlock <= hu.size(); n += kBlock, to += kBlock, from += kBlock)
        for (std::size_t i = 0; i < kBlock; ++i)
            to[i] = next(to[i], std::int32_t{from[i]});
    for (; n < hu.size(); ++n, ++to, ++from)
        *to = next(*to, std::int32_t{*from});
}

} // namespace

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

SlabValues::SlabValues(Slab::Kind kind, std::size_t pixels) : m_kind(kind) {
    const bool isMean = kind == Slab::Kind::Mean;
    m_values.assign(pixels, isMean ? 0 : kind == Slab::Kind::Maximum ? kOutsideHu : kBeyond);
    if (isMean) m_counts.assign(pixels, 0);
}

void SlabValues::add(std::span<const std::int16_t> hu) {
    switch (m_kind) {
    case Slab::Kind::Mean:
        takeIn(m_values, hu, [](auto sum, auto value) { return sum + (value == kOutsideHu ? 0 : value); });
        return takeIn(m_counts, hu, [](auto count, auto value) { return count + (value != kOutsideHu); });
    case Slab::Kind::Maximum: // what is outside is less than everything
        return takeIn(m_values, hu, [](auto held, auto value) { return held > value ? held : value; });
    case Slab::Kind::Minimum:
        return takeIn(m_values, hu, [](auto held, auto value) {
            const auto known = value == kOutsideHu ? kBeyond : value;
            return held < known ? held : known;
        });
    }
}

std::vector<std::int16_t> SlabValues::result() const {
    std::vector<std::int16_t> hu(m_values.size(), kOutsideHu);
    for (std::size_t n = 0; n < hu.size(); ++n) {
        if (m_kind != Slab::Kind::Mean)
            hu[n] = static_cast<std::int16_t>(m_values[n]);
        else if (m_counts[n] > 0)
            hu[n] = static_cast<std::int16_t>(std::lround(double(m_values[n]) / m_counts[n]));
    }
    return hu;
}

} // namespace hemo
