#pragma once

#include "core/imaging/volume_files/volume_header.h"

#include <span>

namespace hemo::imaging {

inline constexpr std::size_t kNiftiHeaderBytes = 540; ///< of NIfTI-2; NIfTI-1 has 348

/// True where these first bytes are those of a NIfTI header of either version.
bool isNifti(std::span<const std::byte> start);

/// Reads the header from its first bytes (kNiftiHeaderBytes of them, or as many as there are). Where voxels
/// are, and whether they are all there, is left to the caller: `voxels` and `gzipFrom` stay empty.
/// Fails: Damaged, Unsupported.
Result<VolumeHeader> parseNifti(std::span<const std::byte> start);

/// True where the voxels lie in a file of their own, with the ending .img.
bool isNiftiPair(std::span<const std::byte> start);

} // namespace hemo::imaging
