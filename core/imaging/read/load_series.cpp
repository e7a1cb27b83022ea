#include "core/imaging/read/load_series.h"

#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "core/imaging/read/object_kind.h"
#include "core/imaging/read/open_image.h"
#include "core/imaging/read/order_slices.h"
#include "core/imaging/read/plain_words.h"
#include "core/imaging/read/read_pixels.h"
#include "core/imaging/read/slot_buffer.h"
#include "core/imaging/read/stack_warnings.h"
#include "core/imaging/read/stored_to_hu.h"
#include "core/log.h"

#include <algorithm>
#include <optional>

namespace hemo::imaging {
namespace {

/// A slice in HU but for its voxels, which lie elsewhere.
struct Decoded {
    SliceHeader header;
    HuRange range;
};

/// Reads one file again, whole: it may have changed since the scan.
Result<Decoded> decodeSlice(const ImagePlace& place, std::span<std::int16_t> voxels) {
    Result<ByteWindow> file = openImage(place);
    if (!file) return tl::unexpected(file.error());
    auto headers = readSliceHeaders(place, *file);
    if (!headers) return tl::unexpected(headers.error());
    if (static_cast<std::size_t>(place.frame) >= headers->size())
        return fail(ErrorCode::Damaged, "A file has changed: open the folder again.");
    SliceHeader* header = &(*headers)[static_cast<std::size_t>(place.frame)];
    if (const std::string why = whyNotASlice(*header); !why.empty()) return fail(ErrorCode::Unsupported, why);
    if (header->pixels.pixelCount() != voxels.size())
        return fail(ErrorCode::Damaged, "A file has changed: open the folder again.");
    if (auto read = readPixels(*file, header->pixels, std::as_writable_bytes(voxels)); !read)
        return tl::unexpected(read.error());
    const HuRange range = convertToHu(voxels, scaleOf(*header));
    return Decoded{std::move(*header), range};
}

Result<Decoded> decodeGuarded(const ImagePlace& place, std::span<std::int16_t> voxels) {
    return guarded(ErrorCode::Damaged, "A file does not decode.", [&] { return decodeSlice(place, voxels); });
}

/// Decoded with an own buffer, so that a picture is there before memory for all of it is.
void showMiddle(const SeriesInfo& series, const PreviewSink& onPreview) {
    std::vector<std::int16_t> voxels(static_cast<std::size_t>(series.columns) * series.rows);
    const auto decoded = decodeGuarded(series.images[series.images.size() / 2], voxels);
    if (!decoded) return; // the loop below says why
    const std::span<const SliceHeader> one(&decoded->header, 1);
    Grid grid = gridOf(one, orderSlices(one));
    onPreview(std::make_shared<const Volume>(std::move(grid), std::move(voxels), series.seriesInstanceUid));
}

/// Where nothing decodes, the first file's reason stands for all.
tl::unexpected<Error> nothingDecoded(const std::vector<Result<Decoded>>& all) {
    const Error& first = all.front().error();
    if (std::all_of(all.begin(), all.end(),
                    [](const auto& d) { return d.error().code == ErrorCode::NotFound; }))
        return fail(ErrorCode::NotFound, "The files of this series are gone: open the folder again.");
    if (first.code == ErrorCode::Unsupported || first.code == ErrorCode::NoPermission ||
        first.code == ErrorCode::OutOfMemory)
        return tl::unexpected(first);
    return fail(ErrorCode::Damaged, "No image of this series can be read: copy it again from its source.",
                first.message);
}

void warnOfLost(std::size_t lost, std::vector<LoadWarning>& warnings) {
    if (lost > 0)
        warnings.push_back({LoadWarning::Kind::Unreadable,
                            counted(lost, "image cannot be read and is", "images cannot be read and are") +
                                " left out: the stack has a gap there."});
}

void warnOfScale(const std::vector<SliceHeader>& headers, const HuRange& range,
                 std::vector<LoadWarning>& warnings) {
    constexpr int kAir = -300; // every head CT has air around or inside it
    using Kind = LoadWarning::Kind;
    if (range.highest < range.lowest)
        warnings.push_back({Kind::Scale, "These images hold padding alone: there is nothing to see."});
    else if (range.lowest > kAir)
        warnings.push_back(
            {Kind::Scale, "The lowest value is " + std::to_string(range.lowest) +
                              " HU, so there is no air in these images: their scale may be wrong."});
    if (range.hasClamped)
        warnings.push_back({Kind::Scale, "Some values are too large for CT and were cut off."});
    if (std::any_of(headers.begin(), headers.end(), hasPaddingAmongTissue))
        warnings.push_back(
            {Kind::Scale, "The files name a padding value that tissue has too: it is not used."});
}

/// The scan's warnings that loading cannot find again, then those of what was decoded.
std::vector<LoadWarning> warningsOf(const SeriesInfo& series, const std::vector<SliceHeader>& headers,
                                    const StackOrder& order, const Grid& grid, const HuRange& range,
                                    std::size_t lost) {
    std::vector<LoadWarning> all;
    for (const LoadWarning& known : series.warnings)
        if (known.kind == LoadWarning::Kind::Duplicate) all.push_back(known);
    warnOfLost(lost, all);
    all.insert(all.end(), order.warnings.begin(), order.warnings.end());
    for (auto& more : {stackWarnings(keptSlices(headers, order)), geometryWarnings(grid)})
        all.insert(all.end(), more.begin(), more.end());
    warnOfScale(headers, range, all);
    return all;
}

/// The stack must still be one: files can be replaced between scan and load.
bool isOneStack(const std::vector<SliceHeader>& headers) {
    const Vec3 normal = orientationOf(headers.front()).normal();
    return std::all_of(headers.begin(), headers.end(), [&](const SliceHeader& h) {
        return length(orientationOf(h).normal() - normal) < 0.01;
    });
}

Result<LoadedSeries> assemble(const SeriesInfo& series, std::vector<Result<Decoded>> decoded,
                              SlotBuffer& buffer) {
    std::vector<SliceHeader> headers;
    std::vector<std::size_t> slots; // of each header
    HuRange range;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        if (!decoded[i]) {
            log::warning("A slice was left out: " + decoded[i].error().message + " " +
                         decoded[i].error().detail);
            continue;
        }
        range.join(decoded[i]->range);
        headers.push_back(std::move(decoded[i]->header));
        slots.push_back(i);
    }
    if (headers.empty()) return nothingDecoded(decoded);
    if (!isOneStack(headers))
        return fail(ErrorCode::Damaged, "The files of this series have changed: open the folder again.");

