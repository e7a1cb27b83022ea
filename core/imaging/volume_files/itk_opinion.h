#pragma once

#include "core/imaging/volume_files/volume_header.h"

#include <filesystem>
#include <optional>

namespace hemo::imaging {

/// Where ITK's reader lays the voxels of this file, in DICOM's axes; none where it cannot read it. Only ask
/// about a header that readVolumeHeader has found sound: ITK ends the process over some that are not.
/// Nothing of what ITK says is logged but that it said something: it names paths.
std::optional<VoxelSteps> itkSteps(const std::filesystem::path& file, SeriesFormat format);

} // namespace hemo::imaging
