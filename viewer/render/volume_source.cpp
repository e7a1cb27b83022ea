#include "viewer/render/volume_source.h"

#include "core/raster/distance.h"
#include "viewer/render/brain_mask.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::render {
namespace {

constexpr std::size_t kSurfaceBudget = 9'000'000, kBrainBudget = 3'000'000;
constexpr std::int16_t kHeadHu = -300; // skin and all within; a headrest's foam is lighter
constexpr std::int16_t kNotBloodHu = 46;
constexpr double kThinnestBleedMm = 3.5;

struct Factors {
    int columns = 1, rows = 1, slices = 1;
};

int parts(int n, int factor) {
    return std::max(n / factor, 1);
}

Factors factorsFor(const Grid& grid, Vec3 spacing, std::size_t budget) {
    Factors f;
    const auto size = [&] {
        return std::size_t(parts(grid.columns(), f.columns)) * parts(grid.rows(), f.rows) *
               parts(grid.slices(), f.slices);
    };
    while (size() > budget) {
        // The finest axis has most to give.
        const double x = spacing.x * f.columns, y = spacing.y * f.rows, z = spacing.z * f.slices;
        if (z < std::min(x, y) && grid.slices() > 2 * f.slices) {
            ++f.slices;
        } else {
            ++f.columns, ++f.rows;
        }
    }
    return f;
}

/// Adds the voxels of one source row to the sums of the row that it goes into.
void addRow(std::span<const std::int16_t> row, int factor, std::vector<int>& sums) {
    for (std::size_t n = 0; n < sums.size(); ++n)
        for (int f = 0; f < factor; ++f)
            sums[n] += std::max(row[n * factor + f], kAirHu);
}

/// A mean of each voxel with its neighbours that `isIn`, along every axis that is not thick already: noise
/// must not look like blood, nor voxels like scales of the skin.
template <class Predicate> void smooth(VoxelBox& box, Predicate isIn) {
    const std::array<std::size_t, 3> strides{1, std::size_t(box.columns),
                                             std::size_t(box.columns) * box.rows};
    const std::array<int, 3> sizes{box.columns, box.rows, box.slices};
    const std::array<double, 3> spacing{box.spacingMm.x, box.spacingMm.y, box.spacingMm.z};
    for (int axis = 0; axis < 3; ++axis) {
        if (spacing[axis] > 2) continue;
        const std::size_t stride = strides[axis];
        const std::vector<std::int16_t> before = box.hu;
        for (std::size_t n = 0; n < before.size(); ++n) {
            if (!isIn(n)) continue;
            const int at = int(n / stride % sizes[axis]);
            int sum = 2 * before[n], weight = 2;
            if (at > 0 && isIn(n - stride)) sum += before[n - stride], ++weight;
            if (at + 1 < sizes[axis] && isIn(n + stride)) sum += before[n + stride], ++weight;
            box.hu[n] = std::int16_t(sum / weight);
        }
    }
}

/// Weights of a cubic B-spline at t between the second and third of four values. It smooths: thick slices
/// become a surface instead of a stair.
std::array<float, 4> splineWeights(float t) {
    const float u = 1 - t;
    return {u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * u * u * u - 6 * u * u + 4) / 6,
            t * t * t / 6};
}

/// Puts slices between thick ones, so that surfaces are smooth. For looking at surfaces only: a bleed on one
/// slice alone would fade.
VoxelBox withSlicesBetween(const VoxelBox& box, int perStep) {
    VoxelBox fine = box;
    fine.slices = (box.slices - 1) * perStep + 1;
    fine.spacingMm.z = box.spacingMm.z / perStep;
    const std::size_t n = std::size_t(box.columns) * box.rows;
    fine.hu.resize(n * fine.slices);
    for (int k = 0; k < fine.slices; ++k) {
        const std::array<float, 4> w = splineWeights(float(k % perStep) / float(perStep));
        std::array<const std::int16_t*, 4> from{};
        for (int m = 0; m < 4; ++m)
            from[m] = box.hu.data() + n * std::clamp(k / perStep + m - 1, 0, box.slices - 1);
        std::int16_t* to = fine.hu.data() + n * k;
        for (std::size_t v = 0; v < n; ++v)
            to[v] = std::int16_t(
                std::lround(w[0] * from[0][v] + w[1] * from[1][v] + w[2] * from[2][v] + w[3] * from[3][v]));
    }
    return fine;
}

