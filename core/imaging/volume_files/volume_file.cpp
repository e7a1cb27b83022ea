#include "core/imaging/volume_files/volume_file.h"

#include "core/geometry/slice_line.h"
#include "core/imaging/series/geometry_warnings.h"
#include "core/imaging/source/open_image.h"
#include "core/imaging/volume_files/itk_opinion.h"
#include "core/imaging/volume_files/itk_voxels.h"
#include "core/imaging/volume_files/metaimage_header.h"
#include "core/imaging/volume_files/nrrd_header.h"
#include "core/imaging/volume_files/read_voxels.h"
#include "core/imaging/volume_files/voxel_steps.h"
#include "core/study/derive_uid.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

using Kind = LoadWarning::Kind;

/// A prediction is tied to its series by a UID, and such files have none: one from where the file is.
std::string standInUid(const ImagePlace& place) {
    return deriveUid(place.file.string() + "\n" + place.member, "series");
}

std::string nameOf(SeriesFormat format) {
    switch (format) {
    case SeriesFormat::Nrrd:
        return "NRRD";
    case SeriesFormat::MetaImage:
        return "MetaImage";
    default:
        return "NIfTI";
    }
}

/// The description is neutral: names of research files often hold what must not stand on a picture.
SeriesInfo entryFor(const ImagePlace& place, SeriesFormat format) {
    SeriesInfo info;
    info.seriesInstanceUid = standInUid(place);
    info.studyInstanceUid = info.seriesInstanceUid; // two files with no patient must not look like one study
    info.id = info.seriesInstanceUid + "#1";
    info.format = format;
    info.description = nameOf(format) + " volume";
    info.images = {place};
    return info;
}

SeriesInfo listed(SeriesInfo info, Message why) {
    info.use = SeriesUse::Listed;
    info.whyListed = std::move(why);
    info.imageCount = 1;
    return info;
}

/// By its first bytes, of a file that is one of the three.
SeriesFormat formatOf(ByteWindow& bytes) {
    const auto start = bytes.bytes(0, std::min<std::uint64_t>(bytes.size(), 32));
    if (isNrrd(start)) return SeriesFormat::Nrrd;
    return isMetaImage(start) ? SeriesFormat::MetaImage : SeriesFormat::Nifti;
}

Sides sidesOf(const VolumeHeader& header) {
    return header.areDirectionsKnown ? Sides::Known : Sides::Unknown;
}

void warnOfScale(const VolumeHeader& header, const VoxelRange& range, std::vector<LoadWarning>& warnings) {
    constexpr int kAir = -300; // every head CT has air around or inside it
    const HuRange& hu = range.hu;
    const auto of = [&](const Message& nifti, const Message& nrrd, const Message& metaImage) {
        return header.format == SeriesFormat::Nifti  ? nifti
               : header.format == SeriesFormat::Nrrd ? nrrd
                                                     : metaImage;
    };
    const auto warn = [&](Message text) { warnings.push_back({Kind::Scale, std::move(text)}); };
    if (range.hasNothing)
        warn(of(say("nifti.not_a_number"), say("nrrd.not_a_number"), say("metaimage.not_a_number")));
    if (hu.highest < hu.lowest)
        warn(of(say("nifti.no_values"), say("nrrd.no_values"), say("metaimage.no_values")));
    else if (hu.lowest >= 0 && hu.highest <= 255)
        warn(say("volume_file.greys", whole(hu.lowest, Unit::None), whole(hu.highest, Unit::None)));
    else if (hu.lowest > kAir)
        warn(say("values.no_air", whole(hu.lowest, Unit::Hounsfield)));
    if (hu.hasClamped) warn(say("values.too_large"));
}

/// Two readers that share no code must agree on which side is left. ITK may choose the other of two places
/// that a file names, which a warning has said.
Result<void> askItk(const ImagePlace& place, const VolumeHeader& header) {
    if (!place.member.empty() || header.isAmbiguous || !header.areDirectionsKnown) return {};
    const auto other = itkSteps(place.file, header.format);
    constexpr double kSameMm = 0.5;
    if (!other || farthestApartMm(header.steps, *other, header) <= kSameMm) return {};
    return fail(ErrorCode::Unsupported, say("volume_file.two_readings"));
}

struct Opened {
    VolumeHeader header;
    PlacedVolume placed;
};

/// Read again, whole: the file may have changed since the scan.
Result<Opened> open(const SeriesInfo& series) {
    const Result<VolumeHeader> header = readVolumeHeader(series.images.front());
    if (!header) return tl::unexpected(header.error());
    if (header->columns != series.columns || header->rows != series.rows ||
        header->slices != series.imageCount)
        return fail(ErrorCode::Damaged, say("volume_file.changed"));
    const Result<PlacedVolume> placed = placeVolume(*header);
    if (!placed) return tl::unexpected(placed.error());
    return Opened{*header, *placed};
}

/// The file's slice of a place in the grid, and the other way round.
int otherSide(const Opened& file, int slice) {
    const bool isAlong = file.placed.order == SliceOrder::AlongNormal;
    return isAlong ? slice : file.header.slices - 1 - slice;
}

/// `range` as the file has it.
FileSlices fileSlices(const Opened& file, SliceRange range) {
    const auto first = static_cast<int>(range.first), count = static_cast<int>(range.count);
    return {std::min(otherSide(file, first), otherSide(file, first + count - 1)), count};
}

