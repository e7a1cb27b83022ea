#pragma once

#include "core/imaging/read/decode_slices.h"

#include <span>
#include <vector>

namespace hemo::imaging {

/// Reads the voxels of a series that was scanned, whatever it is stored as, into memory that the caller has:
/// `columns * rows` voxels a slice, in HU. Looks through no folder. One thread, which it shares its work out
/// from. Everything here may throw std::bad_alloc and what a codec throws.
class SeriesReader {
public:
    explicit SeriesReader(SeriesInfo series);
    SeriesReader(const SeriesReader&) = delete;
    SeriesReader& operator=(const SeriesReader&) = delete;

    const SeriesInfo& series() const { return m_series; }

    /// One slice from the middle, before all else; where that is not to be had early, a failure.
    Result<VolumePtr> earlyPicture() const;

    /// All slices. Those that cannot be read are left out with a warning: the others lie in front, in order
    /// of position, and what comes back is the series brought up to date with them. Fails: NotFound (files
    /// are gone), NoPermission, Damaged (nothing can be read), Unsupported, OutOfMemory, Cancelled.
    Result<SeriesInfo> readAll(std::span<std::int16_t> voxels, const TaskContext& context);

    /// These slices, each where the scan's grid has it; what is unusual about their values comes back.
    /// Fails: as readAll, and Damaged where a slice cannot be read or lies elsewhere by now.
    Result<std::vector<LoadWarning>> readExactly(SliceRange range, std::span<std::int16_t> voxels,
                                                 const TaskContext& context);

private:
    const SeriesInfo m_series;
    SliceDecoder m_decoder;
};

} // namespace hemo::imaging
