#include "tests/support/odd_series.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <numbers>
#include <stdexcept>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

std::vector<double> heights(const OddStack& stack) {
    std::vector<double> all{-17.5};
    if (!stack.stepsMm.empty()) {
        for (double step : stack.stepsMm)
            all.push_back(all.back() + step);
        return all;
    }
    for (int k = 1; k < stack.slices; ++k)
        all.push_back(all.front() + k * stack.sliceSpacingMm);
    std::vector<double> kept;
    for (int k = 0; k < stack.slices; ++k)
        if (std::find(stack.missingSlices.begin(), stack.missingSlices.end(), k) == stack.missingSlices.end())
            kept.push_back(all[static_cast<std::size_t>(k)]);
    return kept;
}

/// -1000 .. about 1000, different for all neighbours, air among it.
std::int16_t valueAt(int i, int j, int k) {
    return static_cast<std::int16_t>(-1000 + (i * 37 + j * 101 + k * 211) % 1999);
}

std::string nameFor(Naming naming, std::size_t index, std::size_t count) {
    char name[64];
    switch (naming) {
    case Naming::Shuffled:
        std::snprintf(name, sizeof name, "%03zu image.dcm", index * 7919 % (count + 1000));
        return name;
    case Naming::Reversed:
        std::snprintf(name, sizeof name, "%03zu.dcm", count - index);
        return name;
    case Naming::WithoutEnding:
        std::snprintf(name, sizeof name, "I%zu0", index + 1);
        return name;
    case Naming::AsWritten:
        break;
    }
    return {};
}

} // namespace

Grid oddGrid(const OddStack& stack) {
    const double a = stack.tiltDegrees * std::numbers::pi / 180;
    std::vector<PatientPoint> positions;
    for (double z : heights(stack))
        positions.push_back({-85.25, -80.5, z});
    return Grid(stack.columns, stack.rows, {1, 0, 0}, {0, std::cos(a), std::sin(a)}, stack.columnSpacingMm,
                stack.rowSpacingMm, positions);
}

VolumePtr oddVolume(const OddStack& stack) {
    Grid grid = oddGrid(stack);
    std::vector<std::int16_t> voxels;
    voxels.reserve(grid.voxelCount());
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i)
                voxels.push_back(valueAt(i, j, k));
    const int i = grid.columns() - 3, j = 2, k = grid.slices() / 2; // left and in front
    voxels[(static_cast<std::size_t>(k) * grid.rows() + j) * grid.columns() + i] = kMarkHu;
    for (int padded : stack.paddedCorners)
        voxels[static_cast<std::size_t>(padded) * grid.voxelsPerSlice()] = kOutsideHu;
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), stack.seriesUid);
}

PatientPoint markOf(const Volume& volume) {
    const auto mark = std::find(volume.voxels().begin(), volume.voxels().end(), kMarkHu);
    if (mark == volume.voxels().end()) throw std::runtime_error("the volume has no mark");
    const auto index = static_cast<std::size_t>(mark - volume.voxels().begin());
    const auto columns = static_cast<std::size_t>(volume.grid().columns());
    const auto rows = static_cast<std::size_t>(volume.grid().rows());
    return volume.grid().toPatient({static_cast<double>(index % columns),
                                    static_cast<double>(index / columns % rows),
                                    static_cast<double>(index / columns / rows)});
}

std::vector<fs::path> writeOddSeries(const OddStack& stack, const fs::path& folder, Naming naming,
                                     const imaging::SeriesTags& tags) {
    auto written = imaging::writeSeries(*oddVolume(stack), tags, folder, TaskContext{});
    if (!written) throw std::runtime_error(english(written.error().message));
    if (naming == Naming::AsWritten) return *written;
    std::vector<fs::path> renamed;
    for (std::size_t i = 0; i < written->size(); ++i) {
        renamed.push_back(folder / nameFor(naming, i, written->size()));
        fs::rename((*written)[i], renamed.back());
    }
    return renamed;
}

void truncateFile(const fs::path& file, double keep) {
    fs::resize_file(file, static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(file)) * keep));
}

void writeText(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace hemo::testing
