#pragma once

#include "core/classify/verdict/model_info.h"

#include <optional>
#include <span>
#include <vector>

namespace hemo {

/// A case whose truth is known, as a reader rated it (`ratingOf`).
struct RatedCase {
    int rating = 0;
    bool isBleed = false; ///< the truth
};

/// Of those rated so or surer: the share of the others (x) and of the bleeds (y).
struct RocPoint {
    double falsePositives = 0, sensitivity = 0;
    bool operator==(const RocPoint&) const = default;
};

/// A reader's ROC curve from (0, 0) to (1, 1), a corner a rating, with the area below it (ties count half).
struct ReaderRoc {
    std::vector<RocPoint> points;
    /// Its 95 % interval is Newcombe's score interval (2006, method 5), which claims no certainty where all
    /// were told apart.
    Estimate area;
    int bleeds = 0, others = 0;
};
/// None where there are no bleeds or nothing else.
std::optional<ReaderRoc> readerRoc(std::span<const RatedCase> cases);

} // namespace hemo
