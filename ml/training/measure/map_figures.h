#pragma once

#include "core/classify/verdict/explanation.h"
#include "ml/reader/picture/resample_plane.h"
#include "ml/training/data/picture_set.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// Fixed thresholds that a map is cut at: log-odds in even steps of the logarithm, or shares of the largest.
inline constexpr std::size_t kMapThresholds = 48;
double mapThreshold(HeatUnit unit, std::size_t n);

/// How well one map agrees with one drawn bleed.
struct MapScore {
    /// From the hottest place to the bleed, 0 inside; none where the map is empty.
    std::optional<double> distanceMm;
    double energyInside = 0;                   ///< share of the map's sum that lies inside
    std::array<double, kMapThresholds> dice{}; ///< of what is over each threshold
};

/// `map`: coarse, laid evenly over `inside`. `fieldMm`: width of both.
MapScore scoreMap(const Plane& map, const Plane& inside, double fieldMm, HeatUnit unit);

/// The maps of one slice, by one method.
struct ScoredMap {
    std::string patient;
    Source source = Source::CtIch;
    Explanation explanation = Explanation::Evidence;
    bool isLearned = false; ///< the network had learned from this patient
    bool isShown = false;   ///< over the threshold: the program would show heat here
    double areaMm2 = 0;
    MapScore score;
};

/// Each map's Dice at the threshold that is best for all other patients.
struct LeftOutDice {
    std::vector<double> dice;            ///< one a map
    std::vector<std::size_t> thresholds; ///< chosen for each, see mapThreshold
};
LeftOutDice diceLeavingPatientsOut(const std::vector<const ScoredMap*>& maps);

/// A Markdown table a source, a row a method, with 95 % intervals over patients; patients the networks had
/// learned from in tables of their own.
std::string mapTables(const std::vector<ScoredMap>& maps);

} // namespace hemo::ml
