#include "app/cli/dataset/mask_volume.h"

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/volume_files/voxel_steps.h"

#include <algorithm>
#include <array>

namespace hemo {

Result<VolumePtr> loadMaskOf(const SeriesInfo& series, const std::filesystem::path& file,
                             const TaskContext& context) {
    const std::array paths{file};
    const auto contents = imaging::scanPaths(paths, context);
    if (!contents) return tl::unexpected(contents.error());
    const auto loaded = imaging::loadSeries(contents->series.front(), context);
    if (!loaded) return tl::unexpected(loaded.error());
    const Grid &mask = loaded->volume->grid(), &scan = series.grid;
    if (mask.columns() != scan.columns() || mask.rows() != scan.rows() || mask.slices() != scan.slices())
        return fail(ErrorCode::Damaged, say("dataset.mask_size"));
    return loaded->volume;
}

Result<std::size_t> sliceOfFile(const SeriesInfo& series, std::size_t n) {
    const auto header = imaging::readVolumeHeader(series.images.front());
    if (!header) return tl::unexpected(header.error());
    const auto placed = imaging::placeVolume(*header);
    if (!placed) return tl::unexpected(placed.error());
    const auto slices = static_cast<std::size_t>(header->slices);
    return placed->order == imaging::SliceOrder::AlongNormal ? n : slices - 1 - n;
}

std::vector<std::uint8_t> maskOfSlice(const Volume& drawn, std::size_t k) {
    std::vector<std::uint8_t> mask;
    for (const std::int16_t number : drawn.slice(static_cast<int>(k)))
        mask.push_back(number > 0 ? 255 : 0);
    return mask;
}

std::vector<std::filesystem::path> volumeFilesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (const std::string name = entry.path().filename().string();
            name.ends_with(".nii") || name.ends_with(".nii.gz"))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string stemOf(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.substr(0, name.find(".nii"));
}

} // namespace hemo
