#pragma once

#include "core/classify/verdict/model_info.h"

#include <optional>
#include <span>

namespace hemo {

/// A share of cases with its 95 % interval (Wilson 1927).
struct CountedShare {
    int of = 0, all = 0;
    Estimate share{0, 0, 1};
    bool operator==(const CountedShare&) const = default;
};
/// Of none the interval is everything.
CountedShare countedShare(int of, int all);

/// What one says of a case beside another: a reader and the second reader, or a reader and the truth.
struct PairedAnswer {
    bool isBleed = false;    ///< says the one
    bool isBleedToo = false; ///< says the other
};

/// How often both say the same.
CountedShare agreementShare(std::span<const PairedAnswer> cases);

/// Cohen's kappa (1960): agreement beyond chance, 1 of complete agreement, 0 of chance; with its 95 %
/// interval by the standard error of Fleiss, Cohen and Everitt (1969), which needs many cases: where it comes
/// out as 0 the interval is everything. None where it is not defined: no cases, or both always say the same
/// one thing.
std::optional<Estimate> cohensKappa(std::span<const PairedAnswer> cases);

/// Of a reader against the truth, where `isBleedToo` is the truth.
CountedShare sensitivity(std::span<const PairedAnswer> cases);
CountedShare specificity(std::span<const PairedAnswer> cases);

} // namespace hemo
