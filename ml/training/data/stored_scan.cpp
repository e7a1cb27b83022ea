#include "ml/training/data/stored_scan.h"

#include "ml/reader/picture/scan_pictures.h"
#include "ml/training/data/load_picture.h"
#include "ml/training/data/window_picture.h"

#include <cmath>
#include <span>

namespace hemo::ml {
namespace {

using Slices = std::span<const ManifestSlice>;

/// What the training pictures show, as the model would have it that reads them.
ModelInfo modelOfPictures(int size) {
    ModelInfo info;
    info.inputSize = size;
    info.windows = {kPictureHu};
    info.trainedHu = kPictureHu;
    return info;
}

Error damaged(const ManifestSlice& slice, const char* what) {
    return {ErrorCode::Damaged, say("data.manifest_damaged"),
            "row " + std::to_string(slice.row) + ": " + what};
}

bool areOfOneStack(const SlicePlace& a, const SlicePlace& b) {
    return a.row == b.row && a.column == b.column && a.columnSpacingMm == b.columnSpacingMm &&
           a.rowSpacingMm == b.rowSpacingMm && a.lengths == b.lengths;
}

Result<Volume> volumeOf(Slices slices) {
    const SlicePlace& first = *slices.front().place;
    std::vector<std::int16_t> voxels;
    std::vector<PatientPoint> positions;
    int columns = 0, rows = 0;
    for (const ManifestSlice& slice : slices) {
        auto grey = loadNamedPicture(slice.file, slice.row);
        if (!grey) return tl::unexpected(grey.error());
        if (positions.empty()) columns = grey->width, rows = grey->height;
        if (grey->width != columns || grey->height != rows || !areOfOneStack(first, *slice.place))
            return tl::unexpected(damaged(slice, "its size, orientation or spacing is not its neighbours'"));
        for (const float v : grey->values)
            voxels.push_back(static_cast<std::int16_t>(
                std::lround(slice.lowHu + double(v) / 255 * (slice.highHu - slice.lowHu))));
        positions.push_back(slice.place->position);
    }
    return Volume(Grid(columns, rows, first.row, first.column, first.columnSpacingMm, first.rowSpacingMm,
                       std::move(positions)),
                  std::move(voxels), {});
}

Result<std::vector<std::uint8_t>> loadMask(const ManifestSlice& slice, const Grid& grid, const Crop& crop,
                                           int size) {
    auto mask = loadNamedPicture(slice.mask, slice.row);
    if (!mask) return tl::unexpected(mask.error());
    if (mask->width != grid.columns() || mask->height != grid.rows())
        return tl::unexpected(damaged(slice, "its mask has another size"));
    for (float& v : mask->values)
        v /= 255;
    return bytesOf(laidOnCrop(std::move(*mask), crop, size, 0));
}

Result<std::vector<Picture>> picturesOf(Slices slices, int size) {
    const auto volume = volumeOf(slices);
    if (!volume) return tl::unexpected(volume.error());
    const ModelInfo info = modelOfPictures(size);
    const ScanPictures shown(*volume, slices.front().place->lengths, info);
    std::vector<Picture> pictures(slices.size());
    for (std::size_t k = 0; k < slices.size(); ++k) {
        pictures[k].grey = bytesOf(shown.of(static_cast<int>(k)));
        if (slices[k].mask.empty()) continue;
        auto mask = loadMask(slices[k], volume->grid(), shown.crop(), size);
        if (!mask) return tl::unexpected(mask.error());
        pictures[k].mask = std::move(*mask);
    }
    return pictures;
}

} // namespace

Result<std::vector<Picture>> loadStoredScan(const ManifestPatient& listed, int size) {
    const Slices slices(listed.slices);
    if (listed.isWholeScan) return picturesOf(slices, size);
    std::vector<Picture> all;
    for (std::size_t s = 0; s < slices.size(); ++s) {
        auto one = picturesOf(slices.subspan(s, 1), size);
        if (!one) return one;
        all.push_back(std::move(one->front()));
    }
    return all;
}

} // namespace hemo::ml
