#pragma once

#include "core/image/volume.h"
#include "core/imaging/write/write_series.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::testing {

/// A small stack that no scanner would make by accident: columns, rows and spacings all differ, every voxel
/// has a value that says where it is, and a bright mark lies on the patient's left, in front.
struct OddStack {
    int columns = 20, rows = 16, slices = 7;
    double columnSpacingMm = 9, rowSpacingMm = 11, sliceSpacingMm = 5;
    double tiltDegrees = 0;         ///< slice planes lean by this about the x axis; positions go along z
    std::vector<int> missingSlices; ///< left out: a gap
    std::vector<double> stepsMm;    ///< instead of sliceSpacingMm, where not empty: slices = steps + 1
    std::vector<int> paddedCorners; ///< slices with a corner of kOutsideHu
    std::string seriesUid = "1.2.826.0.1.3680043.8.498.77.1";
};

inline constexpr std::int16_t kMarkHu = 1234;

Grid oddGrid(const OddStack& stack);
VolumePtr oddVolume(const OddStack& stack);
/// Where the mark of oddVolume is: x > 0 is the patient's left.
PatientPoint markOf(const Volume& volume);

/// Which names the files get: content must decide, so names mislead.
enum class Naming { AsWritten, Shuffled, Reversed, WithoutEnding };

/// Writes the stack as a DICOM series into a new folder and returns its files in order of position.
std::vector<std::filesystem::path> writeOddSeries(const OddStack& stack, const std::filesystem::path& folder,
                                                  Naming naming = Naming::AsWritten,
                                                  const imaging::SeriesTags& tags = {});

/// Cuts a file off after `keep` of its bytes (0..1).
void truncateFile(const std::filesystem::path& file, double keep);

void writeText(const std::filesystem::path& file, const std::string& text);

} // namespace hemo::testing
