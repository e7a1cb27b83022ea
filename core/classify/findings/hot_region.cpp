#include "core/classify/findings/hot_region.h"

#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace hemo {

using namespace raster;

namespace {

constexpr float kHotShare = 0.4f, kLeastHeat = 0.5f; // of a run's greatest heat; log-odds
constexpr double kNearMm = 12;                       // half a place of the coarser maps

} // namespace

HotRegion::HotRegion(const ProbabilityMap& heat, int firstSlice, int lastSlice)
    : m_heat(heat), m_first(firstSlice) {
    const Grid& grid = heat.grid;
    const auto pixels = static_cast<std::ptrdiff_t>(grid.voxelsPerSlice());
    const auto from = heat.values.begin() + firstSlice * pixels;
    const float greatest = *std::max_element(from, from + (lastSlice - firstSlice + 1) * pixels);
    const float enough = std::max(kLeastHeat, kHotShare * greatest);
    for (int k = firstSlice; k <= lastSlice; ++k) {
        Mask hot = emptyMask(grid.columns(), grid.voxelsPerSlice());
        const auto values = heat.values.begin() + k * pixels;
        std::transform(values, values + pixels, hot.set.begin(), [&](float v) { return v >= enough; });
        m_near.push_back(hot.count() > 0 ? widened(hot, pixelMm(grid), kNearMm) : hot);
        m_hot.push_back(std::move(hot));
    }
}

bool HotRegion::isIn(const std::vector<Mask>& masks, PatientPoint p, int k) const {
    const Grid& grid = m_heat.grid;
    const Vec3 way = p - grid.slicePositions()[static_cast<std::size_t>(k)];
    const auto i = std::lround(dot(way, grid.rowDirection()) / grid.columnSpacingMm());
    const auto j = std::lround(dot(way, grid.columnDirection()) / grid.rowSpacingMm());
    const Mask& mask = masks[static_cast<std::size_t>(k - m_first)];
    return i >= 0 && j >= 0 && i < grid.columns() && j < grid.rows() &&
           mask.set[static_cast<std::size_t>(j) * grid.columns() + i];
}

std::vector<PatientPoint> HotRegion::places() const {
    std::vector<PatientPoint> all;
    for (int k = firstSlice(); k <= lastSlice(); ++k) {
        const Mask& hot = m_hot[static_cast<std::size_t>(k - m_first)];
        for (std::size_t n = 0; n < hot.set.size(); ++n)
            if (hot.set[n]) all.push_back(m_heat.grid.toPatient(m_heat.grid.voxelOfSlice(n, k)));
    }
    return all;
}

std::optional<PatientPoint> HotRegion::middle(int k) const {
    const Grid& grid = m_heat.grid;
    const std::size_t pixels = grid.voxelsPerSlice(), from = k * pixels;
    const auto values = std::span(m_heat.values).subspan(from, pixels);
    const auto hottest = std::max_element(values.begin(), values.end());
    if (*hottest <= 0) return std::nullopt;
    Mask spot = emptyMask(grid.columns(), pixels), peak = spot;
    for (std::size_t n = 0; n < pixels; ++n)
        spot.set[n] = values[n] >= *hottest / 2;
    peak.set[static_cast<std::size_t>(hottest - values.begin())] = 1;
    // The region with the greatest value, not the largest: a second, weaker spot must not draw the place
    // away.
    const Mask region = reachedFrom(peak, spot);
    double i = 0, j = 0, sum = 0;
    for (std::size_t n = 0; n < pixels; ++n) {
        if (!region.set[n]) continue;
        sum += values[n];
        const auto [column, row] = region.placeOf(n);
        i += values[n] * column, j += values[n] * row;
    }
    return grid.toPatient({i / sum, j / sum, double(k)});
}

} // namespace hemo
