#pragma once

#include "core/geometry/grid.h"
#include "core/imaging/header/byte_window.h"
#include "core/result.h"
#include "core/study/series_info.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hemo::imaging {

/// How a voxel's number is stored.
enum class VoxelType { Int8, Uint8, Int16, Uint16, Int32, Uint32, Float32, Float64 };

constexpr std::size_t bytesOf(VoxelType type) {
    switch (type) {
    case VoxelType::Int8:
    case VoxelType::Uint8:
        return 1;
    case VoxelType::Int16:
    case VoxelType::Uint16:
        return 2;
    case VoxelType::Int32:
    case VoxelType::Uint32:
    case VoxelType::Float32:
        return 4;
    case VoxelType::Float64:
        return 8;
    }
    return 8;
}

/// From one voxel to the next, and where the first lies: patient space, millimetres. Unlike a Grid it may be
/// left-handed: nothing is mirrored here, slices are only put in the Grid's order.
struct VoxelSteps {
    Vec3 column, row, slice;
    PatientPoint first;
    bool operator==(const VoxelSteps&) const = default;
};

/// What a NIfTI, NRRD or MetaImage file says of its one volume, checked: the sizes are possible, and the file
/// is long enough for them.
struct VolumeHeader {
    SeriesFormat format = SeriesFormat::Nifti;
    int columns = 0, rows = 0, slices = 0;
    VoxelType type = VoxelType::Int16;
    bool isBigEndian = false;
    double slope = 1, intercept = 0;
    ImagePlace voxels;                     ///< the file that holds them, often the same
    std::optional<std::uint64_t> gzipFrom; ///< where a packed stream begins in it; none: not compressed
    bool isZlib = false;                   ///< the stream has zlib's wrapping, not gzip's
    std::uint64_t voxelOffset = 0;         ///< in the file, or in what its gzip stream unpacks to
    VoxelSteps steps;
    bool areDirectionsKnown = true;
    bool isAmbiguous = false; ///< it places its voxels in two ways; a warning says which is used
    std::vector<LoadWarning> warnings;

    std::size_t voxelsPerSlice() const { return static_cast<std::size_t>(columns) * rows; }
    std::uint64_t voxelBytes() const {
        return std::uint64_t{voxelsPerSlice()} * static_cast<std::uint64_t>(slices) * bytesOf(type);
    }
};

/// Of the first bytes: a NIfTI, NRRD or MetaImage file, packed or not. Fails never; a packed file is unpacked
/// for it.
bool startsAsVolumeFile(ByteWindow& bytes);

/// Reads and checks the header of a NIfTI-1, NIfTI-2, NRRD or MetaImage file; content decides, never the
/// name. Fails: NothingReadable (something else), Damaged, Unsupported (a volume that cannot be shown; the
/// message is why), NotFound, NoPermission. Any thread.
Result<VolumeHeader> readVolumeHeader(const ImagePlace& place, ByteWindow& bytes);

/// The same, with the source opened.
Result<VolumeHeader> readVolumeHeader(const ImagePlace& place);

} // namespace hemo::imaging
