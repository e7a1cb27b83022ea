#pragma once

#include "ml/training/data/manifest.h"
#include "ml/training/data/picture_set.h"

namespace hemo::ml {

/// Reads a manifest's pictures as the public sets are read: one window, `size`, folds dealt in each data set
/// apart, each beginning where the last one ended, so that all folds are filled. Pictures show the head
/// upright, in the orientation and roughly the field (230 mm) of the public sets. A slice of which nobody
/// knows whether it bleeds teaches nothing. Fails: NotFound, Damaged.
Result<std::vector<Patient>> loadManifestPictures(const std::filesystem::path& manifest, int size);

/// The same for one patient, in no fold yet; the slices must be sorted.
Result<Patient> loadListedPatient(const ManifestPatient& listed, int size);

} // namespace hemo::ml
