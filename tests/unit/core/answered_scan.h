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

/// A scan and an answer that is sure of the slices that have such places, and hot near them.
inline AnsweredScan answered(VolumePtr volume,
                             const std::function<std::vector<PatientPoint>(int)>& placesIn) {
    AnsweredScan scan{std::move(volume), {}, 0, {}};
    const Grid& grid = scan.volume->grid();
    ProbabilityMap& heat = scan.prediction.heat;
    heat.grid = coarseGrid(grid, kHeatSide, kHeatSide);
    for (int k = 0; k < grid.slices(); ++k) {
        const auto places = placesIn(k);
        for (int j = 0; j < kHeatSide; ++j)
            for (int i = 0; i < kHeatSide; ++i) {
                const PatientPoint p = heat.grid.toPatient({double(i), double(j), double(k)});
                double nearest = 1e9;
                for (const PatientPoint& place : places)
                    nearest = std::min(nearest, length(place - p));
                heat.values.push_back(float(5 * std::exp(-std::pow(nearest / kHeatReachMm, 2))));
            }
        const double p = places.empty() ? 0.02 : std::min(0.6 + 0.001 * double(places.size()), 0.99);
        scan.prediction.slices.push_back({k, {p, 0.1, p * 0.9, 0.1, 0.1, 0.1}});
    }
    scan.prediction.provenance.rule = {1, 0.5};
    scan.prediction.verdict = judge(scan.prediction.slices, {1, 0.5});
    return scan;
}

inline AnsweredScan scanOf(const PhantomSpec& spec) {
    const auto [phantom, head] = makePhantomAndHead(spec);
    const auto placesIn = [&volume = *phantom.volume, &clean = *head](int k) { return bleedIn(volume, clean, k); };
    AnsweredScan scan = answered(phantom.volume, placesIn);
    scan.bleedMl = phantom.bleedVolumeMl;
    scan.bleedCentre = phantom.bleedCentre;
    return scan;
}

inline PhantomSpec withBleed(BleedType kind, Side side, double volumeMl) {
    PhantomSpec spec;
    spec.columns = spec.rows = 192;
    spec.pixelSpacingMm = 1.2;
    spec.bleed = BleedSpec{kind, side, volumeMl, 66};
    return spec;
}

inline Findings found(const Volume& volume, const Prediction& prediction, const ScanHeader& header) {
    return findFindings(volume, prediction, header, {}).value();
}

} // namespace hemo
