#include "ml/reader/picture/brain_check.h"

#include "core/geometry/picture_plane.h"
#include "core/raster/regions.h"
#include "ml/reader/picture/preprocess.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace hemo::ml {
namespace {

using Mask = std::vector<std::uint8_t>;

constexpr int kCheckSize = 128;         // pixels a side: enough to see a skull, whatever the network's input
constexpr float kBone = 0.9f;           // of the window: thin bone is diluted by what lies beside it
constexpr double kSmallestBrain = 0.04; // of the picture
constexpr float kLeastGrey = 0.15f, kMostGrey = 0.8f; // mean of what bone closes in
constexpr double kLeastBoneRound = 0.8;               // of the directions: ribs round a liver leave more open
constexpr double kLeastBoneRoundCut = 0.6;            // where the edge of the picture cuts the skull
constexpr float kMostGreyCut = 0.55f;                 // 44 HU
constexpr int kTissueHu = 5;                          // a head rest is lighter
constexpr double kMostTissueAtEdge = 0.06; // of the outermost voxels: a cheek or an ear may touch them
constexpr double kLookEveryMm = 2.5;

/// Thicker by 11 mm on each side: open sutures and the fontanelles of a newborn do not
/// open the skull.
Mask thickened(const Mask& mask, int width, int height) {
    constexpr int kBy = 6;
    Mask across(mask.size()), both(mask.size());
    const auto anyAlong = [&](const Mask& m, int x, int y, int dx, int dy) {
        for (int n = -kBy; n <= kBy; ++n) {
            const int px = x + n * dx, py = y + n * dy;
            if (px >= 0 && py >= 0 && px < width && py < height && m[std::size_t(py) * width + px])
                return true;
        }
        return false;
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            across[std::size_t(y) * width + x] = anyAlong(mask, x, y, 1, 0);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            both[std::size_t(y) * width + x] = anyAlong(across, x, y, 0, 1);
    return both;
}

/// The share of directions from a place in which there is bone.
double boneRound(const Mask& bone, int width, int height, double x, double y) {
    constexpr int kDirections = 90;
    int hits = 0;
    for (int d = 0; d < kDirections; ++d) {
        const double angle = 2 * std::numbers::pi * d / kDirections, dx = std::cos(angle),
                     dy = std::sin(angle);
        for (int step = 0;; ++step) {
            const int px = int(std::lround(x + dx * step)), py = int(std::lround(y + dy * step));
            if (px < 0 || py < 0 || px >= width || py >= height) break;
            if (!bone[std::size_t(py) * width + px]) continue;
            ++hits;
            break;
        }
    }
    return double(hits) / kDirections;
}

/// What lies inside the bone, and inside `frame` where there is one.
BrainLook lookInside(const Plane& plane, const Mask& frame) {
    const int width = plane.width, height = plane.height;
    Mask bone(plane.values.size());
    std::transform(plane.values.begin(), plane.values.end(), bone.begin(),
                   [](float v) { return v >= kBone; });
    Mask wall = thickened(bone, width, height);
    for (std::size_t v = 0; v < frame.size(); ++v)
        wall[v] = wall[v] || frame[v];
    const raster::Mask inside = raster::enclosedBy({width, std::move(wall)});
    std::vector<float> greys;
    double sum = 0, x = 0, y = 0;
    for (std::size_t v = 0; v < inside.set.size(); ++v) {
        if (!inside.set[v]) continue;
        if (!frame.empty() && plane.values[v] <= 0) continue; // the air round a head within the frame
        greys.push_back(plane.values[v]);
        sum += plane.values[v], x += double(v % width), y += double(v / width);
    }
    const auto count = double(greys.size());
    BrainLook look;
    look.area = count / double(inside.set.size());
    if (look.area < kSmallestBrain) return look;
    if (sum / count < kLeastGrey || sum / count > kMostGrey) return look;
    const auto middle = greys.begin() + std::ptrdiff_t(greys.size() / 2);
    std::nth_element(greys.begin(), middle, greys.end());
    look.grey = *middle;
    const double round = boneRound(bone, width, height, x / count, y / count);
    look.isBrain = round >= (frame.empty() ? kLeastBoneRound : kLeastBoneRoundCut);
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
    Mask frame(std::size_t(size) * size);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            frame[std::size_t(y) * size + x] = !isInside(crop.right, x, across) ||
                                               !isInside(crop.down, y, down) || x == 0 || y == 0 ||
                                               x == size - 1 || y == size - 1;
    return frame;
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
    std::optional<double> lookedAtMm;
    for (int n = 0; n <= last; ++n) {
        const int k = isUpward ? n : last - n;
        const double atMm = (isUpward ? 1 : -1) * grid.sliceOffsetMm(k);
        // The ends are always looked at: they show whether the scan ends within the head.
        if (lookedAtMm && n < last && atMm - *lookedAtMm < kLookEveryMm) continue;
        lookedAtMm = atMm;
        facts.slices.push_back(lookAt(seen, k, crop, picture));
        facts.slices.back().atMm = atMm;
    }
    if (areLengthsKnown) facts.largestBrainCm2 = largestBrainCm2(facts.slices, grid, crop);
    return facts;
}

ScanFacts gatherScanFacts(const Volume& volume, const ScanHeader& header) {
    return gatherScanFacts(volume, header, quietened(volume, pixelMmOf(volume.grid(), lengthsOf(header))));
}

} // namespace hemo::ml
