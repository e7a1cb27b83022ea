#pragma once

#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {

namespace tag = imaging::tag;

/// What a folder with this file alone gives.
struct Opened {
    std::string trouble; ///< the error, or why it is only listed; empty where it opened
    SeriesInfo info;
    VolumePtr volume; ///< null where it did not open

    /// HU of the first pixels.
    std::vector<int> hu(std::size_t count = 4) const {
        const auto all = volume ? volume->voxels() : std::span<const std::int16_t>();
        return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))};
    }
    std::string warnings(LoadWarning::Kind kind = LoadWarning::Kind::Scale) const {
        return textOf(info.warnings, kind);
    }
};

inline Opened openFolder(const std::filesystem::path& folder) {
    const auto contents = scanFolder(folder, {});
    if (!contents) return {english(contents.error().message), {}, nullptr};
    if (contents->series.empty()) return {"no series", {}, nullptr};
    const SeriesInfo& series = contents->series.front();
    if (series.use == SeriesUse::Listed) return {english(series.whyListed), series, nullptr};
    const auto loaded = loadSeries(series, {});
    if (!loaded) return {english(loaded.error().message), series, nullptr};
    return {{}, loaded->info, loaded->volume};
}

inline Opened openFile(const RawDicom& file) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    return openFolder(folder.path());
}

/// What RawDicom::ctSlice holds, pixel by pixel.
inline std::vector<int> sliceHu() {
    return {-1024, -1023, -24, 0};
}

} // namespace hemo::testing
