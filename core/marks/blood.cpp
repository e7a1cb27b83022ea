#include "core/marks/blood.h"

#include "core/geometry/mean_place.h"
#include "core/geometry/voxel_place.h"
#include "core/geometry/voxels.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hemo {
namespace {

int sliceOf(std::uint32_t voxel, const Grid& grid) {
    return static_cast<int>(voxel / grid.voxelsPerSlice());
}

double distanceMm(PatientPoint p, PatientPoint from, PatientPoint to) {
    const Vec3 way = to - from;
    const double size = dot(way, way);
    const double part = size > 0 ? std::clamp(dot(p - from, way) / size, 0.0, 1.0) : 0;
    return length(p - lerp(from, to, part));
}

/// The voxels of slice k that the brush goes over, in order.
std::vector<std::uint32_t> brushed(const Grid& grid, int k, PatientPoint from, PatientPoint to,
                                   double radiusMm) {
    const VoxelIndex a = grid.toVoxel(from), b = grid.toVoxel(to);
    const double across = radiusMm / grid.columnSpacingMm(), down = radiusMm / grid.rowSpacingMm();
    const auto first = [](double v) { return std::max(0, static_cast<int>(std::floor(v))); };
    const auto last = [](double v, int count) { return std::min(count - 1, static_cast<int>(std::ceil(v))); };
    std::vector<std::uint32_t> voxels;
    for (int j = first(std::min(a.j, b.j) - down); j <= last(std::max(a.j, b.j) + down, grid.rows()); ++j)
        for (int i = first(std::min(a.i, b.i) - across);
             i <= last(std::max(a.i, b.i) + across, grid.columns()); ++i) {
            const PatientPoint p =
                grid.toPatient({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)});
            if (distanceMm(p, from, to) > radiusMm) continue;
            voxels.push_back(static_cast<std::uint32_t>(static_cast<std::size_t>(k) * grid.voxelsPerSlice() +
                                                        static_cast<std::size_t>(j) * grid.columns() + i));
        }
    return voxels;
}

} // namespace

Blood bloodOf(std::vector<std::uint32_t> voxels, const Grid& grid) {
    Blood blood;
    for (auto v = voxels.begin(); v != voxels.end();) {
        const int k = sliceOf(*v, grid);
        const auto end = v + std::ssize(inSlice({v, voxels.end()}, grid, k));
        blood.volumeMl += static_cast<double>(end - v) * voxelVolumeMl(grid, k);
        v = end;
    }
    blood.voxels = std::move(voxels);
    return blood;
}

PatientPoint middleOf(const Blood& blood, const Grid& grid) {
    std::span<const std::uint32_t> most;
    for (auto v = blood.voxels.begin(); v != blood.voxels.end();) {
        const auto here = inSlice({v, blood.voxels.end()}, grid, sliceOf(*v, grid));
        if (here.size() > most.size()) most = here;
        v += std::ssize(here);
    }
    MeanPlace mean;
    for (const std::uint32_t v : most)
        mean.add(placeOfVoxel(grid, v));
    return mean.value();
}

std::vector<std::uint32_t> painted(std::span<const std::uint32_t> voxels, const Grid& grid, int k,
                                   const PatientPoint& from, const PatientPoint& to, double radiusMm,
                                   Brush brush) {
    const std::vector<std::uint32_t> under = brushed(grid, k, from, to, radiusMm);
    std::vector<std::uint32_t> result;
    if (brush == Brush::Adds)
        std::ranges::set_union(voxels, under, std::back_inserter(result));
    else
        std::ranges::set_difference(voxels, under, std::back_inserter(result));
    return result;
}

} // namespace hemo