VoxelBox surfaceBox(const Volume& volume) {
    const Grid& grid = volume.grid();
    const double thickness = grid.typicalSpacingMm();
    if (thickness < 2) return reduced(volume, kSurfaceBudget);
    // Detail in the slice that is far finer than the slice is thick only shows as stairs.
    const double shrink = std::max(thickness / 3.5 / grid.columnSpacingMm(), 1.0);
    const auto budget = std::size_t(double(grid.voxelCount()) / (shrink * shrink));
    const VoxelBox box = reduced(volume, std::clamp(budget, std::size_t(100'000), kSurfaceBudget));
    return withSlicesBetween(box, std::clamp(int(std::lround(thickness / box.spacingMm.x)), 1, 6));
}

HeadFrame frameOf(const VoxelBox& box, const raster::Mask& head) {
    std::array<int, 3> low{box.columns, box.rows, box.slices}, high{-1, -1, -1};
    for (int k = 0; k < box.slices; ++k)
        for (int j = 0; j < box.rows; ++j)
            for (int i = 0; i < box.columns; ++i) {
                if (!head.set[box.index(i, j, k)]) continue;
                low = {std::min(low[0], i), std::min(low[1], j), std::min(low[2], k)};
                high = {std::max(high[0], i), std::max(high[1], j), std::max(high[2], k)};
            }
    if (high[0] < 0) low = {0, 0, 0}, high = {box.columns - 1, box.rows - 1, box.slices - 1};
    return {box.at((low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0, (low[2] + high[2]) / 2.0),
            std::max({(high[0] - low[0] + 1) * box.spacingMm.x, (high[1] - low[1] + 1) * box.spacingMm.y,
                      (high[2] - low[2] + 1) * box.spacingMm.z}) /
                2};
}

/// `nothing` must be transparent, and near what is kept: it is mixed with it at the rim.
void keepOnly(VoxelBox& box, const raster::Mask& mask, std::int16_t nothing) {
    for (std::size_t n = 0; n < mask.set.size(); ++n)
        if (!mask.set[n]) box.hu[n] = nothing;
}

void showBrain(VoxelBox& box) {
    const raster::Mask brain = insideSkull(box);
    if (brain.set.empty()) {
        for (std::int16_t& hu : box.hu)
            hu = std::min(hu, kNotBloodHu);
        return;
    }
    smooth(box, [&](std::size_t n) { return brain.set[n] != 0; });
    // Where bone and brain share voxels a film as dense as blood runs along the skull: only what is thick is
    // shown.
    const raster::Mask blood = thickParts(box, brain, kNotBloodHu, kThinnestBleedMm);
    for (std::size_t n = 0; n < blood.set.size(); ++n)
        if (!blood.set[n]) box.hu[n] = std::min(box.hu[n], kNotBloodHu);
    keepOnly(box, brain, 0);
}

void showSurface(VoxelBox& box, const raster::Mask& head, VolumePreset preset) {
    // A little air is kept round the head: the surface lies in the fall from skin to air.
    if (preset == VolumePreset::Skin) keepOnly(box, raster::widened(head, voxelMm(box), 4), kAirHu);
    smooth(box, [](std::size_t) { return true; });
}

} // namespace

VoxelBox reduced(const Volume& volume, std::size_t budget) {
    const Grid& grid = volume.grid();
    const Vec3 step = grid.slices() > 1 ? grid.slicePositions()[1] - grid.slicePositions()[0] : grid.normal();
    const Vec3 spacing{grid.columnSpacingMm(), grid.rowSpacingMm(), length(step)};
    const Factors f = factorsFor(grid, spacing, budget);

    VoxelBox box;
    box.columns = parts(grid.columns(), f.columns);
    box.rows = parts(grid.rows(), f.rows);
    box.slices = parts(grid.slices(), f.slices);
    box.spacingMm = {spacing.x * f.columns, spacing.y * f.rows, spacing.z * f.slices};
    box.right = grid.rowDirection(), box.down = grid.columnDirection(), box.up = normalized(step);
    box.first = grid.toPatient({(f.columns - 1) / 2.0, (f.rows - 1) / 2.0, (f.slices - 1) / 2.0});
    box.hu.reserve(std::size_t(box.columns) * box.rows * box.slices);
    const int count = f.columns * f.rows * f.slices;
    for (int k = 0; k < box.slices; ++k)
        for (int j = 0; j < box.rows; ++j) {
            std::vector<int> sums(box.columns, 0);
            for (int kk = 0; kk < f.slices; ++kk)
                for (int jj = 0; jj < f.rows; ++jj)
                    addRow(volume.slice(k * f.slices + kk)
                               .subspan(std::size_t(j * f.rows + jj) * grid.columns(), grid.columns()),
                           f.columns, sums);
            for (const int sum : sums)
                box.hu.push_back(std::int16_t(sum / count));
        }
    return box;
}

VoxelBox coarser(const VoxelBox& box, std::size_t budget) {
    if (box.hu.size() <= budget) return box;
    const double finest = std::min({box.spacingMm.x, box.spacingMm.y, box.spacingMm.z});
    const auto factor = [&](double mm, int n) { return mm < 1.5 * finest && n > 1 ? 2 : 1; };
    const int fi = factor(box.spacingMm.x, box.columns), fj = factor(box.spacingMm.y, box.rows),
              fk = factor(box.spacingMm.z, box.slices);
    if (fi * fj * fk == 1) return box;
    VoxelBox half = box;
    half.columns = box.columns / fi, half.rows = box.rows / fj, half.slices = box.slices / fk;
    half.spacingMm = {box.spacingMm.x * fi, box.spacingMm.y * fj, box.spacingMm.z * fk};
    half.first = box.at((fi - 1) / 2.0, (fj - 1) / 2.0, (fk - 1) / 2.0);
    half.hu.clear();
    for (int k = 0; k < half.slices; ++k)
        for (int j = 0; j < half.rows; ++j)
            for (int i = 0; i < half.columns; ++i) {
                int sum = 0;
                for (int n = 0; n < fi * fj * fk; ++n)
                    sum += box.hu[box.index(i * fi + n % fi, j * fj + n / fi % fj, k * fk + n / (fi * fj))];
                half.hu.push_back(std::int16_t(sum / (fi * fj * fk)));
            }
    return coarser(half, budget);
}

VolumeSource volumeSource(const Volume& volume, VolumePreset preset) {
    VolumeSource source;
    source.box = preset == VolumePreset::BrainAndBleed ? reduced(volume, kBrainBudget) : surfaceBox(volume);
    const raster::Mask head = largestBodyOver(source.box, kHeadHu);
    source.head = frameOf(source.box, head);
    if (preset == VolumePreset::BrainAndBleed)
        showBrain(source.box);
    else
        showSurface(source.box, head, preset);
    return source;
}

} // namespace hemo::render
