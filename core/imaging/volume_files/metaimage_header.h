#pragma once

#include "core/imaging/volume_files/volume_header.h"

#include <span>
#include <string>

namespace hemo::imaging {

/// True where these first bytes are those of a MetaImage file (.mha, .mhd).
bool isMetaImage(std::span<const std::byte> start);

struct MetaImageHeader {
    VolumeHeader volume;
    std::string dataFile; ///< beside the header; empty where the voxels follow the header
    bool isPacked = false;
    std::optional<std::uint64_t> packedBytes; ///< as many as it says it was packed into
    std::size_t headerBytes = 0;
};

/// Reads the header from the file's first bytes (kMetaImageHeaderBytes of them, or as many as there are),
/// strictly: ITK reads the same text again, and must not be able to understand anything else by it, such as
/// another file. Where voxels are, and whether they are all there, is left to the caller.
/// Fails: NothingReadable, Damaged, Unsupported.
Result<MetaImageHeader> parseMetaImage(std::span<const std::byte> start);

inline constexpr std::size_t kMetaImageHeaderBytes = std::size_t{64} << 10; ///< longer ones are not CT

} // namespace hemo::imaging
