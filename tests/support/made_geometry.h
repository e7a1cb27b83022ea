#pragma once

#include "core/image/volume.h"

#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace hemo::testing {

/// A way in which a scanner may lay slices into a patient.
struct MadeGeometry {
    Grid grid;
    std::string patientPosition; ///< how the patient lies on the table: no matter for positions
    std::string what;            ///< in words, for a failing test
};

/// The same stack held in one of the 24 right-angled ways: every permutation and sign of the directions.
std::vector<MadeGeometry> everyRightAngledGeometry();

/// Any valid one: an orientation of those, turned obliquely in two of three, with a tilted gantry of either
/// sign in every second, uneven steps, gaps, any pixel size, anywhere near the origin.
MadeGeometry randomGeometry(std::mt19937& random);

/// A ball of its own value in water.
struct Mark {
    PatientPoint centre;
    double radiusMm = 0;
    std::int16_t hu = 0;
};

/// Marks to the patient's left, front and top of the middle of the grid, each at the centre of a voxel and
/// large enough to be seen in every view.
std::vector<Mark> marksIn(const Grid& grid);

VolumePtr volumeWith(const Grid& grid, const std::vector<Mark>& marks, const std::string& seriesUid);

/// Writes it as DICOM into folders and under names that say nothing of the order of slices.
void writeShuffled(const Volume& volume, const std::string& patientPosition,
                   const std::filesystem::path& folder, std::mt19937& random);

} // namespace hemo::testing