Grid gridOfOne(const Grid& grid, int slot) {
    return Grid(grid.columns(), grid.rows(), grid.rowDirection(), grid.columnDirection(),
                grid.columnSpacingMm(), grid.rowSpacingMm(),
                {grid.slicePositions()[static_cast<std::size_t>(slot)]});
}

/// The same, with two readers that agree on its sides.
Result<Opened> openSurely(const SeriesInfo& series) {
    if (series.images.empty()) return fail(ErrorCode::NotFound, say("series.no_file"));
    Result<Opened> file = open(series);
    if (!file) return file;
    if (auto asked = askItk(series.images.front(), file->header); !asked)
        return tl::unexpected(asked.error());
    return file;
}

/// MetaImage by ITK's reader, where that has a file to read; all else by ours.
Result<VoxelRange> readStored(const Opened& file, const ImagePlace& place, FileSlices slices,
                              const TaskContext& context, const SliceRoom& room) {
    const VolumeHeader& header = file.header;
    auto bytes = openImage(header.voxels);
    if (!bytes) return tl::unexpected(bytes.error());
    // MetaIO takes zeros for a packed stream whose size the header does not name, and says so on the terminal
    // alone.
    if (header.format != SeriesFormat::MetaImage || !place.member.empty() || header.gzipFrom)
        return readVoxels(*bytes, header, slices, context, room);
    return readVoxelsByItk(place.file, header, slices, context, room);
}

Result<VolumePtr> readSlice(const SeriesInfo& series, const Opened& file, int slice,
                            const TaskContext& context) {
    auto bytes = openImage(file.header.voxels);
    if (!bytes) return tl::unexpected(bytes.error());
    std::vector<std::int16_t> voxels(file.header.voxelsPerSlice());
    const auto read =
        readVoxels(*bytes, file.header, {slice, 1}, context, [&](int) { return std::span(voxels); });
    if (!read) return tl::unexpected(read.error());
    return std::make_shared<const Volume>(gridOfOne(file.placed.grid, otherSide(file, slice)),
                                          std::move(voxels), series.seriesInstanceUid);
}

} // namespace

Result<SeriesInfo> describeVolumeFile(const ImagePlace& place, ByteWindow& bytes) {
    SeriesInfo info = entryFor(place, formatOf(bytes));
    const Result<VolumeHeader> header = readVolumeHeader(place, bytes);
    if (!header && header.error().code == ErrorCode::Unsupported)
        return listed(std::move(info), header.error().message);
    if (!header) return tl::unexpected(header.error());
    const Result<PlacedVolume> placed = placeVolume(*header);
    if (!placed) return tl::unexpected(placed.error());
    info.columns = header->columns;
    info.rows = header->rows;
    info.imageCount = header->slices;
    info.areDirectionsKnown = header->areDirectionsKnown;
    info.grid = placed->grid;
    const SliceLine line(placed->grid);
    if (info.areDirectionsKnown) info.slicePlane = line.axis();
    if (header->slices > 1) info.sliceStepMm = line.typicalStepMm();
    info.warnings = header->warnings;
    for (LoadWarning& warning : geometryWarnings(placed->grid, sidesOf(*header)))
        info.warnings.push_back(std::move(warning));
    return info;
}

Result<SeriesInfo> readVolumeFile(const SeriesInfo& series, SliceRange range, std::span<std::int16_t> voxels,
                                  const TaskContext& context) {
    const Result<Opened> file = openSurely(series);
    if (!file) return tl::unexpected(file.error());
    const VolumeHeader& header = file->header;
    const SliceRoom room = [&](int slice) {
        const auto slot = static_cast<std::size_t>(otherSide(*file, slice)) - range.first;
        return voxels.subspan(slot * header.voxelsPerSlice(), header.voxelsPerSlice());
    };
    const auto found = readStored(*file, series.images.front(), fileSlices(*file, range), context, room);
    if (!found) return tl::unexpected(found.error());
    SeriesInfo info = series;
    info.grid = file->placed.grid;
    info.warnings = header.warnings;
    for (LoadWarning& warning : geometryWarnings(file->placed.grid, sidesOf(header)))
        info.warnings.push_back(std::move(warning));
    const bool isAll = static_cast<int>(range.count) == header.slices;
    if (isAll) warnOfScale(header, *found, info.warnings);
    return info;
}

Result<VolumePtr> earlyVolumePicture(const SeriesInfo& series) {
    const Result<Opened> file = openSurely(series);
    if (!file) return tl::unexpected(file.error());
    if (file->header.gzipFrom) return fail(ErrorCode::NothingReadable, say("volume_file.packed"));
    return readSlice(series, *file, file->header.slices / 2, {});
}

Result<VolumePtr> loadMiddleSlice(const SeriesInfo& series, const TaskContext& context) {
    const Result<Opened> file = open(series);
    if (!file) return tl::unexpected(file.error());
    const VolumeHeader& header = file->header;
    int slice = header.slices / 2;
    if (header.gzipFrom) { // not so far in that a list of many packed files takes minutes
        constexpr std::uint64_t kFarthest = 64u << 20;
        const std::uint64_t each = header.voxelsPerSlice() * bytesOf(header.type);
        slice = std::min(slice, static_cast<int>(kFarthest / each));
    }
    return readSlice(series, *file, slice, context);
}

} // namespace hemo::imaging
