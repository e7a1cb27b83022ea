#include "ml/training/report/reliability.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {

std::vector<ReliabilityBin> reliabilityBins(const std::vector<RankedCase>& cases, Weights weights) {
    std::vector<ReliabilityBin> bins(kReliabilityBins);
    for (const RankedCase& c : cases) {
        const double weight = weights[c.patient];
        auto& bin = bins[static_cast<std::size_t>(
            std::clamp(int(c.score * kReliabilityBins), 0, kReliabilityBins - 1))];
        bin.cases += weight;
        bin.meanProbability += weight * c.score;
        bin.observedShare += weight * c.isPositive;
    }
    for (ReliabilityBin& bin : bins)
        if (bin.cases > 0) bin.meanProbability /= bin.cases, bin.observedShare /= bin.cases;
    return bins;
}

std::optional<double> calibrationError(const std::vector<RankedCase>& cases, Weights weights) {
    double error = 0, all = 0;
    for (const ReliabilityBin& bin : reliabilityBins(cases, weights)) {
        error += bin.cases * std::abs(bin.meanProbability - bin.observedShare);
        all += bin.cases;
    }
    if (all == 0) return std::nullopt;
    return error / all;
}

std::optional<double> brierScore(const std::vector<RankedCase>& cases, Weights weights) {
    double error = 0, all = 0;
    for (const RankedCase& c : cases) {
        const double away = c.score - (c.isPositive ? 1 : 0);
        error += weights[c.patient] * away * away;
        all += weights[c.patient];
    }
    if (all == 0) return std::nullopt;
    return error / all;
}

} // namespace hemo::ml
