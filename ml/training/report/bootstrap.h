#pragma once

#include "core/classify/verdict/model_info.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hemo::ml {

inline constexpr int kResamples = 2000;
inline constexpr double kConfidence = 0.95;

/// How often each patient was drawn.
using Weights = std::span<const std::uint16_t>;

/// A figure of the patients so weighted; nothing where it is not defined.
using Statistic = std::function<std::optional<double>(Weights)>;

/// Patients drawn with replacement, as many from each stratum (source and label) as it has. Slices are never
/// drawn: those of one patient resemble each other. All figures share the same resamples, so that differences
/// of figures can be estimated too.
class Resamples {
public:
    Resamples(const std::vector<std::string>& strata, int count, std::uint32_t seed);
    int count() const { return m_count; }
    Weights operator[](int resample) const;
    Weights everyPatientOnce() const { return m_ones; }

    /// The figure of all patients and the percentiles of its resamples.
    std::optional<Estimate> estimate(const Statistic& statistic) const;

private:
    int m_count;
    std::vector<std::uint16_t> m_ones, m_weights;
};

/// Value at a share 0..1 of the sorted values.
double percentile(const std::vector<double>& sorted, double share);

/// A share of patients. Where all were right, or all wrong, every resample says the same, and the bootstrap
/// would claim certainty: there the interval is Wilson's.
std::optional<Estimate> estimateShare(const Resamples& resamples, const std::vector<bool>& isCounted,
                                      const std::vector<bool>& isHit);

/// A share of what patients have several of, such as slices: `counted` and `hits` are numbers of each
/// patient. Where few patients have any, or all resamples say the same, the interval is Wilson's of that many
/// patients: slices of one patient resemble each other, so they count no more than one.
std::optional<Estimate> estimateClusteredShare(const Resamples& resamples, const std::vector<double>& counted,
                                               const std::vector<double>& hits);

} // namespace hemo::ml
