#pragma once

#include "core/result.h"
#include "ml/training/report/answers.h"

#include <filesystem>
#include <iosfwd>

namespace hemo::ml {

/// A CSV line a slice: source, patient, slice, near_positive, label (of "any"), the six logits, then the five
/// subtypes' labels, whether the patient's whole scan is there, and what is said of it. An empty cell is "not
/// known". Fails: WriteFailed.
Result<void> writeAnswers(const std::vector<PatientAnswers>& answers, const std::filesystem::path& file);

/// Reads what `writeAnswers` wrote; columns after the logits may be missing. Every patient gets `fold`.
/// Fails: NotFound, Damaged.
Result<std::vector<PatientAnswers>> loadAnswers(const std::filesystem::path& file, int fold);
Result<std::vector<PatientAnswers>> parseAnswers(std::istream& in, int fold);

/// One file a fold. A patient in two of them would not have been held out of either: Damaged.
Result<std::vector<PatientAnswers>> loadFolds(const std::vector<std::filesystem::path>& files);

} // namespace hemo::ml
