#include "core/imaging/read/load_series.h"

#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "core/imaging/pixels/slot_buffer.h"
#include "core/imaging/read/image_object.h"
#include "core/imaging/series/geometry_warnings.h"
#include "core/imaging/series/order_slices.h"
#include "core/imaging/series/stack_warnings.h"
#include "core/imaging/series/value_warnings.h"
#include "core/imaging/volume_files/volume_file.h"
#include "core/log.h"
#include "core/study/same_patient.h"

#include <algorithm>
#include <optional>

namespace hemo::imaging {
namespace {

using Decoded = Result<DecodedSlice>;

template <class Decode> Decoded decodeGuarded(Decode decode) {
    return guarded(ErrorCode::Damaged, say("pixels.file_not_decoded"), decode);
}

/// Files can be replaced between scan and load: another patient's must never pass for this one's.
bool belongsTo(const SeriesInfo& series, const SliceHeader& slice) {
    const SeriesInfo& about = slice.about;
    const bool hasSameSize = slice.pixels.columns == series.columns && slice.pixels.rows == series.rows;
    if (!series.areUidsItsOwn) return hasSameSize && !patientDifference(about, series).isAny();
    // Where a file names no series, the scan gave it a name of its own.
    const bool isSameSeries = about.seriesInstanceUid.empty()
                                  ? about.patientName == series.patientName
                                  : about.seriesInstanceUid == series.seriesInstanceUid;
    return isSameSeries && about.studyInstanceUid == series.studyInstanceUid &&
           about.patientId == series.patientId && hasSameSize;
}

/// Decoded with an own buffer, so that a picture is there before memory for all of it is.
void showMiddle(const SeriesInfo& series, const PreviewSink& onPreview) {
    const std::size_t middle = series.images.size() / 2;
    std::vector<std::int16_t> voxels(static_cast<std::size_t>(series.columns) * series.rows);
    ObjectPool objects(std::span(series.images).subspan(middle, 1));
    const Decoded decoded = decodeGuarded([&] { return objects.decode(0, voxels); });
    if (!decoded || !belongsTo(series, decoded->header)) return; // the loop below says why
    if (decoded->wrapping && isAirWrapped(*decoded->wrapping))
        mendWrappedAir(voxels, *decoded->header.rescale);
    const std::span<const SliceHeader> one(&decoded->header, 1);
    Grid grid = gridOf(one, orderSlices(one));
    onPreview(std::make_shared<const Volume>(std::move(grid), std::move(voxels), series.seriesInstanceUid));
}

/// Which sentence it is: what stands in it may come from the file.
std::string forLog(const Message& message) {
    return std::string(message.id.text());
}

/// Where nothing decodes, the first file's reason stands for all.
tl::unexpected<Error> nothingDecoded(const std::vector<Decoded>& all) {
    const Error& first = all.front().error();
    if (std::all_of(all.begin(), all.end(),
                    [](const auto& d) { return d.error().code == ErrorCode::NotFound; }))
        return fail(ErrorCode::NotFound, say("series.files_gone"));
    if (first.code == ErrorCode::Unsupported || first.code == ErrorCode::NoPermission ||
        first.code == ErrorCode::OutOfMemory)
        return tl::unexpected(first);
    return fail(ErrorCode::Damaged, say("series.no_image_readable"), forLog(first.message));
}

void warnOfLost(std::size_t lost, std::vector<LoadWarning>& warnings) {
    if (lost > 0) warnings.push_back({LoadWarning::Kind::Unreadable, say("stack.lost", inWords(lost))});
}

/// The scan's warnings that loading cannot find again, then those of what was decoded.
std::vector<LoadWarning> warningsOf(const SeriesInfo& series, const std::vector<SliceHeader>& headers,
                                    const StackOrder& order, const Grid& grid, const ValueFacts& values,
                                    std::size_t lost) {
    using Kind = LoadWarning::Kind;
    std::vector<LoadWarning> all;
    const auto add = [&](const std::vector<LoadWarning>& more) {
        for (const LoadWarning& warning : more)
            if (std::find(all.begin(), all.end(), warning) == all.end()) all.push_back(warning);
    };
    for (const LoadWarning& known : series.warnings)
        if (known.kind == Kind::Duplicate || known.kind == Kind::Unreadable || known.kind == Kind::Identity)
            add({known});
    warnOfLost(lost, all);
    add(order.warnings);
    add(stackWarnings(keptSlices(headers, order)));
    add(geometryWarnings(grid, sidesOf(series)));
    add(valueWarnings(values));
    return all;
}

/// The stack must still be the one that was scanned.
bool isStillOneStack(const SeriesInfo& series, const std::vector<SliceHeader>& headers) {
    const Orientation first = orientationOf(headers.front());
    const auto isLikeFirst = [&](const SliceHeader& slice) {
        const Orientation own = orientationOf(slice);
        return length(own.row - first.row) < 0.01 && length(own.column - first.column) < 0.01 &&
               slice.orientation.has_value() == headers.front().orientation.has_value();
    };
    return std::all_of(headers.begin(), headers.end(), [&](const SliceHeader& slice) {
        return belongsTo(series, slice) && isLikeFirst(slice);
    });
}

/// All slices whose headers allow for wrapped air, or none: they were written by one archive.
bool mendWrapped(const std::vector<Decoded>& decoded, SlotBuffer& buffer) {
    WrapEvidence evidence;
    for (const Decoded& slice : decoded)
        if (slice && slice->wrapping) evidence.join(*slice->wrapping);
    if (!isAirWrapped(evidence)) return false;
    for (std::size_t i = 0; i < decoded.size(); ++i)
        if (decoded[i] && decoded[i]->wrapping) mendWrappedAir(buffer.slot(i), *decoded[i]->header.rescale);
    return true;
}

Result<LoadedSeries> assemble(const SeriesInfo& series, std::vector<Decoded> decoded, SlotBuffer& buffer) {
    ValueFacts values;
    values.wasWrapped = mendWrapped(decoded, buffer);
    std::vector<SliceHeader> headers;
    std::vector<std::size_t> slots; // of each header
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        if (!decoded[i]) {
            log::warning("A slice was left out: " + forLog(decoded[i].error().message) + " " +
                         decoded[i].error().detail);
            continue;
        }
        values.range.join(decoded[i]->range);
        values.hadConflict |= decoded[i]->hadConflict;
        values.hadContradiction |= decoded[i]->hadContradiction;
        values.hasUnusedPadding |= decoded[i]->hasUnusedPadding;
        headers.push_back(std::move(decoded[i]->header));
        slots.push_back(i);
    }
    if (headers.empty()) return nothingDecoded(decoded);
    if (!isStillOneStack(series, headers)) return fail(ErrorCode::Damaged, say("series.files_changed"));

