#include "core/reading_log/reader_roc.h"

#include "core/classify/verdict/wilson.h"

#include <cmath>
#include <functional>
#include <map>

namespace hemo {
namespace {

/// Variance of an area of that size (Hanley and McNeil 1982), both counts in its inner terms replaced by
/// their mean.
double varianceOf(double area, double bleeds, double others) {
    const double n = (bleeds + others) / 2 - 1;
    return area * (1 - area) * (1 + n * (1 - area) / (2 - area) + n * area / (1 + area)) / (bleeds * others);
}

/// Between `measured` and `end` the area from which what was measured is just so likely.
double boundTowards(double end, double measured, double bleeds, double others) {
    constexpr int kHalvings = 60;
    double in = measured, out = end;
    for (int n = 0; n < kHalvings; ++n) {
        const double middle = (in + out) / 2;
        const bool isLikely =
            std::abs(middle - measured) <= kNormal95 * std::sqrt(varianceOf(middle, bleeds, others));
        (isLikely ? in : out) = middle;
    }
    return (in + out) / 2;
}

} // namespace

std::optional<ReaderRoc> readerRoc(std::span<const RatedCase> cases) {
    struct Counts {
        int bleeds = 0, others = 0;
    };
    std::map<int, Counts, std::greater<>> byRating; // the surest first
    ReaderRoc roc;
    for (const RatedCase& each : cases) {
        ++(each.isBleed ? byRating[each.rating].bleeds : byRating[each.rating].others);
        ++(each.isBleed ? roc.bleeds : roc.others);
    }
    if (roc.bleeds == 0 || roc.others == 0) return std::nullopt;
    roc.points.push_back({});
    for (const auto& [rating, counts] : byRating) {
        const RocPoint from = roc.points.back();
        const RocPoint to{from.falsePositives + static_cast<double>(counts.others) / roc.others,
                          from.sensitivity + static_cast<double>(counts.bleeds) / roc.bleeds};
        roc.area.value += (to.falsePositives - from.falsePositives) * (from.sensitivity + to.sensitivity) / 2;
        roc.points.push_back(to);
    }
    roc.points.back() = {1, 1}; // whatever the sums were rounded to
    roc.area.low = boundTowards(0, roc.area.value, roc.bleeds, roc.others);
    roc.area.high = boundTowards(1, roc.area.value, roc.bleeds, roc.others);
    return roc;
}

} // namespace hemo
