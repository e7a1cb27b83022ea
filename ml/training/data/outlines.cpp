#include "ml/training/data/outlines.h"

#include "core/anatomy/skull.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/training/data/load_picture.h"

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

// Edema and bleed: what lies beside the drawn edema is blood where it is as dense, and not the skull's edge.
constexpr double kBesideMm = 4, kBreakMm = 5, kBoneEdgeMm = 4;
constexpr float kLeastBloodHu = 46;
constexpr int kBoneHu = 79; ///< the pictures end at 80 HU

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
    return {ErrorCode::Damaged, say("data.outline"), file.filename().string()};
}

Result<Plane> readMask(const fs::path& file) {
    const bool isDicom = file.extension() == ".dcm";
    auto plane = isDicom ? loadSideways(file) : loadGreyPicture(file);
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

Plane resized(const Plane& plane, int size) {
    return resamplePlane(plane, AxisMap::fit(plane.width, size), size, AxisMap::fit(plane.height, size), size,
                         0);
}

raster::Shape shapeOf(const Plane& plane) {
    return {plane.width, plane.height};
}

/// What is as dense as blood inside the skull, away from its bone.
raster::Mask denseBrain(const Plane& hu, double pixelMm) {
    const raster::PixelMm pixel{pixelMm, pixelMm};
    const std::vector<std::int16_t> values(hu.values.begin(), hu.values.end());
    const raster::Mask inside = skullIn({values, hu.width, pixel, kBoneHu}).inside;
    const raster::Mask deep = raster::narrowed(inside, pixel, kBoneEdgeMm);
    return raster::maskOf(shapeOf(hu),
                          [&](std::size_t v) { return deep.set[v] && hu.values[v] >= kLeastBloodHu; });
}

/// Mean over 3 x 3 pixels: single pixels are noise.
Plane smoothed(const Plane& hu) {
    Plane mean(hu.width, hu.height);
    for (int y = 1; y + 1 < hu.height; ++y)
        for (int x = 1; x + 1 < hu.width; ++x) {
            float sum = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    sum += hu.at(x + dx, y + dy);
            mean.at(x, y) = sum / 9;
        }
    return mean;
}

/// What is dense in a region of edema and bleed is blood; what is dense elsewhere in the brain may be blood
/// that has reached a ventricle.
Plane bloodIn(const Plane& region, const Plane& hu, double pixelMm) {
    const Plane mean = smoothed(hu);
    const raster::Mask dense = denseBrain(mean, pixelMm);
    Plane blood(hu.width, hu.height);
    for (std::size_t v = 0; v < blood.values.size(); ++v) {
        if (region.values[v] > 0)
            blood.values[v] = mean.values[v] >= kLeastBloodHu ? 1.f : 0.f;
        else
            blood.values[v] = dense.set[v] ? kDoubtfulBlood : 0.f;
    }
    return blood;
}

Result<OutlinedSlice> readOutline(const fs::path& folder, const MaskFile& mask,
                                  const std::set<std::string>& stems, int size) {
    const auto picture = stems.find(mask.stem());
    auto plane = readMask(mask.file);
    if (!plane) return tl::unexpected(plane.error());
    OutlinedSlice slice{mask.patient(), mask.source, 0, {}, {}, 0};
    slice.slice = static_cast<std::size_t>(std::distance(stems.lower_bound(mask.patient() + "_"), picture));
    slice.inside = resized(*plane, size);
    for (float& v : slice.inside.values)
        v = v >= 0.5f ? 1.f : 0.f;
    const double pixelMm = kTrainingFieldMm / size;
    slice.blood = slice.inside;
    if (mask.source == Source::PheSich) {
        auto grey = loadGreyPicture(folder / "phe-sich/images" / (mask.stem() + ".jpg"));
        if (!grey) return tl::unexpected(grey.error());
        Plane hu = resized(*grey, size);
        for (float& v : hu.values)
            v *= 80.f / 255;
        slice.inside = bleedBeside(slice.inside, hu, pixelMm);
        slice.blood = bloodIn(slice.inside, hu, pixelMm);
    }
    const auto& inside = slice.inside.values;
    slice.areaMm2 = double(std::count(inside.begin(), inside.end(), 1.f)) * pixelMm * pixelMm;
    return slice;
}

} // namespace

