#pragma once

#include "core/classify/findings/findings.h"
#include "core/reading/reader_verdict.h"

#include <optional>
#include <span>
#include <vector>

namespace hemo {

/// A place that the reader shows and a finding are the same bleed up to this distance.
inline constexpr double kSamePlaceMm = 15;

/// From a place to what was found: to the nearest voxel of its outline, or to its place where that is nearer;
/// none of a finding that has neither. Milliseconds for a large outline.
std::optional<double> distanceMm(PatientPoint place, const Finding& finding, const Grid& grid);

/// Which of the reader's places are which of the findings. Several places may lie in one large bleed.
struct MatchedPlaces {
    std::vector<std::optional<std::size_t>> findingOf; ///< one a place: the nearest within kSamePlaceMm
    std::vector<bool> isMet;                           ///< one a finding: a place of the reader's lies in it
    bool operator==(const MatchedPlaces&) const = default;
};
/// `grid`: of the volume that the findings were made from.
MatchedPlaces matchPlaces(std::span<const PatientPoint> places, const Findings& findings, const Grid& grid);

enum class Agreement {
    NotComparable, ///< one of the two could not tell
    Agree,
    OtherPlaces, ///< both see a bleed; one of them shows a place that the other does not
    OtherAnswer,
};
/// `places` tells whether both mean the same bleeds; null: not known yet, so that the answers alone count.
Agreement agreementOf(const ReaderVerdict& reader, const Verdict& second, const MatchedPlaces* places);

} // namespace hemo
