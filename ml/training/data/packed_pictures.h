#pragma once

#include "ml/training/data/picture_set.h"

#include <filesystem>
#include <vector>

namespace hemo::ml {

/// A training set as one file of some 55 MB, for a machine that has a GPU and nothing else: pictures as JPEG
/// at the size that they are learned at, labels and masks.
///
/// Layout: "HEMOPACK", 8 bytes little-endian length of a JSON header, the header, the pictures one after the
/// other. The header has `own_data` and `patients`: `id`, `source`, `data_set`, `person`, `whole_scan`,
/// `scan_any` and `slices`, each with six `labels` (1, 0 or null), `near`, `doubt_hu` (of its window),
/// `picture` and, where somebody drew it, `mask` (both: first byte after the header, bytes).

bool isPacked(const std::filesystem::path& file);

/// Whether the packed set was a manifest's: then its makers say what it may be used for.
bool isPackedOwnData(const std::filesystem::path& file);

/// The sources of the patients in it; none where it cannot be read.
std::vector<Source> packedSources(const std::filesystem::path& file);

/// Fails: WriteFailed.
Result<void> writePacked(const std::vector<Patient>& patients, bool isOwnData,
                         const std::filesystem::path& file);

/// The patients in their folds, at any size. Fails: NotFound, Damaged.
Result<std::vector<Patient>> loadPacked(const std::filesystem::path& file, int size);

} // namespace hemo::ml
