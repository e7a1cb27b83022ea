#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/loaded_series.h"
#include "core/imaging/series/value_warnings.h"
#include "core/task.h"

#include <optional>
#include <span>
#include <vector>

namespace hemo::imaging {

/// What came of decoding some of a series' slices. The n-th of the range lies in the n-th place of the memory
/// that was given, whether it could be decoded or not.
struct DecodedSlices {
    std::vector<SliceHeader> headers; ///< of those that could be decoded
    std::vector<std::size_t> slots;   ///< in which place each of them lies
    std::size_t lost = 0;             ///< could not be decoded; the log says why
    ValueFacts values;
};

/// Decodes slices of one DICOM series, on as many threads as there are cores. One caller at a time.
class SliceDecoder {
public:
    /// `series` outlives this.
    explicit SliceDecoder(const SeriesInfo& series) : m_series(series) {}

    /// Fails: NotFound (all files are gone), Damaged (no slice of the range can be decoded, or the files have
    /// become others'), OutOfMemory, Cancelled. May throw std::bad_alloc.
    Result<DecodedSlices> decode(SliceRange range, std::span<std::int16_t> voxels,
                                 const TaskContext& context);

    /// The middle slice alone, as soon as can be. Fails: as decode.
    Result<VolumePtr> middle() const;

private:
    Result<bool> isAirWrappedAnywhere(const TaskContext& context) const;

    const SeriesInfo& m_series;
    std::optional<bool> m_isAirWrapped; ///< one answer for all slices, whichever are asked for first
};

} // namespace hemo::imaging
