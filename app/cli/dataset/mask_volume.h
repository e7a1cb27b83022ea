#pragma once

#include "core/image/volume.h"
#include "core/result.h"
#include "core/study/series_info.h"
#include "core/task.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hemo {

/// A NIfTI file of numbers that lie on a series' slices, read as the series is: the same slice has the same
/// index. Fails: as scanPaths and loadSeries; Damaged where it has another size.
Result<VolumePtr> loadMaskOf(const SeriesInfo& series, const std::filesystem::path& file,
                             const TaskContext& context);

/// The place of a volume file's n-th slice, counted in the file from 0, among the series' slices. Fails: as
/// readVolumeHeader.
Result<std::size_t> sliceOfFile(const SeriesInfo& series, std::size_t n);

/// 255 where the number is over 0.
std::vector<std::uint8_t> maskOfSlice(const Volume& drawn, std::size_t k);

/// NIfTI files of a folder, by name.
std::vector<std::filesystem::path> volumeFilesIn(const std::filesystem::path& folder);

/// "049" of "049.nii" and of "049.nii.gz".
std::string stemOf(const std::filesystem::path& file);

} // namespace hemo
