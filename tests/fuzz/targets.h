#pragma once

#include <cstdint>
#include <span>

namespace hemo::fuzz {

using Bytes = std::span<const std::uint8_t>;

/// Each takes any bytes and must come back: what it finds is a crash, a hang, a sanitizer's report or an
/// allocation that is too large. They are libFuzzer's targets, and the unit tests replay through them what
/// was found. Several files in one input stand between copies of kSeparator.
inline constexpr char kSeparator[] = "\n--file--\n";

void fuzzScanner(Bytes input); ///< headers of several files, grouped and described; in memory
void fuzzPixels(
    Bytes input); ///< header and pixels of one file, each of its frames, turned into HU; in memory
void fuzzFolder(Bytes input);     ///< several files on the disk: scan, thumbnails, load
void fuzzDicomdir(Bytes input);   ///< a DICOMDIR beside good images: scan
void fuzzZip(Bytes input);        ///< an archive: scan, thumbnails, load
void fuzzVolumeFile(Bytes input); ///< NIfTI, NRRD or MetaImage, by its first bytes: scan, load

} // namespace hemo::fuzz
