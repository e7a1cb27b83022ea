#include "core/imaging/volume_files/volume_file.h"

#include "core/geometry/slice_line.h"
#include "core/imaging/pixels/slot_buffer.h"
#include "core/imaging/series/geometry_warnings.h"
#include "core/imaging/source/open_image.h"
#include "core/imaging/volume_files/itk_opinion.h"
#include "core/imaging/volume_files/read_voxels.h"
#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

using Kind = LoadWarning::Kind;

/// A prediction is tied to its series by a UID, and such files have none: one from where the file is
/// (FNV-1a).
std::string standInUid(const ImagePlace& place) {
    std::uint64_t mixed = 14695981039346656037u;
    for (const char c : place.file.string() + "\n" + place.member)
        mixed = (mixed ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return "2.25." + std::to_string(mixed);
}

/// The description is neutral: names of research files often hold what must not stand on a picture.
SeriesInfo entryFor(const ImagePlace& place, SeriesFormat format) {
    SeriesInfo info;
    info.seriesInstanceUid = standInUid(place);
    info.studyInstanceUid = info.seriesInstanceUid; // two files with no patient must not look like one study
    info.id = info.seriesInstanceUid + "#1";
    info.format = format;
    info.description = format == SeriesFormat::Nifti ? "NIfTI volume" : "NRRD volume";
    info.images = {place};
    return info;
}

SeriesInfo listed(SeriesInfo info, Message why) {
    info.use = SeriesUse::Listed;
    info.whyListed = std::move(why);
    info.imageCount = 1;
    return info;
}

bool startsAsNrrd(ByteWindow& bytes) {
    const auto start = bytes.bytes(0, 4);
    return !start.empty() && start[0] == std::byte{'N'} && start[1] == std::byte{'R'};
}

Sides sidesOf(const VolumeHeader& header) {
    return header.areDirectionsKnown ? Sides::Known : Sides::Unknown;
}

void warnOfScale(const VolumeHeader& header, const VoxelRange& range, std::vector<LoadWarning>& warnings) {
    constexpr int kAir = -300; // every head CT has air around or inside it
    const HuRange& hu = range.hu;
    const bool isNifti = header.format == SeriesFormat::Nifti;
    const auto warn = [&](Message text) { warnings.push_back({Kind::Scale, std::move(text)}); };
    if (range.hasNothing) warn(isNifti ? say("nifti.not_a_number") : say("nrrd.not_a_number"));
    if (hu.highest < hu.lowest)
        warn(isNifti ? say("nifti.no_values") : say("nrrd.no_values"));
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

std::size_t slotOf(const Opened& file, int slice) {
    const bool isAlong = file.placed.order == SliceOrder::AlongNormal;
    return static_cast<std::size_t>(isAlong ? slice : file.header.slices - 1 - slice);
}

Grid gridOfOne(const Grid& grid, std::size_t slot) {
    return Grid(grid.columns(), grid.rows(), grid.rowDirection(), grid.columnDirection(),
                grid.columnSpacingMm(), grid.rowSpacingMm(), {grid.slicePositions()[slot]});
}

Result<VolumePtr> readSlice(const SeriesInfo& series, const Opened& file, int slice,
                            const TaskContext& context) {
    auto bytes = openImage(file.header.voxels);
    if (!bytes) return tl::unexpected(bytes.error());
    std::vector<std::int16_t> voxels(file.header.voxelsPerSlice());
    const auto read = readOneSlice(*bytes, file.header, slice, context, voxels);
    if (!read) return tl::unexpected(read.error());
    return std::make_shared<const Volume>(gridOfOne(file.placed.grid, slotOf(file, slice)), std::move(voxels),
                                          series.seriesInstanceUid);
}

} // namespace

Result<SeriesInfo> describeVolumeFile(const ImagePlace& place, ByteWindow& bytes) {
    const SeriesFormat format = startsAsNrrd(bytes) ? SeriesFormat::Nrrd : SeriesFormat::Nifti;
    SeriesInfo info = entryFor(place, format);
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
    const SliceLine line(placed->grid);
    if (info.areDirectionsKnown) info.slicePlane = line.axis();
    if (header->slices > 1) info.sliceStepMm = line.typicalStepMm();
    info.warnings = header->warnings;
    for (LoadWarning& warning : geometryWarnings(placed->grid, sidesOf(*header)))
        info.warnings.push_back(std::move(warning));
    return info;
}

Result<LoadedSeries> loadVolumeFile(const SeriesInfo& series, const TaskContext& context,
                                    const PreviewSink& onPreview) {
    if (series.images.empty()) return fail(ErrorCode::NotFound, say("series.no_file"));
    const Result<Opened> file = open(series);
    if (!file) return tl::unexpected(file.error());
    const VolumeHeader& header = file->header;
    if (auto asked = askItk(series.images.front(), header); !asked) return tl::unexpected(asked.error());
    // Of a packed file the middle is not there before the first half is unpacked: no early picture.
    if (onPreview && !header.gzipFrom)
        if (auto middle = readSlice(series, *file, header.slices / 2, context)) onPreview(std::move(*middle));

    auto bytes = openImage(header.voxels);
    if (!bytes) return tl::unexpected(bytes.error());
    SlotBuffer buffer(static_cast<std::size_t>(header.slices), header.voxelsPerSlice());
    const auto range =
        readVoxels(*bytes, header, context, [&](int slice) { return buffer.slot(slotOf(*file, slice)); });
    if (!range) return tl::unexpected(range.error());
    LoadedSeries loaded{series, nullptr};
    loaded.info.warnings = header.warnings;
    for (LoadWarning& warning : geometryWarnings(file->placed.grid, sidesOf(header)))
        loaded.info.warnings.push_back(std::move(warning));
    warnOfScale(header, *range, loaded.info.warnings);
    loaded.volume =
        std::make_shared<const Volume>(file->placed.grid, buffer.takeAll(), series.seriesInstanceUid);
    return loaded;
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
