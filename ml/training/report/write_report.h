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

} // namespace hemo::ml
