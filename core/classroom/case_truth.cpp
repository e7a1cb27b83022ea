#include "core/classroom/case_truth.h"

#include "core/geometry/voxel_place.h"
#include "core/reading/agreement.h"

#include <algorithm>
#include <limits>
#include <set>

namespace hemo {
namespace {

std::vector<PatientPoint> middlesOf(std::span<const std::uint32_t> voxels, const Grid& grid) {
    std::vector<PatientPoint> places;
    for (const std::uint32_t v : voxels)
        places.push_back(placeOfVoxel(grid, v));
    return places;
}

} // namespace

CaseTruth truthFrom(const ReaderVerdict& verdict, const Findings* findings, const Grid& grid) {
    CaseTruth truth;
    truth.isBleed = verdict.answer == ReaderVerdict::Answer::Bleed;
    if (!truth.isBleed) return truth;
    truth.kinds = verdict.kinds;
    const MatchedPlaces matched = findings ? matchPlaces(verdict.places, *findings, grid) : MatchedPlaces{};
    std::set<std::size_t> told; // findings whose outline is a place already
    for (std::size_t n = 0; n < verdict.places.size(); ++n) {
        const auto finding = n < matched.findingOf.size() ? matched.findingOf[n] : std::nullopt;
        const bool isOutlined = finding && (*findings)[*finding].outline;
        if (!isOutlined)
            truth.places.push_back({verdict.places[n]});
        else if (told.insert(*finding).second)
            truth.places.push_back(
                spreadThrough(middlesOf((*findings)[*finding].outline->voxels, grid), kSpreadMm));
    }
    return truth;
}

BleedPlace spreadThrough(std::span<const PatientPoint> places, double mm) {
    BleedPlace points;
    std::vector<double> away(places.size(), std::numeric_limits<double>::infinity());
    std::size_t next = 0;
    while (next < places.size() && away[next] > mm) {
        points.push_back(places[next]);
        for (std::size_t n = 0; n < places.size(); ++n)
            away[n] = std::min(away[n], length(places[n] - points.back()));
        next = static_cast<std::size_t>(std::ranges::max_element(away) - away.begin());
    }
    return points;
}

} // namespace hemo
