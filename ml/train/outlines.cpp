#include "ml/train/outlines.h"

#include "core/simulate/regions.h"
#include "ml/preprocess.h"
#include "ml/train/read_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

constexpr int kBreakPixels = 20; ///< 9 mm: wider ones are no breaks in a ring of edema but its ends

/// Three of the authors' own files are counted otherwise than the pictures: found by comparing them.
const std::map<std::string, std::string> kCountedOtherwise{
    {"051_23", "051_14"}, {"051_31", "051_22"}, {"081_37", "081_19"}};

/// One file of a folder of masks: named like the picture it belongs to.
struct MaskFile {
    fs::path file;
    Source source;
    std::string stem() const {
        const auto other = file.extension() == ".dcm" ? kCountedOtherwise.find(file.stem().string())
                                                      : kCountedOtherwise.end();
        return other == kCountedOtherwise.end() ? file.stem().string() : other->second;
    }
    std::string patient() const { return stem().substr(0, stem().find('_')); }
};

Error damaged(const fs::path& file) {
    return {ErrorCode::Damaged, "A drawn outline cannot be read.", file.filename().string()};
}

Result<Plane> readMask(const fs::path& file) {
    const bool isDicom = file.extension() == ".dcm";
    auto plane = isDicom ? readSideways(file) : readGreyPicture(file);
    if (!plane) return plane;
    for (float& v : plane->values)
        v = v > (isDicom ? 0 : 127) ? 1.f : 0.f;
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
    auto plane = readMask(mask.file);
    if (!plane) return tl::unexpected(plane.error());
    if (mask.source == Source::PheSich) *plane = filledRing(*plane);
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

/// Slices and masks of CT-ICH in its authors' own files: 512 x 512 numbers of 16 bits, uncompressed, as the
/// last element (PixelData, DICOM PS3.5 section 7.1.3: tag and length). They lie on their side: here they are
/// turned upright. `hemo_ml` reads no other DICOM.
Result<Plane> readSideways(const fs::path& file) {
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
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            plane.at(x, y) = values[std::size_t(x) * kSide + std::size_t(kSide - 1 - y)];
    return plane;
}

Plane filledRing(const Plane& ring) {
    simulate::Mask mask{ring.width, {}};
    for (const float v : ring.values)
        mask.set.push_back(v > 0);
    mask = simulate::closed(std::move(mask), kBreakPixels / 2);
    const simulate::Mask inside = simulate::enclosedBy(mask);
    Plane filled(ring.width, ring.height);
    for (std::size_t v = 0; v < filled.values.size(); ++v)
        filled.values[v] = mask.set[v] || inside.set[v] ? 1.f : 0.f;
    return filled;
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
        const auto& stems = file.source == Source::CtIch ? ctIch : pheSich;
        if (!stems.contains(file.stem())) return tl::unexpected(damaged(file.file));
        auto slice = readOutline(file, stems, size);
        if (!slice) return tl::unexpected(slice.error());
        slices.push_back(std::move(*slice));
    }
    return slices;
}

} // namespace hemo::ml
