#include "core/classify/findings/abc_half.h"

#include "core/geometry/voxels.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hemo {
namespace {

/// How many voxels of each slice are outlined.
std::vector<double> countsBySlice(const BleedOutline& outline, const Grid& grid) {
    std::vector<double> counts(static_cast<std::size_t>(grid.slices()));
    for (const std::uint32_t v : outline.voxels)
        ++counts[v / grid.voxelsPerSlice()];
    return counts;
}

/// The corners of the rim in a slice.
std::vector<PatientPoint> rimOf(const BleedOutline& outline, const Grid& grid, int k) {
    std::vector<PatientPoint> rim;
    for (const VoxelEdge& edge : edgesInSlice(outline.voxels, grid, k))
        rim.push_back(grid.toPatient(edge.from));
    return rim;
}

using Ends = std::array<PatientPoint, 2>;

/// The longest way between two places of the rim; with `across`, of those that stand upright on it.
Ends longest(const std::vector<PatientPoint>& rim, std::optional<Vec3> across) {
    constexpr double kUpright = 0.17; // within 10 degrees
    Ends best{rim.front(), rim.front()};
    double most = 0;
    for (std::size_t n = 0; n < rim.size(); ++n)
        for (std::size_t m = n + 1; m < rim.size(); ++m) {
            const Vec3 way = rim[m] - rim[n];
            const double mm = length(way);
            if (mm <= most || (across && std::abs(dot(way, *across)) > kUpright * mm)) continue;
            most = mm;
            best = {rim[n], rim[m]};
        }
    return best;
}

/// What slice k stands for along the stack, mm.
double thicknessMm(const Grid& grid, int k) {
    constexpr double kMm3InMl = 1000;
    return voxelVolumeMl(grid, k) * kMm3InMl / (grid.columnSpacingMm() * grid.rowSpacingMm());
}

double heightMm(const std::vector<double>& counts, const Grid& grid) {
    double mm = 0;
    for (int k = 0; k < grid.slices(); ++k)
        if (counts[static_cast<std::size_t>(k)] > 0) mm += thicknessMm(grid, k);
    return mm;
}

} // namespace

std::optional<Diameters> diametersOf(const BleedOutline& outline, const Grid& grid) {
    if (outline.voxels.empty()) return std::nullopt;
    const std::vector<double> counts = countsBySlice(outline, grid);
    Diameters found;
    found.slice = static_cast<int>(std::ranges::max_element(counts) - counts.begin());
    const std::vector<PatientPoint> rim = rimOf(outline, grid, found.slice);
    found.a = longest(rim, std::nullopt);
    found.b = longest(rim, normalized(found.a[1] - found.a[0]));
    const PatientPoint middle = lerp(found.b[0], found.b[1], 0.5);
    const Vec3 half = grid.normal() * (heightMm(counts, grid) / 2);
    found.c = {middle - half, middle + half};
    return found;
}

} // namespace hemo
