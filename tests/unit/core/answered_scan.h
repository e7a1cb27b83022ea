#pragma once

#include "core/classify/findings/findings.h"
#include "core/simulate/phantom.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace hemo {

/// A phantom and an answer that points at its bleed: the heat a network would give that sees it, as coarse as
/// one's maps are.
struct AnsweredScan {
    VolumePtr volume;
    Prediction prediction;
    double bleedMl = 0;
    PatientPoint bleedCentre;
};

inline constexpr int kHeatSide = 48; // 4.8 mm a place
inline constexpr double kHeatReachMm = 7;

inline std::vector<PatientPoint> bleedIn(const Volume& with, const Volume& without, int k) {
    std::vector<PatientPoint> places;
    const Grid& grid = with.grid();
    for (int j = 0; j < grid.rows(); ++j)
        for (int i = 0; i < grid.columns(); ++i)
            if (with.at(i, j, k) - without.at(i, j, k) > 8)
                places.push_back(grid.toPatient({double(i), double(j), double(k)}));
    return places;
}

/// For each place of a slice's heat how far the nearest of `places` is, in mm; far away where none is near
/// enough to be felt.
inline std::vector<double> nearestOf(const std::vector<PatientPoint>& places, const Grid& heat, int k) {
    constexpr double kFarMm = 1e9, kFeltMm = 5 * kHeatReachMm;
    std::vector<double> nearest(std::size_t(kHeatSide) * kHeatSide, kFarMm);
    std::vector<PatientPoint> cells;
    for (int j = 0; j < kHeatSide; ++j)
        for (int i = 0; i < kHeatSide; ++i)
            cells.push_back(heat.toPatient({double(i), double(j), double(k)}));
    const int reachI = int(std::ceil(kFeltMm / heat.columnSpacingMm())),
              reachJ = int(std::ceil(kFeltMm / heat.rowSpacingMm()));
    for (const PatientPoint& place : places) {
        const VoxelIndex at = heat.toVoxel(place);
        const int i0 = int(std::lround(at.i)), j0 = int(std::lround(at.j));
        for (int j = std::max(j0 - reachJ, 0); j <= std::min(j0 + reachJ, kHeatSide - 1); ++j)
            for (int i = std::max(i0 - reachI, 0); i <= std::min(i0 + reachI, kHeatSide - 1); ++i) {
                const std::size_t cell = std::size_t(j) * kHeatSide + i;
                nearest[cell] = std::min(nearest[cell], length(place - cells[cell]));
            }
    }
    return nearest;
}

/// A scan and an answer that is sure of the slices that have such places, and hot near them.
inline AnsweredScan answered(VolumePtr volume,
                             const std::function<std::vector<PatientPoint>(int)>& placesIn) {
    AnsweredScan scan{std::move(volume), {}, 0, {}};
    const Grid& grid = scan.volume->grid();
    ProbabilityMap& heat = scan.prediction.heat;
    heat.grid = coarseGrid(grid, kHeatSide, kHeatSide);
    for (int k = 0; k < grid.slices(); ++k) {
        const auto places = placesIn(k);
        for (const double nearest : nearestOf(places, heat.grid, k))
            heat.values.push_back(float(5 * std::exp(-std::pow(nearest / kHeatReachMm, 2))));
        const double p = places.empty() ? 0.02 : std::min(0.6 + 0.001 * double(places.size()), 0.99);
        scan.prediction.slices.push_back({k, {p, 0.1, p * 0.9, 0.1, 0.1, 0.1}});
    }
    scan.prediction.provenance.rule = {1, 0.5};
    scan.prediction.verdict = judge(scan.prediction.slices, {1, 0.5});
    return scan;
}

inline AnsweredScan scanOf(const PhantomSpec& spec) {
    const auto [phantom, head] = makePhantomAndHead(spec);
    const auto placesIn = [&volume = *phantom.volume, &clean = *head](int k) {
        return bleedIn(volume, clean, k);
    };
    AnsweredScan scan = answered(phantom.volume, placesIn);
    scan.bleedMl = phantom.bleedVolumeMl;
    scan.bleedCentre = phantom.bleedCentre;
    return scan;
}

/// Quickly drawn, and fine enough for the skull and for thin blood.
inline PhantomSpec quickHead() {
    PhantomSpec spec;
    spec.columns = spec.rows = 144;
    spec.pixelSpacingMm = 1.6;
    return spec;
}

inline PhantomSpec withBleed(BleedType kind, Side side, double volumeMl) {
    PhantomSpec spec = quickHead();
    spec.bleed = BleedSpec{kind, side, volumeMl, 66};
    return spec;
}

inline Findings found(const Volume& volume, const Prediction& prediction, const ScanHeader& header) {
    return findFindings(volume, prediction, header, {}).value();
}

} // namespace hemo
