#pragma once

#include "core/result.h"
#include "ml/training/report/answers.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::ml {

/// What came of one kind and size over all heads.
struct Found {
    int heads = 0, foundHeads = 0;   ///< in which a slice shows it; in which one is over the threshold
    int slices = 0, foundSlices = 0; ///< that show it; over the threshold
    int wereOver = 0;                ///< of these slices, over it without the bleed
};

/// The log-odds that nine in ten slices of heads without a bleed stay under.
double clearThreshold(const std::vector<PatientAnswers>& clean);

/// Adds one head, read `without` and `with` a bleed. Slices in which nobody could see it do not count, nor
/// does a head of such slices alone.
void countFound(const PatientAnswers& without, const PatientAnswers& with, double threshold, Found& found);
/// The same of slices that `isShown`.
void countFound(const PatientAnswers& without, const PatientAnswers& with, const std::vector<bool>& isShown,
                double threshold, Found& found);

struct ProbeOptions {
    std::filesystem::path dataFolder;
    std::vector<std::filesystem::path> modelFolders;
    int threads = 0; ///< 0: as many as there are cores
};

/// Which bleeds the networks find, by kind and size, and what they take for blood: drawn one by one into the
/// bleed-free heads that each network held out, as two Markdown tables. What real patients are too few to
/// show (a crescent of 8 mm on whoever is in the fold) is seen here; but these are drawn as those it learned
/// from, so a figure here bounds what it can do and measures no patient. Fails: NotFound, Damaged, Model.
Result<std::string> probeModels(const ProbeOptions& options);

} // namespace hemo::ml
