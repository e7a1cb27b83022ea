#pragma once

#include "ml/training/data/manifest.h"
#include "ml/training/data/picture_set.h"

namespace hemo::ml {

/// The pictures of slices whose place in the patient is known: brought to the network's picture by the code
/// that reads a scan (`ScanPictures`), and their masks with them. A single slice is a scan of one. Labels are
/// left aside. Fails: NotFound; Damaged, with the row in `detail`, also where slices of one scan differ in
/// size, direction or spacing.
Result<std::vector<Picture>> loadStoredScan(const ManifestPatient& listed, int size);

} // namespace hemo::ml