    const StackOrder order = orderSlices(headers);
    Grid grid = gridOf(headers, order);
    LoadedSeries loaded{series, nullptr};
    loaded.info.warnings = warningsOf(series, headers, order, grid, range, decoded.size() - headers.size());
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
        return fail(ErrorCode::NotFound, "This series has no files: open the folder again.");
    if (context.cancelled()) return cancelled();
    if (onPreview) showMiddle(series, onPreview);

    SlotBuffer buffer(series.images.size(), static_cast<std::size_t>(series.columns) * series.rows);
    std::vector<Result<Decoded>> decoded(series.images.size(), fail(ErrorCode::Cancelled, "Stopped."));
    const bool isDone =
        forEachIndex(series.images.size(), context, {"Reading slices", 0, 1},
                     [&](std::size_t i) { decoded[i] = decodeGuarded(series.images[i], buffer.slot(i)); });
    if (!isDone) return cancelled();
    return assemble(series, std::move(decoded), buffer);
}

} // namespace

Result<LoadedSeries> loadSeries(const SeriesInfo& series, const TaskContext& context,
                                const PreviewSink& onPreview) {
    return guarded(ErrorCode::Damaged, "This series cannot be read.",
                   [&] { return load(series, context, onPreview); });
}

} // namespace hemo::imaging
