#pragma once

#include "app/cli/dataset/layouts.h"
#include "app/cli/dataset/make_dataset.h"
#include "core/imaging/write/write_series.h"
#include "tests/support/temp_folder.h"

#include <map>
#include <string>
#include <vector>

namespace hemo::testing {

/// A row of a manifest, its cells by their column.
using ManifestRow = std::map<std::string, std::string>;
std::vector<ManifestRow> rowsOf(const std::filesystem::path& manifest);

std::string contentOf(const std::filesystem::path& file);

/// A small phantom of whole length as a DICOM series of a patient; its files in order of position.
std::vector<std::filesystem::path> writeHead(const std::filesystem::path& folder, const std::string& patient,
                                             const std::string& seriesUid, int slices = 10,
                                             double tiltDegrees = 0);

/// A NIfTI file of 32 x 24 pixels: 9 slices of 11 mm, voxel values by slice of the file, two of three voxels
/// have them. `stepZ` negative: the file begins at the head.
void writeNifti(const std::filesystem::path& file, const std::vector<std::int16_t>& valueOfSlice,
                double stepZ = 11, std::int16_t elsewhere = -1000);

/// Runs a layout over a folder into `out`.
Result<Dataset> make(std::string_view layout, const DatasetPlace& place, const std::filesystem::path& out);

} // namespace hemo::testing
