#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/geometry/patient_space.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// One bleed: points spread through it, one at least, so that a place near any of them lies in it. LPS mm.
using BleedPlace = std::vector<PatientPoint>;

/// What is so, as whoever made the case knows it.
struct CaseTruth {
    bool isBleed = false;
    std::vector<BleedType> kinds;   ///< of a bleed, never Any
    std::vector<BleedPlace> places; ///< one a bleed, in the series' own space
    bool operator==(const CaseTruth&) const = default;
};

/// An acquired slice worth seeing once the truth is known.
struct KeyImage {
    PatientPoint place; ///< in it, LPS mm
    std::string text;   ///< the maker's words; may be empty
    bool operator==(const KeyImage&) const = default;
};

/// A scan to learn from.
struct TeachingCase {
    std::string title;
    std::string series; ///< its folder, from the collection's own; unlike that of every other case
    std::string question;
    std::vector<std::string> choices;       ///< beside bleed or none; may be empty
    std::optional<std::size_t> rightChoice; ///< into `choices`; none where there are none
    CaseTruth truth;
    std::vector<std::string> teachingPoints; ///< a sentence each, shown with the truth
    std::vector<KeyImage> keyImages;         ///< shown with those
    int level = 1;                           ///< 1: for beginners, to 3
    std::string licence;                     ///< under which the series may be shown
    bool operator==(const TeachingCase&) const = default;
};
inline constexpr int kMostCaseLevel = 3;

struct CaseCollection {
    std::string title;
    std::vector<TeachingCase> cases; ///< at least one
    bool operator==(const CaseCollection&) const = default;
};

} // namespace hemo
