#include "ml/training/report/curves.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

/// Calls `corner(falsePositives, truePositives)` after each group of equal scores, highest scores first.
template <class Corner>
void walk(const std::vector<RankedCase>& cases, Weights weights, const Corner& corner) {
    double falsePositives = 0, truePositives = 0;
    for (std::size_t n = 0; n < cases.size();) {
        const double score = cases[n].score;
        for (; n < cases.size() && cases[n].score == score; ++n)
            (cases[n].isPositive ? truePositives : falsePositives) += weights[cases[n].patient];
        corner(falsePositives, truePositives);
    }
}

} // namespace

RankedCases::RankedCases(std::vector<RankedCase> cases) : m_cases(std::move(cases)) {
    std::stable_sort(m_cases.begin(), m_cases.end(),
                     [](const RankedCase& a, const RankedCase& b) { return a.score > b.score; });
}

std::optional<double> RankedCases::areaUnderCurve(Weights weights) const {
    double area = 0, lastFalse = 0, lastTrue = 0;
    walk(m_cases, weights, [&](double falsePositives, double truePositives) {
        area += (falsePositives - lastFalse) * (truePositives + lastTrue) / 2;
        lastFalse = falsePositives, lastTrue = truePositives;
    });
    if (lastFalse == 0 || lastTrue == 0) return std::nullopt;
    return area / (lastFalse * lastTrue);
}

std::vector<double> RankedCases::sensitivities(Weights weights, int points) const {
    double negatives = 0, positives = 0;
    for (const RankedCase& c : m_cases)
        (c.isPositive ? positives : negatives) += weights[c.patient];
    if (negatives == 0 || positives == 0) return {};
    std::vector<double> values(static_cast<std::size_t>(points), 1.0);
    double lastFalse = 0, lastTrue = 0;
    int next = 0;
    walk(m_cases, weights, [&](double falsePositives, double truePositives) {
        for (; next < points; ++next) {
            const double wanted = next * negatives / (points - 1);
            if (wanted >= falsePositives) break;
            const double share = (wanted - lastFalse) / (falsePositives - lastFalse);
            values[static_cast<std::size_t>(next)] = std::lerp(lastTrue, truePositives, share) / positives;
        }
        lastFalse = falsePositives, lastTrue = truePositives;
    });
    return values;
}

std::optional<RocCurve> rocCurve(const RankedCases& cases, const Resamples& resamples) {
    constexpr int kPoints = 101;
    RocCurve curve;
    curve.sensitivity = cases.sensitivities(resamples.everyPatientOnce(), kPoints);
    if (curve.sensitivity.empty()) return std::nullopt;
    std::vector<std::vector<double>> at(kPoints);
    for (int r = 0; r < resamples.count(); ++r) {
        const auto values = cases.sensitivities(resamples[r], kPoints);
        for (std::size_t p = 0; p < values.size(); ++p)
            at[p].push_back(values[p]);
    }
    for (auto& values : at) {
        if (values.empty()) values.push_back(0);
        std::sort(values.begin(), values.end());
        curve.low.push_back(percentile(values, (1 - kConfidence) / 2));
        curve.high.push_back(percentile(values, (1 + kConfidence) / 2));
    }
    return curve;
}

} // namespace hemo::ml