/// Slices and masks of CT-ICH in its authors' own files: 512 x 512 numbers of 16 bits, uncompressed, as the
/// last element (PixelData, DICOM PS3.5 section 7.1.3: tag and length). They lie on their side: here they are
/// turned upright. `hemo_ml` reads no other DICOM.
Result<Plane> loadSideways(const fs::path& file) {
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

Plane bleedBeside(const Plane& edema, const Plane& hu, double pixelMm) {
    const raster::Mask dense = denseBrain(hu, pixelMm);
    const raster::PixelMm pixel{pixelMm, pixelMm};
    const raster::Mask drawn =
        raster::maskOf(shapeOf(edema), [&](std::size_t v) { return edema.values[v] > 0; });
    const raster::Mask over =
        raster::maskOf(drawn.shape(), [&](std::size_t v) { return dense.set[v] && !drawn.set[v]; });
    raster::Mask all = raster::reachedFrom(raster::widened(drawn, pixel, kBesideMm), over);
    for (std::size_t v = 0; v < all.set.size(); ++v)
        all.set[v] = all.set[v] || drawn.set[v];
    all = raster::closed(all, pixel, kBreakMm / 2);
    const raster::Mask enclosed = raster::enclosedBy(all);
    Plane inside(hu.width, hu.height);
    for (std::size_t v = 0; v < inside.values.size(); ++v)
        inside.values[v] = all.set[v] || enclosed.set[v] ? 1.f : 0.f;
    return inside;
}

Result<std::vector<OutlinedSlice>> loadOutlines(const fs::path& folder, int size) {
    std::vector<MaskFile> files = masksIn(folder / "ct-ich/masks", Source::CtIch);
    std::set<std::string> drawn;
    for (const MaskFile& f : files)
        drawn.insert(f.stem());
    for (const MaskFile& f : masksIn(folder / "dicom/cases/ct-ich-hu/masks", Source::CtIch))
        if (!drawn.contains(f.stem())) files.push_back(f);
    const auto edema = masksIn(folder / "phe-sich/masks", Source::PheSich);
    files.insert(files.end(), edema.begin(), edema.end());
    if (files.empty()) return fail(ErrorCode::NotFound, say("data.no_outlines"));
    const auto ctIch = pictureStems(folder / "ct-ich/images"),
               pheSich = pictureStems(folder / "phe-sich/images");
    std::vector<OutlinedSlice> slices;
    for (const MaskFile& file : files) {
        const auto& stems = file.source == Source::CtIch ? ctIch : pheSich;
        if (!stems.contains(file.stem())) return tl::unexpected(damaged(file.file));
        auto slice = readOutline(folder, file, stems, size);
        if (!slice) return tl::unexpected(slice.error());
        slices.push_back(std::move(*slice));
    }
    return slices;
}

Result<void> addMasks(std::vector<Patient>& patients, const fs::path& folder) {
    if (!fs::is_directory(folder) || patients.empty()) return {};
    const auto outlines = loadOutlines(folder, patients.front().pictures.front().side());
    if (!outlines && outlines.error().code == ErrorCode::NotFound) return {};
    if (!outlines) return tl::unexpected(outlines.error());
    std::map<std::pair<Source, std::string>, Patient*> byId;
    for (Patient& p : patients)
        byId[{p.source, p.id}] = &p;
    for (const OutlinedSlice& slice : *outlines) {
        const auto found = byId.find({slice.source, slice.patient});
        if (found == byId.end()) continue;
        Picture& picture = found->second->pictures.at(slice.slice);
        const auto& blood = slice.blood.values;
        // Drawn and not labelled, or no blood where edema is drawn: who is right is not known.
        if (!picture.hasBleed() || std::count(blood.begin(), blood.end(), 1.f) == 0) continue;
        picture.mask.clear();
        for (const float share : blood)
            picture.mask.push_back(static_cast<std::uint8_t>(std::lround(share * 255)));
    }
    return {};
}

} // namespace hemo::ml
