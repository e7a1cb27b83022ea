#include "core/classify/findings/findings.h"

#include "core/anatomy/skull.h"
#include "core/classify/findings/bleed_kind.h"
#include "core/classify/findings/bleed_outline.h"
#include "core/classify/findings/bleed_shape.h"
#include "core/classify/findings/bleed_sides.h"
#include "core/classify/findings/calcification.h"
#include "core/classify/findings/suspicious_runs.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace hemo {
namespace {

constexpr double kLeastBoneHu = 300; // values that were cut off below do not show where bone begins

/// What the answers to a run's slices say.
Finding judged(SliceRun run, const Prediction& prediction) {
    const auto& slices = prediction.slices;
    Finding finding;
    finding.firstSlice = finding.mostTellingSlice = run.first;
    finding.lastSlice = run.last;
    SlicePrediction p = slices[static_cast<std::size_t>(run.first)];
    for (int k = run.first; k <= run.last; ++k) {
        const SlicePrediction& slice = slices[static_cast<std::size_t>(k)];
        if (slice.any() > slices[static_cast<std::size_t>(finding.mostTellingSlice)].any())
            finding.mostTellingSlice = k;
        for (std::size_t f = 0; f < p.p.size(); ++f)
            p.p[f] = std::max(p.p[f], slice.p[f]);
        p.namesSubtypes = p.namesSubtypes && slice.namesSubtypes;
    }
    p.slice = finding.mostTellingSlice;
    finding.p = p;
    return finding;
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

/// The slices about a run that are of no other run, nor hold blood of the finding before it.
SliceRun aloneIn(const Grid& grid, std::span<const SliceRun> runs, const SliceRun& run,
                 const Findings& before) {
    SliceRun alone{0, grid.slices() - 1};
    for (const SliceRun& other : runs) {
        if (other.last < run.first) alone.first = std::max(alone.first, other.last + 1);
        if (other.first > run.last) alone.last = std::min(alone.last, other.first - 1);
    }
    for (const Finding& finding : before)
        if (finding.outline)
            alone.first =
                std::max(alone.first, int(finding.outline->voxels.back() / grid.voxelsPerSlice()) + 1);
    return alone;
}

/// Outlines the blood of a finding and says how it lies; of what is no blood, how dense it is.
void measure(Finding& finding, const Volume& volume, const HotRegion& hot, const SliceRun& within,
             const std::optional<HeadMiddle>& middle, int boneFrom, const TaskContext& context) {
    finding.outline = outlineBlood(volume, hot, within, boneFrom, context);
    if (finding.outline)
        finding.shape = shapeOf(*finding.outline, volume, middle, boneFrom, context);
    else
        finding.overBloodHu = densityOverBlood(volume, hot, boneFrom, context);
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

std::string_view shapeName(BleedShape shape) {
    switch (shape) {
    case BleedShape::Unclear:
        return "";
    case BleedShape::Crescent:
        return "crescent";
    case BleedShape::Lens:
        return "lens";
    case BleedShape::AlongSkull:
        return "along skull";
    case BleedShape::InTissue:
        return "in tissue";
    case BleedShape::InVentricles:
        return "in ventricles";
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
    std::vector<SliceRun> runs = suspiciousRuns(grid, prediction);
    // Where nothing is outlined, nothing says that blood goes on.
    if (canMeasure) runs = joinedByBlood(runs, volume, prediction.heat, boneFrom, context);
    Findings findings;
    for (const SliceRun& run : runs) {
        Finding finding = judged(run, prediction);
        const HotRegion hot(prediction.heat, run.first, run.last);
        if (canMeasure)
            measure(finding, volume, hot, aloneIn(grid, runs, run, findings), middle, boneFrom, context);
        if (context.cancelled()) return cancelled();
        const int k = finding.mostTellingSlice;
        if (finding.outline) finding.place = middleOf(*finding.outline, grid, k);
        if (!finding.place) finding.place = hot.middle(k);
        if (middle) finding.sides = bleedSides(finding, hot, grid, *middle);
        // What is too dense for blood is no kind of bleed.
        if (!finding.overBloodHu) finding.kind = kindOf(finding, prediction);
        findings.push_back(std::move(finding));
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto& a, const auto& b) { return a.p.any() > b.p.any(); });
    return findings;
}

} // namespace hemo
