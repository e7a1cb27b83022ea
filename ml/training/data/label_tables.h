#pragma once

#include "ml/training/data/manifest.h"
#include "ml/training/data/picture_set.h"

namespace hemo::ml {

/// `labels.csv` of a public set's folder as a manifest would say it, patients in order of their ids. Fails:
/// NotFound, Damaged.
Result<std::vector<ManifestPatient>> readLabels(const std::filesystem::path& folder, Source source);

} // namespace hemo::ml
