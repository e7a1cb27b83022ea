#include "ml/reader/picture/brain_check.h"

#include "core/anatomy/open_sutures.h"
#include "core/anatomy/skull.h"
#include "core/geometry/picture_plane.h"
#include "core/raster/distance.h"
#include "ml/reader/picture/preprocess.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace hemo::ml {
namespace {

using raster::Mask;

constexpr int kCheckSize = 128; // pixels a side: enough to see a skull, whatever the network's input
constexpr double kWindowHu = 80;
constexpr int kBoneHu = 72;             // thin bone is diluted by what lies beside it
constexpr double kSutureMm = 22;        // a newborn's sutures and fontanelles
constexpr double kRimMm = 14;           // of the inside, which is not looked at: half bone, scalp in a suture
constexpr double kSmallestBrain = 0.04; // of the picture, the rim aside
constexpr float kLeastGrey = 0.15f, kMostGrey = 0.8f; // mean of what bone closes in
constexpr double kLeastBoneRound = 0.8;               // of the directions: ribs round a liver leave more open
constexpr double kLeastBoneRoundOpened = 0.6; // where the edge of the picture or a flap cuts the skull
constexpr float kMostGreyCut = 0.55f;         // 44 HU
constexpr int kTissueHu = 5;                  // a head rest is lighter
constexpr double kMostTissueAtEdge = 0.06;    // of the outermost voxels: a cheek or an ear may touch them
constexpr double kLookEveryMm = 2.5;

/// The share of directions from a place in which there is bone.
double boneRound(const Mask& bone, double x, double y) {
    constexpr int kDirections = 90;
    int hits = 0;
    for (int d = 0; d < kDirections; ++d) {
        const double angle = 2 * std::numbers::pi * d / kDirections, dx = std::cos(angle),
                     dy = std::sin(angle);
        for (int step = 0;; ++step) {
            const int px = int(std::lround(x + dx * step)), py = int(std::lround(y + dy * step));
            if (px < 0 || py < 0 || px >= bone.columns || py >= bone.rows()) break;
            if (!bone.set[std::size_t(py) * bone.columns + px]) continue;
            ++hits;
            break;
        }
    }
    return double(hits) / kDirections;
}

/// The picture in HU; a frame closes as bone does.
std::vector<std::int16_t> huOf(const Plane& plane, const Mask& frame) {
    constexpr std::int16_t kFrameHu = 3000;
    std::vector<std::int16_t> hu;
    for (std::size_t v = 0; v < plane.values.size(); ++v) {
        const bool isFrame = !frame.set.empty() && frame.set[v];
        hu.push_back(isFrame ? kFrameHu : static_cast<std::int16_t>(plane.values[v] * kWindowHu));
    }
    return hu;
}

/// What lies inside the skull, or inside `frame` where there is one.
BrainLook lookInside(const Plane& plane, const Mask& frame) {
    const raster::PixelMm pixel{kTrainingFieldMm / plane.width, kTrainingFieldMm / plane.height};
    const bool isFramed = !frame.set.empty();
    const auto hu = huOf(plane, frame);
    const Skull skull = skullIn({hu, plane.width, pixel, kBoneHu, kSutureMm}, Parts::All);
    const Mask deep = raster::narrowed(skull.inside, pixel, kRimMm);
    std::vector<float> greys;
    double sum = 0, x = 0, y = 0;
    for (std::size_t v = 0; v < deep.set.size(); ++v) {
        if (!deep.set[v]) continue;
        if (isFramed && plane.values[v] <= 0) continue; // the air round a head within the frame
        greys.push_back(plane.values[v]);
        sum += plane.values[v], x += double(v % plane.width), y += double(v / plane.width);
    }
    const auto count = double(greys.size());
    BrainLook look;
    look.area = count / double(deep.set.size());
    if (look.area < kSmallestBrain) return look;
    if (sum / count < kLeastGrey || sum / count > kMostGrey) return look;
    const auto middle = greys.begin() + std::ptrdiff_t(greys.size() / 2);
    std::nth_element(greys.begin(), middle, greys.end());
    look.grey = *middle;
    const Mask bone =
        raster::maskOf(deep.shape(), [&](std::size_t v) { return plane.values[v] * kWindowHu >= kBoneHu; });
    const bool isOpened = isFramed || skull.breaks.count() > 0;
    look.isBrain =
        boneRound(bone, x / count, y / count) >= (isOpened ? kLeastBoneRoundOpened : kLeastBoneRound);
    return look;
}

/// The pixels of a network picture that lie on the edge of the slice or beyond, or where a frame is.
Mask frameOf(const Crop& crop, int size) {
    const Crop::Part across = crop.isTransposed ? crop.rows : crop.columns;
    const Crop::Part down = crop.isTransposed ? crop.columns : crop.rows;
    const auto isInside = [](const AxisMap& map, int n, Crop::Part part) {
        const double at = map.first + n * map.step, reach = std::abs(map.step);
        return at >= part.first + reach && at <= part.end - 1 - reach;
    };
    return raster::maskOf({size, size}, [&](std::size_t n) {
        const int x = static_cast<int>(n) % size, y = static_cast<int>(n) / size;
        return !isInside(crop.right, x, across) || !isInside(crop.down, y, down) || x == 0 || y == 0 ||
               x == size - 1 || y == size - 1;
    });
}

/// The share of a slice's outermost voxels, within a frame, that are tissue.
double tissueAtEdge(const Volume& volume, int k, Crop::Part columns, Crop::Part rows) {
    int tissue = 0;
    const auto look = [&](int i, int j) { tissue += volume.at(i, j, k) > kTissueHu; };
    for (int i = columns.first; i < columns.end; ++i)
        look(i, rows.first), look(i, rows.end - 1);
    for (int j = rows.first; j < rows.end; ++j)
        look(columns.first, j), look(columns.end - 1, j);
    return double(tissue) / (2.0 * (columns.end - columns.first + rows.end - rows.first));
}

SliceLook lookAt(const Volume& volume, int k, const Crop& crop, const ModelInfo& picture) {
    const Plane plane = networkPlane(volume, k, crop, picture);
    const BrainLook look = lookInside(plane, Mask());
    const HuWindow window = picture.windows.front();
    SliceLook slice;
    slice.hasBrain = look.isBrain;
    slice.brainArea = look.area;
    const auto huOf = [&](const BrainLook& inside) {
        return window.lowHu + inside.grey * (window.highHu - window.lowHu);
    };
    slice.brainHu = huOf(look);
    if (look.isBrain || tissueAtEdge(volume, k, crop.columns, crop.rows) <= kMostTissueAtEdge) return slice;
    const BrainLook cut = lookInside(plane, frameOf(crop, picture.inputSize));
    slice.isCutAtEdge = cut.isBrain && cut.grey < kMostGreyCut; // shoulders are muscle
    if (slice.isCutAtEdge) slice.brainHu = huOf(cut);
    return slice;
}

} // namespace

