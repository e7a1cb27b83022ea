#pragma once

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::bench {

/// Studies on the disk, each written when first asked for and gone when the program ends. Their files are in
/// the system's file cache: what is measured is the program, not the disk.
inline constexpr int kSlices = 400, kSide = 512;

/// 400 slices of a phantom head with noise: what compresses, and how fast, is as in a real one.
const std::filesystem::path& plainStudy();
/// The same slices in another transfer syntax (tests/support/encode_frame.h).
const std::filesystem::path& compressedStudy(const std::string& transferSyntax);
/// 20 series of 100 slices each.
const std::filesystem::path& twentySeries();
/// 1,500 slices.
const std::filesystem::path& longStudy();

/// Ends the program with `why`: a benchmark of something that does not work is no number.
[[noreturn]] void stop(const std::string& why);

/// The only series of a folder.
SeriesInfo onlySeries(const std::filesystem::path& folder);
VolumePtr loaded(const SeriesInfo& series);
std::vector<std::filesystem::path> filesOf(const SeriesInfo& series);

} // namespace hemo::bench