    const StackOrder order = orderSlices(headers);
    Grid grid = gridOf(headers, order);
    LoadedSeries loaded{series, nullptr};
    for (const SliceHeader& slice : headers) // headers forget what the compression did
        loaded.info.isLossy = loaded.info.isLossy || slice.isLossy;
    loaded.info.warnings = warningsOf(series, headers, order, grid, values, decoded.size() - headers.size());
    loaded.info.images.clear();
    std::vector<std::size_t> keptSlots;
    for (std::size_t k : order.kept) {
        loaded.info.images.push_back(headers[k].place);
        keptSlots.push_back(slots[k]);
    }
    loaded.info.imageCount = static_cast<int>(loaded.info.images.size());
    loaded.volume =
        std::make_shared<const Volume>(std::move(grid), buffer.take(keptSlots), series.seriesInstanceUid);
    return loaded;
}

Result<LoadedSeries> load(const SeriesInfo& series, const TaskContext& context,
                          const PreviewSink& onPreview) {
    if (series.use == SeriesUse::Listed) return fail(ErrorCode::Unsupported, series.whyListed);
    if (series.images.empty() || series.columns <= 0 || series.rows <= 0)
        return fail(ErrorCode::NotFound, say("series.no_files"));
    if (context.cancelled()) return cancelled();
    if (series.format != SeriesFormat::Dicom) return loadVolumeFile(series, context, onPreview);
    if (onPreview) showMiddle(series, onPreview);

    SlotBuffer buffer(series.images.size(), static_cast<std::size_t>(series.columns) * series.rows);
    ObjectPool objects(series.images);
    std::vector<Decoded> decoded(series.images.size(), fail(ErrorCode::Cancelled, say("words.stopped")));
    const bool isDone =
        forEachIndex(series.images.size(), context, {say("stage.slices"), 0, 1}, [&](std::size_t i) {
            decoded[i] = decodeGuarded([&] { return objects.decode(i, buffer.slot(i)); });
        });
    if (!isDone) return cancelled();
    return assemble(series, std::move(decoded), buffer);
}

} // namespace

Result<LoadedSeries> loadSeries(const SeriesInfo& series, const TaskContext& context,
                                const PreviewSink& onPreview) {
    return guarded(ErrorCode::Damaged, say("series.unreadable"),
                   [&] { return load(series, context, onPreview); });
}

} // namespace hemo::imaging