namespace {

std::optional<double> largestBrainCm2(const std::vector<SliceLook>& slices, const Grid& grid,
                                      const Crop& crop) {
    double share = 0;
    for (const SliceLook& slice : slices)
        if (slice.hasBrain) share = std::max(share, slice.brainArea);
    if (share == 0) return std::nullopt;
    const double across = crop.isTransposed ? grid.rowSpacingMm() : grid.columnSpacingMm();
    const double down = crop.isTransposed ? grid.columnSpacingMm() : grid.rowSpacingMm();
    const double mm2 = std::abs(crop.right.step) * across * std::abs(crop.down.step) * down;
    return share * kCheckSize * kCheckSize * mm2 / 100;
}

} // namespace

BrainLook lookForBrain(const Plane& plane) {
    if (plane.width == kCheckSize && plane.height == kCheckSize) return lookInside(plane, Mask());
    return lookInside(resamplePlane(plane, AxisMap::fit(plane.width, kCheckSize), kCheckSize,
                                    AxisMap::fit(plane.height, kCheckSize), kCheckSize, 0),
                      Mask());
}

bool showsBrain(const Plane& plane) {
    return lookForBrain(plane).isBrain;
}

ScanFacts gatherScanFacts(const Volume& volume, const ScanHeader& header, const QuietScan& quiet) {
    const Volume& seen = quiet.seenFor(volume);
    const Grid& grid = volume.grid();
    ScanFacts facts;
    facts.header = header;
    facts.axis = nativeAxis(grid);
    facts.hu = huRange(volume);
    if (facts.axis != ViewAxis::Axial) return facts;
    const bool areLengthsKnown = header.areLengthsKnown;
    facts.noiseHu = quiet.noiseHu;
    ModelInfo picture; // of which this check alone knows
    picture.inputSize = kCheckSize;
    const Crop crop = cropOf(seen, kCheckSize, lengthsOf(header));
    const bool isUpward = grid.normal().z >= 0;
    const int last = grid.slices() - 1;
    const int boneFrom = boneFromHu(facts.hu.highestHu);
    const bool mayTellAge = areLengthsKnown && !header.ageYears; // the header knows better
    std::optional<double> lookedAtMm;
    for (int n = 0; n <= last; ++n) {
        const int k = isUpward ? n : last - n;
        const double atMm = (isUpward ? 1 : -1) * grid.sliceOffsetMm(k);
        // The ends are always looked at: they show whether the scan ends within the head.
        if (lookedAtMm && n < last && atMm - *lookedAtMm < kLookEveryMm) continue;
        lookedAtMm = atMm;
        SliceLook& slice = facts.slices.emplace_back(lookAt(seen, k, crop, picture));
        slice.atMm = atMm;
        if (slice.hasBrain && mayTellAge) slice.hasOpenSutures = isInfantsVault(bonySlice(seen, k, boneFrom));
    }
    if (areLengthsKnown) facts.largestBrainCm2 = largestBrainCm2(facts.slices, grid, crop);
    return facts;
}

ScanFacts gatherScanFacts(const Volume& volume, const ScanHeader& header) {
    return gatherScanFacts(volume, header, quietened(volume, pixelMmOf(volume.grid(), lengthsOf(header))));
}

} // namespace hemo::ml
