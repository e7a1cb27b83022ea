#pragma once

#include "ml/training/report/report.h"

#include <filesystem>

namespace hemo::ml {

/// `report.md`, `cross-validation.json` and the plots. Makes the folder. Fails: WriteFailed.
Result<void> writeReport(const Report& report, const std::filesystem::path& folder);

/// The trained model's weights with the report's calibration, rules and figures, a new card, and all that
/// `writeReport` writes. The card names misread patients by the ids of the labels, so those must be
/// pseudonyms. Fails: NotFound, Model (the folder is no model), WriteFailed.
Result<void> writeReportedModel(const Report& report, const std::filesystem::path& trainedFolder,
                                const std::filesystem::path& folder);

/// Fewer patients than this of a kind move a threshold by chance: four in each of five folds.
inline constexpr int kFewestToCalibrate = 20;

/// Whether so many whole scans with a bleed, and without, are labelled; what the network answers is left
/// aside. Fails: Unsupported.
Result<void> checkEnoughToCalibrate(const std::vector<PatientAnswers>& answers);

/// What one network answered of patients it has never seen, who are to calibrate it. Fails: Unsupported,
/// where too few whole scans with a bleed, or without, are among them.
Result<Report> reportToCalibrate(const std::vector<PatientAnswers>& answers, int resamples,
                                 std::uint32_t seed);

/// A model folder of its own, called `id`: the given one's weights with the report's calibration and rules,
/// and a card that says with how many patients. A finding that nobody labelled keeps its calibration. Fails:
/// as above; WriteFailed also where there is something at `folder`.
Result<void> writeCalibratedModel(const Report& report, const std::filesystem::path& modelFolder,
                                  const std::string& id, const std::filesystem::path& folder);

} // namespace hemo::ml
