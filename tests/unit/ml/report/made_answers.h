#pragma once

#include "ml/training/report/answers.h"

#include <cstdint>

namespace hemo::test {

/// A patient with these logits of "any"; slices bleed where `bleeds` says so (missing ones do not).
ml::PatientAnswers madePatient(const std::string& source, const std::string& id, int fold,
                               const std::vector<double>& logits, const std::vector<bool>& bleeds);

/// Two sources in five folds like the real ones: "mixed" with as many patients with a bleed as without,
/// "bleeds" where all have one. Slices with and without a bleed have logits from normal distributions 4 apart
/// with a spread of 2: AUC 0.921.
std::vector<ml::PatientAnswers> madeAnswers(int patientsPerFold, std::uint32_t seed);

} // namespace hemo::test
