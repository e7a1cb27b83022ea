#include "core/imaging/read/decode_slices.h"

#include "core/imaging/guarded.h"
#include "core/imaging/parallel.h"
#include "core/imaging/read/image_object.h"
#include "core/imaging/series/order_slices.h"
#include "core/log.h"
#include "core/study/same_patient.h"

#include <algorithm>
#include <mutex>

namespace hemo::imaging {
namespace {

using Decoded = Result<DecodedSlice>;

template <class Decode> Decoded decodeGuarded(Decode decode) {
    return guarded(ErrorCode::Damaged, say("pixels.file_not_decoded"), decode);
}

std::size_t voxelsPerSlice(const SeriesInfo& series) {
    return static_cast<std::size_t>(series.columns) * series.rows;
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

std::optional<WrapEvidence> evidenceOf(const std::vector<Decoded>& decoded) {
    std::optional<WrapEvidence> evidence;
    for (const Decoded& slice : decoded)
        if (slice && slice->wrapping) {
            if (!evidence) evidence.emplace();
            evidence->join(*slice->wrapping);
        }
    return evidence;
}

DecodedSlices gathered(std::vector<Decoded>& decoded) {
    DecodedSlices all;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        if (!decoded[i]) {
            log::warning("A slice was left out: " + forLog(decoded[i].error().message) + " " +
                         decoded[i].error().detail);
            ++all.lost;
            continue;
        }
        all.values.range.join(decoded[i]->range);
        all.values.hadConflict |= decoded[i]->hadConflict;
        all.values.hadContradiction |= decoded[i]->hadContradiction;
        all.values.hasUnusedPadding |= decoded[i]->hasUnusedPadding;
        all.headers.push_back(std::move(decoded[i]->header));
        all.slots.push_back(i);
    }
    return all;
}

} // namespace

Result<bool> SliceDecoder::isAirWrappedAnywhere(const TaskContext& context) const {
    ObjectPool objects(m_series.images);
    WrapEvidence evidence;
    std::mutex mutex; // of the evidence
    const bool isDone =
        forEachIndex(m_series.images.size(), context, {say("stage.slices"), 0, 0.5}, [&](std::size_t i) {
            std::vector<std::int16_t> voxels(voxelsPerSlice(m_series));
            const Decoded slice = decodeGuarded([&] { return objects.decode(i, voxels); });
            const std::lock_guard lock(mutex);
            if (slice && slice->wrapping) evidence.join(*slice->wrapping);
        });
    if (!isDone) return cancelled();
    return isAirWrapped(evidence);
}

Result<DecodedSlices> SliceDecoder::decode(SliceRange range, std::span<std::int16_t> voxels,
                                           const TaskContext& context) {
    const std::size_t each = voxelsPerSlice(m_series);
    const auto slot = [&](std::size_t i) { return voxels.subspan(i * each, each); };
    ObjectPool objects(std::span(m_series.images).subspan(range.first, range.count));
    std::vector<Decoded> decoded(range.count, fail(ErrorCode::Cancelled, say("words.stopped")));
    const bool isDone = forEachIndex(range.count, context, {say("stage.slices"), 0, 1}, [&](std::size_t i) {
        decoded[i] = decodeGuarded([&] { return objects.decode(i, slot(i)); });
    });
    if (!isDone) return cancelled();

    // All slices whose headers allow for wrapped air, or none: they were written by one archive.
    const std::optional<WrapEvidence> evidence = evidenceOf(decoded);
    if (evidence && !m_isAirWrapped) {
        const bool isAll = range.count == m_series.images.size();
        const Result<bool> answer =
            isAll ? Result<bool>(isAirWrapped(*evidence)) : isAirWrappedAnywhere(context);
        if (!answer) return tl::unexpected(answer.error());
        m_isAirWrapped = *answer;
    }
    const bool isMended = evidence && *m_isAirWrapped;
    for (std::size_t i = 0; i < decoded.size(); ++i)
        if (isMended && decoded[i] && decoded[i]->wrapping)
            mendWrappedAir(slot(i), *decoded[i]->header.rescale);

    DecodedSlices all = gathered(decoded);
    if (all.headers.empty()) return nothingDecoded(decoded);
    all.values.wasWrapped = isMended;
    if (!isStillOneStack(m_series, all.headers)) return fail(ErrorCode::Damaged, say("series.files_changed"));
    return all;
}

Result<VolumePtr> SliceDecoder::middle() const {
    const std::size_t middle = m_series.images.size() / 2;
    std::vector<std::int16_t> voxels(voxelsPerSlice(m_series));
    ObjectPool objects(std::span(m_series.images).subspan(middle, 1));
    const Decoded decoded = decodeGuarded([&] { return objects.decode(0, voxels); });
    if (!decoded) return tl::unexpected(decoded.error());
    if (!belongsTo(m_series, decoded->header)) return fail(ErrorCode::Damaged, say("series.files_changed"));
    if (decoded->wrapping && isAirWrapped(*decoded->wrapping))
        mendWrappedAir(voxels, *decoded->header.rescale);
    const std::span<const SliceHeader> one(&decoded->header, 1);
    Grid grid = gridOf(one, orderSlices(one));
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), m_series.seriesInstanceUid);
}

} // namespace hemo::imaging
