#include "ml/training/report/bootstrap.h"

#include "core/classify/verdict/wilson.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace hemo::ml {

Resamples::Resamples(const std::vector<std::string>& strata, int count, std::uint32_t seed)
    : m_count(count), m_ones(strata.size(), 1), m_weights(strata.size() * static_cast<std::size_t>(count)) {
    std::map<std::string, std::vector<std::size_t>> members;
    for (std::size_t patient = 0; patient < strata.size(); ++patient)
        members[strata[patient]].push_back(patient);
    // Scaled by hand: the standard's distributions differ between libraries, and the seed must repeat a
    // figure.
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t n) {
        return static_cast<std::size_t>((std::uint64_t(random()) * n) >> 32);
    };
    for (int resample = 0; resample < count; ++resample) {
        auto* weights = m_weights.data() + static_cast<std::size_t>(resample) * strata.size();
        for (const auto& [name, patients] : members)
            for (std::size_t n = 0; n < patients.size(); ++n)
                ++weights[patients[below(patients.size())]];
    }
}

Weights Resamples::operator[](int resample) const {
    return Weights(m_weights).subspan(static_cast<std::size_t>(resample) * m_ones.size(), m_ones.size());
}

std::optional<Estimate> Resamples::estimate(const Statistic& statistic) const {
    const auto value = statistic(m_ones);
    if (!value) return std::nullopt;
    std::vector<double> values;
    for (int r = 0; r < m_count; ++r)
        if (const auto v = statistic((*this)[r])) values.push_back(*v);
    if (values.empty()) return Estimate{*value, *value, *value};
    std::sort(values.begin(), values.end());
    return Estimate{*value, std::min(*value, percentile(values, (1 - kConfidence) / 2)),
                    std::max(*value, percentile(values, (1 + kConfidence) / 2))};
}

double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * double(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - double(below));
}

std::optional<Estimate> estimateShare(const Resamples& resamples, const std::vector<bool>& isCounted,
                                      const std::vector<bool>& isHit) {
    const auto share = [&](Weights weights) -> std::optional<double> {
        double hits = 0, cases = 0;
        for (std::size_t p = 0; p < weights.size(); ++p)
            if (isCounted[p]) cases += weights[p], hits += isHit[p] ? weights[p] : 0;
        if (cases == 0) return std::nullopt;
        return hits / cases;
    };
    const auto estimate = resamples.estimate(share);
    if (!estimate || (estimate->value > 0 && estimate->value < 1)) return estimate;
    const double cases = double(std::count(isCounted.begin(), isCounted.end(), true));
    return wilson(estimate->value * cases, cases);
}

std::optional<Estimate> estimateClusteredShare(const Resamples& resamples, const std::vector<double>& counted,
                                               const std::vector<double>& hits) {
    constexpr auto kFewestPatients = 5;
    const auto share = [&](Weights weights) -> std::optional<double> {
        double all = 0, right = 0;
        for (std::size_t p = 0; p < weights.size(); ++p)
            right += weights[p] * hits[p], all += weights[p] * counted[p];
        if (all == 0) return std::nullopt;
        return right / all;
    };
    const auto estimate = resamples.estimate(share);
    if (!estimate) return std::nullopt;
    const auto patients = std::count_if(counted.begin(), counted.end(), [](double n) { return n > 0; });
    if (patients >= kFewestPatients && estimate->low < estimate->high) return estimate;
    return wilson(estimate->value * double(patients), double(patients));
}

} // namespace hemo::ml
