#include "core/classify/findings/findings.h"

#include "core/anatomy/skull.h"
#include "core/classify/findings/bleed_outline.h"
#include "core/classify/findings/bleed_sides.h"
#include "core/classify/findings/calcification.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

constexpr double kTouchingMm = 6;    // thin slices flicker about the threshold: a dip is no end
constexpr double kLeastBoneHu = 300; // values that were cut off below do not show where bone begins

/// Runs of suspicious slices, thin dips bridged.
std::vector<Finding> runsOf(const Grid& grid, const Prediction& prediction) {
    const std::vector<bool> suspicious = suspiciousSlices(prediction);
    std::vector<Finding> runs;
    for (int k = 0; k < static_cast<int>(suspicious.size()); ++k) {
        if (!suspicious[static_cast<std::size_t>(k)]) continue;
        const bool goesOn =
            !runs.empty() &&
            (k == runs.back().lastSlice + 1 ||
             grid.sliceOffsetMm(k) - grid.sliceOffsetMm(runs.back().lastSlice) <= kTouchingMm);
        if (!goesOn) runs.push_back({k, k, k, {}, {}, {}, {}, {}});
        runs.back().lastSlice = k;
    }
    return runs;
}

void judgeSlices(Finding& finding, const Prediction& prediction) {
    const auto& slices = prediction.slices;
    SlicePrediction p = slices[static_cast<std::size_t>(finding.firstSlice)];
    for (int k = finding.firstSlice; k <= finding.lastSlice; ++k) {
        const SlicePrediction& slice = slices[static_cast<std::size_t>(k)];
        if (slice.any() > slices[static_cast<std::size_t>(finding.mostTellingSlice)].any())
            finding.mostTellingSlice = k;
        for (std::size_t f = 0; f < p.p.size(); ++f)
            p.p[f] = std::max(p.p[f], slice.p[f]);
        p.namesSubtypes = p.namesSubtypes && slice.namesSubtypes;
    }
    p.slice = finding.mostTellingSlice;
    finding.p = p;
}

/// The middle of the outline's largest part in a slice; none where it is not in that slice.
std::optional<PatientPoint> middleOf(const BleedOutline& outline, const Grid& grid, int k) {
    raster::Mask mask = raster::emptyMask(grid.columns(), grid.voxelsPerSlice());
    const std::size_t from = k * grid.voxelsPerSlice();
    for (auto v = std::lower_bound(outline.voxels.begin(), outline.voxels.end(), from);
         v != outline.voxels.end() && *v < from + grid.voxelsPerSlice(); ++v)
        mask.set[*v - from] = 1;
    const raster::Mask largest = raster::largestRegion(mask);
    double i = 0, j = 0, count = 0;
    for (std::size_t n = 0; n < largest.set.size(); ++n) {
        if (!largest.set[n]) continue;
        const auto [column, row] = largest.placeOf(n);
        ++count, i += column, j += row;
    }
    if (count == 0) return std::nullopt;
    return grid.toPatient({i / count, j / count, double(k)});
}

} // namespace

std::string_view sideName(FindingSide side) {
    switch (side) {
    case FindingSide::Left:
        return "left";
    case FindingSide::Midline:
        return "midline";
    case FindingSide::Right:
        return "right";
    }
    return "";
}

Result<Findings> findFindings(const Volume& volume, const Prediction& prediction, const ScanHeader& header,
                              const TaskContext& context) {
    const Grid& grid = volume.grid();
    if (prediction.verdict.answer != Answer::Suspected || prediction.heat.grid.empty() ||
        prediction.slices.size() != static_cast<std::size_t>(grid.slices()))
        return Findings{};
    const HuRange hu = huRange(volume);
    const int boneFrom = boneFromHu(hu.highestHu);
    const auto middle = HeadMiddle::find(volume, boneFrom);
    const bool canMeasure =
        header.areLengthsKnown && !header.isLossy && hu.airHu && hu.highestHu >= kLeastBoneHu;
    std::vector<Finding> findings = runsOf(grid, prediction);
    for (Finding& finding : findings) {
        judgeSlices(finding, prediction);
        const HotRegion hot(prediction.heat, finding.firstSlice, finding.lastSlice);
        if (canMeasure) finding.outline = outlineBlood(volume, hot, boneFrom, context);
        if (canMeasure && !finding.outline)
            finding.overBloodHu = densityOverBlood(volume, hot, boneFrom, context);
        if (context.cancelled()) return cancelled();
        const int k = finding.mostTellingSlice;
        if (finding.outline) finding.place = middleOf(*finding.outline, grid, k);
        if (!finding.place) finding.place = hot.middle(k);
        if (middle) finding.sides = bleedSides(finding, hot, grid, *middle);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto& a, const auto& b) { return a.p.any() > b.p.any(); });
    return findings;
}

} // namespace hemo
