#pragma once

#include "ml/training/report/cross_fit.h"
#include "ml/training/report/curves.h"

#include <functional>
#include <vector>

namespace hemo::ml {

/// All answers, each read with the reading of its own fold.
struct JudgedPatient {
    const PatientAnswers* answers = nullptr;
    const Reading* reading = nullptr;
    std::optional<bool> truth;
    double probability(std::size_t slice, BleedType type) const;
    double score(int k) const; ///< probability of the k-th most suspicious slice
    bool isFlagged(RuleKind kind) const;
};

/// Keeps pointers to both.
std::vector<JudgedPatient> judgeOutOfFold(const std::vector<PatientAnswers>& answers,
                                          const std::vector<Reading>& foldReadings);

/// Which patients are looked at.
using Belongs = std::function<bool(const JudgedPatient&)>;

/// Slices with a known label, no near positives; score: the probability.
RankedCases sliceCases(const std::vector<JudgedPatient>& patients, BleedType type, const Belongs& belongs);
/// Patients with a known truth; score: the probability of the k-th slice.
RankedCases patientCases(const std::vector<JudgedPatient>& patients, int k, const Belongs& belongs);

/// Weight of the slices over their fold's threshold as a share of all slices `isCounted` holds for.
using SliceChosen = std::function<bool(const PatientAnswers::Slice&)>;
std::optional<Estimate> shareOfSlicesOver(const std::vector<JudgedPatient>& patients, RuleKind kind,
                                          const Belongs& belongs, const SliceChosen& isCounted,
                                          const Resamples& resamples);
/// Share of the patients that the rule is right about.
std::optional<Estimate> shareJudgedRight(const std::vector<JudgedPatient>& patients, RuleKind kind,
                                         const Belongs& belongs, const Resamples& resamples);

} // namespace hemo::ml
