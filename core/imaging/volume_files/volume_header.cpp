#include "core/imaging/volume_files/volume_header.h"

#include "core/imaging/source/open_image.h"
#include "core/imaging/volume_files/gzip_stream.h"
#include "core/imaging/volume_files/metaimage_header.h"
#include "core/imaging/volume_files/nifti_header.h"
#include "core/imaging/volume_files/nrrd_header.h"
#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>
#include <system_error>

namespace hemo::imaging {
namespace {

using Bytes = std::vector<std::byte>;

/// The first bytes, `most` or as many as there are.
Bytes startOf(ByteWindow& source, std::size_t most) {
    Bytes bytes(static_cast<std::size_t>(std::min<std::uint64_t>(most, source.size())));
    if (!source.copyTo(0, bytes)) bytes.clear();
    return bytes;
}

bool isGzip(std::span<const std::byte> start) {
    return start.size() > 18 && start[0] == std::byte{0x1f} && start[1] == std::byte{0x8b};
}

/// What a gzip stream begins with, where that is as long as a NIfTI header; empty otherwise.
Bytes unpackedStart(ByteWindow& source) {
    constexpr std::size_t kShort = 348; // NIfTI-1
    GzipStream stream(source, 0);
    Bytes bytes(kNiftiHeaderBytes);
    const std::span<std::byte> whole(bytes);
    if (!stream.read(whole.first(kShort))) return {};
    if (!stream.read(whole.subspan(kShort))) bytes.resize(kShort);
    return bytes;
}

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Damaged, say("volume_file.ends_early"), what);
}

/// No memory is asked for that the file cannot fill.
Result<void> checkLength(const VolumeHeader& header, std::uint64_t fileBytes) {
    const std::uint64_t needed = header.voxelOffset + header.voxelBytes();
    const std::uint64_t from = header.gzipFrom.value_or(0);
    if (from > fileBytes) return damaged("start of the voxels");
    const std::uint64_t there = header.gzipFrom ? (fileBytes - from) * GzipStream::kMostExpansion : fileBytes;
    if (needed > there) return damaged("length of the file");
    return {};
}

Result<std::uint64_t> sizeOf(const std::filesystem::path& file) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    if (error) return fail(ErrorCode::Unsupported, say("volume_file.second_file"));
    return size;
}

/// The .img of a .hdr, packed or not.
std::filesystem::path imageBeside(const std::filesystem::path& header) {
    std::filesystem::path stem = header;
    if (stem.extension() == ".gz") stem.replace_extension();
    for (const char* ending : {".img", ".img.gz", ".IMG"}) {
        std::filesystem::path image = stem;
        image.replace_extension(ending);
        std::error_code error;
        if (std::filesystem::is_regular_file(image, error)) return image;
    }
    return stem.replace_extension(".img");
}

Result<VolumeHeader> readDetached(const std::filesystem::path& voxels, VolumeHeader header, bool isPacked) {
    header.voxels = {voxels, {}, 0};
    if (isPacked) header.gzipFrom = 0;
    const auto size = sizeOf(voxels);
    if (!size) return tl::unexpected(size.error());
    if (auto checked = checkLength(header, *size); !checked) return tl::unexpected(checked.error());
    return header;
}

Result<VolumeHeader> elsewhere() {
    return fail(ErrorCode::Unsupported, say("volume_file.second_in_archive"));
}

Result<VolumeHeader> readNiftiFile(const ImagePlace& place, std::span<const std::byte> start, bool isPacked,
                                   std::uint64_t fileBytes) {
    Result<VolumeHeader> header = parseNifti(start);
    if (!header) return header;
    if (isNiftiPair(start)) {
        if (!place.member.empty()) return elsewhere();
        const std::filesystem::path image = imageBeside(place.file);
        return readDetached(image, std::move(*header), image.extension() == ".gz");
    }
    header->voxels = place;
    if (isPacked) header->gzipFrom = 0;
    if (auto checked = checkLength(*header, fileBytes); !checked) return tl::unexpected(checked.error());
    return header;
}

/// A header of text, with its voxels behind it or in a file beside it.
template <class Header>
Result<VolumeHeader> readTextFile(const ImagePlace& place, ByteWindow& source, Result<Header> read,
                                  bool isPacked) {
    if (!read) return tl::unexpected(read.error());
    VolumeHeader& header = read->volume;
    if (!read->dataFile.empty()) {
        if (!place.member.empty()) return elsewhere();
        return readDetached(place.file.parent_path() / read->dataFile, std::move(header), isPacked);
    }
    header.voxels = place;
    if (isPacked)
        header.gzipFrom = read->headerBytes;
    else
        header.voxelOffset = read->headerBytes;
    if (auto checked = checkLength(header, source.size()); !checked) return tl::unexpected(checked.error());
    return std::move(header);
}

Result<VolumeHeader> readNrrdFile(const ImagePlace& place, ByteWindow& source) {
    auto read = parseNrrd(startOf(source, kNrrdHeaderBytes));
    const bool isPacked = read && read->isGzip;
    return readTextFile(place, source, std::move(read), isPacked);
}

/// ITK takes memory for as many packed bytes as the header says there are: that must be true.
Result<VolumeHeader> readMetaImageFile(const ImagePlace& place, ByteWindow& source) {
    auto read = parseMetaImage(startOf(source, kMetaImageHeaderBytes));
    const bool isPacked = read && read->isPacked;
    std::optional<std::uint64_t> packedBytes;
    if (read) packedBytes = read->packedBytes;
    Result<VolumeHeader> header = readTextFile(place, source, std::move(read), isPacked);
    if (!header || !packedBytes) return header;
    const bool isWithin = header->voxels == place;
    const auto size = isWithin ? Result<std::uint64_t>(source.size()) : sizeOf(header->voxels.file);
    if (!size) return tl::unexpected(size.error());
    if (*size - header->gzipFrom.value_or(0) != *packedBytes) return damaged("packed size");
    return header;
}

} // namespace

bool startsAsVolumeFile(ByteWindow& bytes) {
    const Bytes start = startOf(bytes, kNiftiHeaderBytes);
    return isNifti(start) || isNrrd(start) || isMetaImage(start) ||
           (isGzip(start) && isNifti(unpackedStart(bytes)));
}

Result<VolumeHeader> readVolumeHeader(const ImagePlace& place, ByteWindow& bytes) {
    const Bytes start = startOf(bytes, kNiftiHeaderBytes);
    const auto read = [&]() -> Result<VolumeHeader> {
        if (isNifti(start)) return readNiftiFile(place, start, false, bytes.size());
        if (isNrrd(start)) return readNrrdFile(place, bytes);
        if (isMetaImage(start)) return readMetaImageFile(place, bytes);
        if (isGzip(start))
            if (const Bytes unpacked = unpackedStart(bytes); isNifti(unpacked))
                return readNiftiFile(place, unpacked, true, bytes.size());
        return fail(ErrorCode::NothingReadable, say("volume_file.none"));
    };
    Result<VolumeHeader> header = read();
    if (!header) return header;
    if (const auto placed = placeVolume(*header); !placed) return tl::unexpected(placed.error());
    return header;
}

Result<VolumeHeader> readVolumeHeader(const ImagePlace& place) {
    auto source = openImage(place);
    if (!source) return tl::unexpected(source.error());
    return readVolumeHeader(place, *source);
}

} // namespace hemo::imaging
