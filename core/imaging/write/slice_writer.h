#pragma once

#include "core/image/volume.h"
#include "core/imaging/write/write_series.h"

#include <filesystem>
#include <string>

namespace hemo::imaging {

/// The UIDs that all slices of a written series share.
struct SeriesUids {
    std::string series, study, frameOfReference;
};

/// Derived from the volume's series UID; that itself is derived where it is not a valid UID.
SeriesUids seriesUidsOf(const Volume& volume);

/// Writes slice k as one CT Image Storage file. Fails: WriteFailed. May throw what GDCM throws.
Result<void> writeSlice(const Volume& volume, int k, const SeriesTags& tags, const SeriesUids& uids,
                        const std::filesystem::path& file);

} // namespace hemo::imaging
