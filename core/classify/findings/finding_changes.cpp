#include "core/classify/findings/finding_changes.h"

#include "core/geometry/voxel_place.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hemo {
namespace {

constexpr double kNearMm = 15, kSharedPart = 0.05;
constexpr double kLeastChangeMl = 1, kLeastChangePart = 0.2;
constexpr std::size_t kMostSamples = 2000;

/// Places all over an outline, evenly chosen.
std::vector<PatientPoint> placesIn(const BleedOutline& outline, const Grid& grid) {
    std::vector<PatientPoint> places;
    const std::size_t step = std::max<std::size_t>(1, outline.voxels.size() / kMostSamples);
    for (std::size_t n = 0; n < outline.voxels.size(); n += step)
        places.push_back(placeOfVoxel(grid, outline.voxels[n]));
    return places;
}

bool holds(const BleedOutline& outline, const Grid& grid, PatientPoint place) {
    if (!grid.contains(place)) return false;
    const VoxelIndex v = grid.toVoxel(place);
    const auto at = static_cast<std::uint32_t>(
        (std::lround(v.k) * grid.rows() + std::lround(v.j)) * grid.columns() + std::lround(v.i));
    return std::binary_search(outline.voxels.begin(), outline.voxels.end(), at);
}

/// Which part of the smaller outline both share.
double sharedPart(const BleedOutline& now, const Grid& nowGrid, const BleedOutline& before,
                  const Grid& beforeGrid, const RigidTransform& toBefore) {
    if (now.voxels.empty() || before.voxels.empty()) return 0;
    const bool isNowSmaller = now.volumeMl <= before.volumeMl;
    const RigidTransform way = isNowSmaller ? toBefore : toBefore.inverse();
    const BleedOutline &small = isNowSmaller ? now : before, &large = isNowSmaller ? before : now;
    const Grid &smallGrid = isNowSmaller ? nowGrid : beforeGrid,
               &largeGrid = isNowSmaller ? beforeGrid : nowGrid;
    const std::vector<PatientPoint> places = placesIn(small, smallGrid);
    const auto shared =
        std::ranges::count_if(places, [&](PatientPoint p) { return holds(large, largeGrid, way.apply(p)); });
    return static_cast<double>(shared) / static_cast<double>(places.size());
}

bool areSame(const Finding& now, const Finding& before, const FindingsOf& scanNow,
             const FindingsOf& scanBefore, const RigidTransform& toBefore) {
    if (now.place && before.place && length(toBefore.apply(*now.place) - *before.place) <= kNearMm)
        return true;
    return now.outline && before.outline &&
           sharedPart(*now.outline, scanNow.grid, *before.outline, scanBefore.grid, toBefore) >= kSharedPart;
}

/// None where one of them was not measured as a whole.
std::optional<double> volumeOf(const Findings& findings, const std::vector<std::size_t>& which) {
    double ml = 0;
    for (const std::size_t n : which) {
        if (!findings[n].outline || !findings[n].outline->isWhole) return std::nullopt;
        ml += findings[n].outline->volumeMl;
    }
    return ml;
}

/// At the least; none where one of them has no outline.
std::optional<double> outlinedOf(const Findings& findings, const std::vector<std::size_t>& which) {
    double ml = 0;
    for (const std::size_t n : which) {
        if (!findings[n].outline) return std::nullopt;
        ml += findings[n].outline->volumeMl;
    }
    return ml;
}

FindingChange changeOf(const std::optional<double>& now, const std::optional<double>& before) {
    if (!now || !before) return {FindingChange::Kind::ThereBefore, 0, {}};
    const double by = *now - *before;
    if (std::abs(by) < std::max(kLeastChangeMl, kLeastChangePart * std::max(*now, *before)))
        return {FindingChange::Kind::AboutAsLarge, 0, {}};
    return {by > 0 ? FindingChange::Kind::Larger : FindingChange::Kind::Smaller, std::abs(by), {}};
}

bool wasScanned(const Finding& finding, const FindingsOf& before, const RigidTransform& toBefore) {
    if (!before.isJudged || !finding.place) return false;
    const PatientPoint place = toBefore.apply(*finding.place);
    return before.grid.contains(place) && !liesInGap(before.grid, place);
}

} // namespace

FindingChanges compareFindings(const FindingsOf& now, const FindingsOf& before,
                               const RigidTransform& toBefore) {
    FindingChanges changes;
    std::vector<bool> isThereNow(before.findings.size());
    for (std::size_t n = 0; n < now.findings.size(); ++n) {
        const Finding& finding = now.findings[n];
        std::vector<std::size_t> same; // what was several bleeds may have become one
        for (std::size_t b = 0; b < before.findings.size(); ++b)
            if (areSame(finding, before.findings[b], now, before, toBefore)) {
                same.push_back(b);
                isThereNow[b] = true;
            }
        if (!same.empty()) {
            FindingChange change = changeOf(volumeOf(now.findings, {n}), volumeOf(before.findings, same));
            if (change.kind == FindingChange::Kind::ThereBefore)
                change.overMlBefore = outlinedOf(before.findings, same);
            changes.each.push_back(change);
        } else if (wasScanned(finding, before, toBefore))
            changes.each.push_back({FindingChange::Kind::NotSeenBefore, 0, {}});
        else
            changes.each.push_back({FindingChange::Kind::NotScanned, 0, {}});
    }
    const RigidTransform toNow = toBefore.inverse();
    for (std::size_t b = 0; b < before.findings.size(); ++b)
        if (!isThereNow[b] && wasScanned(before.findings[b], now, toNow)) changes.gone.push_back(b);
    return changes;
}

} // namespace hemo
