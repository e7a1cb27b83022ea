#include "ml/train/outlines.h"

#include "ml/preprocess.h"
#include "ml/train/read_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

/// One file of a folder of masks: named like the picture it belongs to.
struct MaskFile {
    fs::path file;
    Source source;
    std::string stem() const { return file.stem().string(); }
    std::string patient() const { return stem().substr(0, stem().find('_')); }
};

Error damaged(const fs::path& file) {
    return {ErrorCode::Damaged, "A drawn outline cannot be read.", file.filename().string()};
}

/// The drawn masks of CT-ICH's own files: 512 x 512 numbers of 16 bits, uncompressed, as the last element
/// (PixelData, DICOM PS3.5 section 7.1.3: tag and length). `hemo_ml` reads no other DICOM.
Result<Plane> readDicomMask(const fs::path& file) {
    constexpr int kSide = 512;
    constexpr std::uint32_t kBytes = kSide * kSide * 2;
    std::ifstream in(file, std::ios::binary);
    const std::vector<char> bytes(std::istreambuf_iterator<char>(in), {});
    if (bytes.size() < kBytes + 8) return tl::unexpected(damaged(file));
    const char* element = bytes.data() + bytes.size() - kBytes - 8;
    constexpr unsigned char kPixelData[]{0xE0, 0x7F, 0x10, 0x00};
    std::uint32_t length = 0;
    std::memcpy(&length, element + 4, sizeof length);
    if (std::memcmp(element, kPixelData, sizeof kPixelData) != 0 || length != kBytes)
        return tl::unexpected(damaged(file));
    std::vector<std::int16_t> values(std::size_t(kSide) * kSide);
    std::memcpy(values.data(), element + 8, kBytes);
    Plane plane(kSide, kSide);
    std::transform(values.begin(), values.end(), plane.values.begin(),
                   [](std::int16_t v) { return v > 0 ? 1.f : 0.f; });
    return plane;
}

Result<Plane> readMask(const fs::path& file) {
    if (file.extension() == ".dcm") return readDicomMask(file);
    auto plane = readGreyPicture(file);
    if (!plane) return plane;
    for (float& v : plane->values)
        v = v > 127 ? 1.f : 0.f;
    return plane;
}

std::vector<MaskFile> masksIn(const fs::path& folder, Source source) {
    std::vector<MaskFile> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        if (entry.path().extension() == ".png" || entry.path().extension() == ".dcm")
            files.push_back({entry.path(), source});
    std::sort(files.begin(), files.end(),
              [](const MaskFile& a, const MaskFile& b) { return a.file < b.file; });
    return files;
}

/// The file names of all pictures, by which slices are counted.
std::set<std::string> pictureStems(const fs::path& folder) {
    std::set<std::string> stems;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        stems.insert(entry.path().stem().string());
    return stems;
}

Result<OutlinedSlice> readOutline(const MaskFile& mask, const std::set<std::string>& stems, int size) {
    const auto picture = stems.find(mask.stem());
    if (picture == stems.end()) return tl::unexpected(damaged(mask.file));
    auto plane = readMask(mask.file);
    if (!plane) return tl::unexpected(plane.error());
    if (mask.source == Source::PheSich) fillHoles(*plane);
    OutlinedSlice slice{mask.patient(), mask.source, 0, {}, 0};
    slice.slice = static_cast<std::size_t>(std::distance(stems.lower_bound(mask.patient() + "_"), picture));
    const double pixelMm = kTrainingFieldMm / plane->width;
    slice.areaMm2 = double(std::count(plane->values.begin(), plane->values.end(), 1.f)) * pixelMm * pixelMm;
    slice.inside = resamplePlane(*plane, AxisMap::fit(plane->width, size), size,
                                 AxisMap::fit(plane->height, size), size, 0);
    for (float& v : slice.inside.values)
        v = v >= 0.5f ? 1.f : 0.f;
    return slice;
}

} // namespace

void fillHoles(Plane& mask) {
    constexpr float kReached = 2;
    std::vector<std::pair<int, int>> open;
    const auto reach = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= mask.width || y >= mask.height || mask.at(x, y) != 0) return;
        mask.at(x, y) = kReached;
        open.emplace_back(x, y);
    };
    for (int x = 0; x < mask.width; ++x)
        reach(x, 0), reach(x, mask.height - 1);
    for (int y = 0; y < mask.height; ++y)
        reach(0, y), reach(mask.width - 1, y);
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        reach(x - 1, y), reach(x + 1, y), reach(x, y - 1), reach(x, y + 1);
    }
    for (float& v : mask.values)
        v = v == kReached ? 0.f : 1.f;
}

Result<std::vector<OutlinedSlice>> readOutlines(const fs::path& folder, int size) {
    std::vector<MaskFile> files = masksIn(folder / "ct-ich/masks", Source::CtIch);
    std::set<std::string> drawn;
    for (const MaskFile& f : files)
        drawn.insert(f.stem());
    for (const MaskFile& f : masksIn(folder / "dicom/cases/ct-ich-hu/masks", Source::CtIch))
        if (!drawn.contains(f.stem())) files.push_back(f);
    const auto edema = masksIn(folder / "phe-sich/masks", Source::PheSich);
    files.insert(files.end(), edema.begin(), edema.end());
    if (files.empty())
        return fail(ErrorCode::NotFound, "There are no drawn outlines here: choose the folder of the data.");
    const auto ctIch = pictureStems(folder / "ct-ich/images"),
               pheSich = pictureStems(folder / "phe-sich/images");
    std::vector<OutlinedSlice> slices;
    for (const MaskFile& file : files) {
        auto slice = readOutline(file, file.source == Source::CtIch ? ctIch : pheSich, size);
        if (!slice) return tl::unexpected(slice.error());
        slices.push_back(std::move(*slice));
    }
    return slices;
}

} // namespace hemo::ml
