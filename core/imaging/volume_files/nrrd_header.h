#pragma once

#include "core/imaging/volume_files/volume_header.h"

#include <span>
#include <string>

namespace hemo::imaging {

/// True where these first bytes are those of a NRRD file.
bool isNrrd(std::span<const std::byte> start);

struct NrrdHeader {
    VolumeHeader volume;
    std::string dataFile; ///< beside the header; empty where the voxels follow the header
    bool isGzip = false;
    std::size_t headerBytes = 0;
};

/// Reads the header from the file's first bytes (kNrrdHeaderBytes of them, or as many as there are). Where
/// voxels are, and whether they are all there, is left to the caller.
/// Fails: Damaged, Unsupported.
Result<NrrdHeader> parseNrrd(std::span<const std::byte> start);

inline constexpr std::size_t kNrrdHeaderBytes = std::size_t{256} << 10; ///< longer ones are not CT

} // namespace hemo::imaging
