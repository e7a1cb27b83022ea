#include "core/imaging/read/series_reader.h"

#include "core/imaging/pixels/voxel_memory.h"
#include "core/imaging/series/geometry_warnings.h"
#include "core/imaging/series/order_slices.h"
#include "core/imaging/series/stack_warnings.h"
#include "core/imaging/volume_files/volume_file.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

void warnOfLost(std::size_t lost, std::vector<LoadWarning>& warnings) {
    if (lost > 0) warnings.push_back({LoadWarning::Kind::Unreadable, say("stack.lost", inWords(lost))});
}

/// The scan's warnings that loading cannot find again, then those of what was decoded.
std::vector<LoadWarning> warningsOf(const SeriesInfo& series, const DecodedSlices& decoded,
                                    const StackOrder& order, const Grid& grid) {
    using Kind = LoadWarning::Kind;
    std::vector<LoadWarning> all;
    const auto add = [&](const std::vector<LoadWarning>& more) {
        for (const LoadWarning& warning : more)
            if (std::find(all.begin(), all.end(), warning) == all.end()) all.push_back(warning);
    };
    for (const LoadWarning& known : series.warnings)
        if (known.kind == Kind::Duplicate || known.kind == Kind::Unreadable || known.kind == Kind::Identity)
            add({known});
    warnOfLost(decoded.lost, all);
    add(order.warnings);
    add(stackWarnings(keptSlices(decoded.headers, order)));
    add(geometryWarnings(grid, sidesOf(series)));
    add(valueWarnings(decoded.values));
    return all;
}

/// Lays the slices in order of position and says what they are now.
SeriesInfo arranged(const SeriesInfo& series, const DecodedSlices& decoded, std::span<std::int16_t> voxels) {
    const StackOrder order = orderSlices(decoded.headers);
    SeriesInfo info = series;
    info.grid = gridOf(decoded.headers, order);
    for (const SliceHeader& slice : decoded.headers) // headers forget what the compression did
        info.isLossy = info.isLossy || slice.isLossy;
    info.warnings = warningsOf(series, decoded, order, info.grid);
    info.images.clear();
    std::vector<std::size_t> slots;
    for (const std::size_t k : order.kept) {
        info.images.push_back(decoded.headers[k].place);
        slots.push_back(decoded.slots[k]);
    }
    info.imageCount = static_cast<int>(info.images.size());
    orderInPlace(voxels, info.grid.voxelsPerSlice(), slots);
    return info;
}

/// Where the scan may have laid it: by its position, by its slice location where positions say nothing, or by
/// its number where all are at the origin.
bool mayLieAt(const SliceHeader& slice, PatientPoint place) {
    constexpr double kSameMm = 0.01;
    if (!slice.orientation || !slice.position) return true;
    const auto isPlace = [&](PatientPoint p) { return length(p - place) <= kSameMm; };
    const PatientPoint origin{};
    return isPlace(*slice.position) || length(*slice.position - origin) == 0 ||
           (slice.sliceLocationMm && isPlace(origin + slice.orientation->normal() * *slice.sliceLocationMm));
}

/// A file that was replaced since the scan may lie anywhere.
bool lieWhereScanned(const SeriesInfo& series, SliceRange range, const DecodedSlices& decoded) {
    for (std::size_t n = 0; n < decoded.headers.size(); ++n)
        if (!mayLieAt(decoded.headers[n], series.grid.slicePositions()[range.first + decoded.slots[n]]))
            return false;
    return true;
}

} // namespace

SeriesReader::SeriesReader(SeriesInfo series) : m_series(std::move(series)), m_decoder(m_series) {}

Result<VolumePtr> SeriesReader::earlyPicture() const {
    return m_series.format == SeriesFormat::Dicom ? m_decoder.middle() : earlyVolumePicture(m_series);
}

Result<SeriesInfo> SeriesReader::readAll(std::span<std::int16_t> voxels, const TaskContext& context) {
    if (m_series.format != SeriesFormat::Dicom)
        return readVolumeFile(m_series, {0, static_cast<std::size_t>(m_series.imageCount)}, voxels, context);
    const auto decoded = m_decoder.decode({0, m_series.images.size()}, voxels, context);
    if (!decoded) return tl::unexpected(decoded.error());
    return arranged(m_series, *decoded, voxels);
}

Result<std::vector<LoadWarning>> SeriesReader::readExactly(SliceRange range, std::span<std::int16_t> voxels,
                                                           const TaskContext& context) {
    if (m_series.format != SeriesFormat::Dicom)
        return readVolumeFile(m_series, range, voxels, context).map([](const SeriesInfo& info) {
            return info.warnings;
        });
    const auto decoded = m_decoder.decode(range, voxels, context);
    if (!decoded) return tl::unexpected(decoded.error());
    if (decoded->lost > 0) return fail(ErrorCode::Damaged, say("series.lacks_images"));
    if (!lieWhereScanned(m_series, range, *decoded))
        return fail(ErrorCode::Damaged, say("series.files_changed"));
    return valueWarnings(decoded->values);
}

} // namespace hemo::imaging
