#include "core/reading/agreement.h"

#include "core/geometry/voxel_place.h"

#include <algorithm>

namespace hemo {

std::optional<double> distanceMm(PatientPoint place, const Finding& finding, const Grid& grid) {
    std::optional<double> nearest;
    const auto consider = [&](PatientPoint p) {
        const double mm = length(p - place);
        if (!nearest || mm < *nearest) nearest = mm;
    };
    if (finding.place) consider(*finding.place);
    if (!finding.outline) return nearest;
    for (const std::uint32_t v : finding.outline->voxels)
        consider(placeOfVoxel(grid, v));
    return nearest;
}

MatchedPlaces matchPlaces(std::span<const PatientPoint> places, const Findings& findings, const Grid& grid) {
    MatchedPlaces matched{{}, std::vector<bool>(findings.size())};
    for (const PatientPoint place : places) {
        std::optional<std::size_t> nearest;
        double least = kSamePlaceMm;
        for (std::size_t n = 0; n < findings.size(); ++n) {
            const auto mm = distanceMm(place, findings[n], grid);
            if (!mm || *mm > kSamePlaceMm) continue;
            matched.isMet[n] = true;
            if (nearest && *mm >= least) continue;
            least = *mm;
            nearest = n;
        }
        matched.findingOf.push_back(nearest);
    }
    return matched;
}

Agreement agreementOf(const ReaderVerdict& reader, const Verdict& second, const MatchedPlaces* places) {
    using Own = ReaderVerdict::Answer;
    const bool isOpen = reader.answer == Own::CannotTell,
               isSecondOpen = second.answer == Answer::CannotAssess;
    if (isOpen || isSecondOpen || !reader.answer)
        return isOpen && isSecondOpen ? Agreement::Agree : Agreement::NotComparable;
    const bool isBleed = reader.answer == Own::Bleed;
    if (isBleed != (second.answer == Answer::Suspected)) return Agreement::OtherAnswer;
    if (!isBleed || !places) return Agreement::Agree;
    const bool isEachFound =
        std::ranges::all_of(places->findingOf, [](const auto& n) { return n.has_value(); });
    const bool isEachMet = std::ranges::all_of(places->isMet, [](bool isMet) { return isMet; });
    return isEachFound && isEachMet ? Agreement::Agree : Agreement::OtherPlaces;
}

} // namespace hemo
