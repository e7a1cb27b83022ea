// Slice pictures and heat maps at the size of a large view: 600 x 600 pixels.

#include "core/image/overlay.h"
#include "core/imaging/pixels/voxel_memory.h"
#include "viewer/render/slice_renderer.h"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace {

using namespace hemo;
using render::SliceRequest;

constexpr int kSize = 600;

/// 512 x 512 x 300 thin slices, as large as head CT gets; a ramp with structure, cheap to make.
const VolumePtr& largeVolume() {
    static const VolumePtr volume = [] {
        std::vector<PatientPoint> positions;
        for (int k = 0; k < 300; ++k)
            positions.push_back({-115, -115, -75 + 0.5 * k});
        Grid grid(512, 512, {1, 0, 0}, {0, 1, 0}, 0.45, 0.45, positions);
        auto memory = imaging::takeVoxelMemory(grid.voxelCount()); // what a loaded series has
        const std::span<std::int16_t> voxels(memory.get(), grid.voxelCount());
        for (std::size_t n = 0; n < voxels.size(); ++n)
            voxels[n] = std::int16_t((n * 2654435761u >> 12) % 4000) - 1000;
        return std::make_shared<const Volume>(std::move(grid), std::move(memory), "1.2.3");
    }();
    return volume;
}

/// The same with padding in the corners, as scanners store what lies beyond the reconstruction circle.
const VolumePtr& paddedVolume() {
    static const VolumePtr volume = [] {
        const Volume& from = *largeVolume();
        auto memory = imaging::takeVoxelMemory(from.voxels().size());
        const std::span<std::int16_t> voxels(memory.get(), from.voxels().size());
        std::copy(from.voxels().begin(), from.voxels().end(), voxels.begin());
        for (std::size_t n = 0; n < voxels.size(); ++n) {
            const double x = double(n % 512) - 255.5, y = double(n / 512 % 512) - 255.5;
            if (x * x + y * y > 256 * 256) voxels[n] = kOutsideHu;
        }
        return std::make_shared<const Volume>(from.grid(), std::move(memory), "1.2.3");
    }();
    return volume;
}

SliceRequest requestOf(const VolumePtr& volume, ViewAxis axis, double along) {
    SliceRequest request;
    request.native = request.regular = volume;
    request.plane = viewPlane(volume->grid(), axis, {along, along, along}, 1.3, 0, 0, kSize, kSize);
    return request;
}

/// Every picture another slice, as when a user scrolls.
void scroll(benchmark::State& state, const VolumePtr& volume) {
    const auto axis = ViewAxis(state.range(0));
    render::SliceRenderer renderer;
    int n = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(renderer.render(requestOf(volume, axis, (n++ % 100) - 50.0)));
}

void slicePicture(benchmark::State& state) {
    scroll(state, largeVolume());
}
BENCHMARK(slicePicture)->ArgName("axis")->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

void slicePictureOfPaddedScan(benchmark::State& state) {
    scroll(state, paddedVolume());
}
BENCHMARK(slicePictureOfPaddedScan)->ArgName("axis")->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

/// The same slice in another window, as when a user drags it.
void windowDrag(benchmark::State& state) {
    render::SliceRenderer renderer;
    SliceRequest request = requestOf(largeVolume(), ViewAxis::Sagittal, 10);
    int n = 0;
    for (auto _ : state) {
        request.window.width = 80 + n++ % 50;
        benchmark::DoNotOptimize(renderer.render(request));
    }
}
BENCHMARK(windowDrag)->Unit(benchmark::kMillisecond);

ProbabilityMap heatOver(const Grid& grid) {
    ProbabilityMap map{coarseGrid(grid, 32, 32), {}};
    map.values.resize(map.grid.voxelCount());
    for (std::size_t n = 0; n < map.values.size(); ++n)
        map.values[n] = float((n * 2654435761u >> 8) % 600) / 100;
    return map;
}

void heatBlend(benchmark::State& state) {
    const Grid& grid = largeVolume()->grid();
    const ProbabilityMap map = heatOver(grid);
    const std::vector<bool> shown(grid.slices(), true);
    const PicturePlane plane = requestOf(largeVolume(), ViewAxis(state.range(0)), 10).plane;
    const RgbaImage picture(kSize, kSize, {90, 90, 90, 255});
    for (auto _ : state)
        benchmark::DoNotOptimize(blendHeat(picture, plane, map, shown, {}));
}
BENCHMARK(heatBlend)->ArgName("axis")->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

} // namespace
