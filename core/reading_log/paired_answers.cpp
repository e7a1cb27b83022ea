#include "core/reading_log/paired_answers.h"

#include "core/classify/verdict/wilson.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {
namespace {

/// p[i][j]: the share of cases in which the one says i and the other j; 1: a bleed.
using Shares = std::array<std::array<double, 2>, 2>;

Shares sharesOf(std::span<const PairedAnswer> cases) {
    Shares p{};
    for (const PairedAnswer& each : cases)
        p[each.isBleed][each.isBleedToo] += 1.0 / static_cast<double>(cases.size());
    return p;
}

double rowSum(const Shares& p, std::size_t i) {
    return p[i][0] + p[i][1];
}
double columnSum(const Shares& p, std::size_t j) {
    return p[0][j] + p[1][j];
}

/// Fleiss, Cohen and Everitt 1969, equation 13: the variance of kappa times the number of cases.
double variance(const Shares& p, double kappa, double chance) {
    double sum = 0;
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j) {
            const double both = columnSum(p, i) + rowSum(p, j);
            const double term = i == j ? 1 - both * (1 - kappa) : both * (1 - kappa);
            sum += p[i][j] * term * term;
        }
    const double offset = kappa - chance * (1 - kappa);
    return (sum - offset * offset) / ((1 - chance) * (1 - chance));
}

CountedShare shareOf(std::span<const PairedAnswer> cases, bool truth) {
    int all = 0, right = 0;
    for (const PairedAnswer& each : cases) {
        if (each.isBleedToo != truth) continue;
        ++all;
        right += each.isBleed == truth ? 1 : 0;
    }
    return countedShare(right, all);
}

} // namespace

CountedShare countedShare(int of, int all) {
    return all > 0 ? CountedShare{of, all, wilson(of, all)} : CountedShare{};
}

CountedShare agreementShare(std::span<const PairedAnswer> cases) {
    const auto same =
        std::ranges::count_if(cases, [](const PairedAnswer& c) { return c.isBleed == c.isBleedToo; });
    return countedShare(static_cast<int>(same), static_cast<int>(cases.size()));
}

std::optional<Estimate> cohensKappa(std::span<const PairedAnswer> cases) {
    if (cases.empty()) return std::nullopt;
    const Shares p = sharesOf(cases);
    const double observed = p[0][0] + p[1][1];
    const double chance = rowSum(p, 0) * columnSum(p, 0) + rowSum(p, 1) * columnSum(p, 1);
    constexpr double kOneThing = 1e-12;
    if (1 - chance < kOneThing) return std::nullopt;
    const double kappa = (observed - chance) / (1 - chance);
    const double error =
        std::sqrt(std::max(0.0, variance(p, kappa, chance)) / static_cast<double>(cases.size()));
    constexpr double kNoError = 1e-6;                    // but for how sums are rounded
    if (error < kNoError) return Estimate{kappa, -1, 1}; // all agree, or too few: no certainty comes of that
    return Estimate{kappa, std::max(-1.0, kappa - kNormal95 * error),
                    std::min(1.0, kappa + kNormal95 * error)};
}

CountedShare sensitivity(std::span<const PairedAnswer> cases) {
    return shareOf(cases, true);
}

CountedShare specificity(std::span<const PairedAnswer> cases) {
    return shareOf(cases, false);
}

} // namespace hemo
