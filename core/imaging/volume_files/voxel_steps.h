#pragma once

#include "core/imaging/volume_files/volume_header.h"

#include <span>

namespace hemo::imaging {

/// Which way slices run in the file, seen along the Grid's normal.
enum class SliceOrder { AlongNormal, AgainstNormal };

struct PlacedVolume {
    Grid grid;
    SliceOrder order = SliceOrder::AlongNormal; ///< of the file's slices
};

/// A rotation by b, c, d (NIfTI's quaternion without its first part), in the axes of NIfTI: right, anterior,
/// superior. `sizesMm` scale the three columns; `qfac` -1 turns the third round.
/// Fails: Damaged.
Result<VoxelSteps> stepsFromQuaternion(std::span<const double, 3> bcd, std::span<const double, 3> offset,
                                       std::span<const double, 3> sizesMm, double qfac);

/// From an affine matrix of three rows, in NIfTI's axes.
VoxelSteps stepsFromRows(std::span<const double, 12> rows);

/// One whose axes point right and anterior has them turned to left and posterior: the same places in DICOM's
/// axes.
VoxelSteps rasToLps(const VoxelSteps& steps);

/// Along x, y and z, where a file names sizes alone.
VoxelSteps stepsFromSizes(std::span<const double, 3> sizesMm);

/// The largest distance in mm between where the two put a corner of the volume.
double farthestApartMm(const VoxelSteps& a, const VoxelSteps& b, const VolumeHeader& volume);

/// True where one is the other's mirror image.
bool areMirrored(const VoxelSteps& a, const VoxelSteps& b);

/// Lays the volume into patient space. A left-handed file has its slices taken from the last to the first, so
/// that every voxel keeps its place. Slices that are shifted against each other, as a tilted gantry shifts
/// them, stay where they are.
/// Fails: Damaged (not finite, absurd), Unsupported (rows and columns are not at right angles, or slices lean
/// more than any gantry).
Result<PlacedVolume> placeVolume(const VolumeHeader& volume);

} // namespace hemo::imaging
