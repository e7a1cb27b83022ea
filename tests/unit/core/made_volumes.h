#pragma once

#include "tests/support/readings_of.h"

#include <cmath>
#include <numbers>

namespace hemo::testing {

/// An upright head-sized stack, `slices` of `columns` x `rows`, head first supine, centred near the origin.
inline Grid uprightGrid(int slices = 10, double spacingMm = 5, int columns = 20, int rows = 16) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < slices; ++k)
        positions.push_back({-95, -75, -20 + k * spacingMm});
    return Grid(columns, rows, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
}

/// Upright slices at z = 0, 5, 10, 15, then 35, 40, 45, 50: three are missing.
inline Grid gridWithGap() {
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 35., 40., 45., 50.})
        positions.push_back({-95, -75, z});
    return Grid(20, 16, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
}

/// Positions along z, slice planes leaning by `degrees` about x: what a tilted gantry makes.
inline Grid tiltedGrid(double degrees, int slices = 10, double stepMm = 5) {
    const double a = degrees * std::numbers::pi / 180;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < slices; ++k)
        positions.push_back({-95, -75, -20 + k * stepMm});
    return Grid(20, 16, {1, 0, 0}, {0, std::cos(a), std::sin(a)}, 10, 10, positions);
}

inline VolumePtr volumeOf(Grid grid, std::string uid = "1.2.3", std::int16_t hu = 30) {
    std::vector<std::int16_t> voxels(grid.voxelCount(), hu);
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), std::move(uid));
}

inline SeriesInfo seriesInfo(std::string id = "1.2.3") {
    SeriesInfo info;
    info.id = id;
    info.seriesInstanceUid = std::move(id);
    info.description = "Head";
    return info;
}

/// A state with the series open and classification under way (job 1).
inline AppState openState(VolumePtr volume = volumeOf(uprightGrid())) {
    AppState s;
    s.preferences.presets = {{1, "Brain", {40, 80}}, {5, "Bone", {600, 2800}}};
    FolderContents contents;
    contents.series = {seriesInfo(), seriesInfo("other")};
    contents.bestSeriesId = "1.2.3";
    s = reduce(s, action::OpenPaths{{"folder"}});
    s = reduce(s,
               action::FolderScanned{s.shelf.scan.number, std::make_shared<const FolderContents>(contents)});
    return loaded(s, kLead, seriesInfo(), std::move(volume));
}

inline PredictionPtr predictionOf(const Volume& volume, const std::vector<double>& any,
                                  PatientRule rule = {2, 0.5}) {
    Prediction p;
    for (std::size_t k = 0; k < any.size(); ++k)
        p.slices.push_back({int(k), {any[k], 0, any[k], 0, 0, 0}});
    p.heat.grid = coarseGrid(volume.grid(), 4, 4);
    p.heat.values.assign(p.heat.grid.voxelCount(), 3.f);
    p.provenance.rule = rule;
    p.provenance.seriesInstanceUid = volume.seriesInstanceUid();
    p.verdict = judge(p.slices, rule);
    return std::make_shared<const Prediction>(std::move(p));
}

} // namespace hemo::testing
