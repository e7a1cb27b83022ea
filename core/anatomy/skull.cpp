#include "core/anatomy/skull.h"

#include "core/anatomy/brain_density.h"
#include "core/anatomy/missing_bone.h"
#include "core/raster/distance.h"
#include "core/raster/flood.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace hemo {

using namespace raster;

namespace {

constexpr std::array kBreaksMm{10.0, 20.0, 30.0, 40.0, 60.0};
constexpr double kLeastBrainCm2 = 20;
// Of the edge: of skulls at most a quarter, of necks half and more. A bridge can close in a jaw or a neck as
// well, whose muscle is as dense as blood.
constexpr double kMostOpen = 1.0 / 3;

/// One slice while its inside is looked for.
struct Slice {
    std::vector<std::int16_t> hu;
    PixelMm pixel;
    double sutureMm;
    Parts parts;
    Mask bone;
    std::vector<float> toBoneMm;
};

Slice sliceOf(std::vector<std::int16_t> hu, Mask bone, PixelMm pixel, const BonySlice& as, Parts parts) {
    std::vector<float> toBoneMm = distanceInside(inverted(bone), pixel);
    return {std::move(hu), pixel, as.sutureMm, parts, std::move(bone), std::move(toBoneMm)};
}

Slice sliceOf(const BonySlice& s, Parts parts) {
    const int rows = static_cast<int>(s.hu.size()) / s.columns;
    Mask bone = maskOf({s.columns, rows}, [&](std::size_t n) { return s.hu[n] >= s.boneFrom; });
    return sliceOf({s.hu.begin(), s.hu.end()}, std::move(bone), s.pixel, s, parts);
}

/// The same in pixels as large as will do to see whether a bridge holds: bone is where any of them had some.
Slice coarseOf(const BonySlice& s, Parts parts) {
    constexpr double kCoarseMm = 3;
    const int n = std::max(1, static_cast<int>(std::lround(kCoarseMm / s.pixel.across)));
    const int rows = static_cast<int>(s.hu.size()) / s.columns;
    const Shape shape{(s.columns + n - 1) / n, (rows + n - 1) / n};
    std::vector<std::int16_t> hu(shape.size());
    Mask bone = emptyMask(shape);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < s.columns; ++x) {
            const std::int16_t value = s.hu[static_cast<std::size_t>(y) * s.columns + x];
            const std::size_t to = static_cast<std::size_t>(y / n) * shape.columns + x / n;
            if (x % n == 0 && y % n == 0) hu[to] = value;
            if (value >= s.boneFrom) bone.set[to] = 1;
        }
    return sliceOf(std::move(hu), std::move(bone), {s.pixel.across * n, s.pixel.down * n}, s, parts);
}

/// Bone made so thick that its breaks are filled, and what is left inside.
struct Walled {
    Mask wall, core;
};

Walled walled(const Slice& slice, const Mask& thick) {
    Walled found{largestRegion(thick), {}};
    found.core = enclosedBy(found.wall);
    if (slice.parts == Parts::Largest) found.core = largestRegion(found.core);
    return found;
}

Walled walledUp(const Slice& slice, double breakMm) {
    return walled(
        slice, maskOf(slice.bone.shape(), [&](std::size_t n) { return slice.toBoneMm[n] <= breakMm / 2; }));
}

/// As thick as for sutures, and so is the line along which bone is missing.
Walled walledAlongMissing(const Slice& slice, const Walled& intact) {
    const Mask skull =
        maskOf(slice.bone.shape(), [&](std::size_t n) { return slice.bone.set[n] && intact.wall.set[n]; });
    Mask thick = missingBone(skull, slice.pixel);
    if (thick.count() == 0) return {thick, thick};
    thick = widened(thick, slice.pixel, slice.sutureMm / 2);
    for (std::size_t n = 0; n < thick.set.size(); ++n)
        thick.set[n] = thick.set[n] || intact.wall.set[n];
    return walled(slice, thick);
}

/// The inside: of the wall, what is no bone belongs to the side that reaches it first, so that a filled break
/// is parted along its middle.
Mask insideOf(const Slice& slice, const Walled& found) {
    enum Side : std::uint8_t { Nobody, Inside, Outside };
    const Shape shape = slice.bone.shape();
    if (found.core.count() == 0) return emptyMask(shape);
    std::vector<std::uint8_t> side(shape.size(), Nobody);
    std::vector<std::size_t> reached;
    const auto columns = static_cast<std::size_t>(shape.columns);
    for (std::size_t n = 0; n < side.size(); ++n) {
        if (found.wall.set[n]) continue;
        side[n] = found.core.set[n] ? Inside : Outside;
        const bool isBesideWall = (n > 0 && found.wall.set[n - 1]) ||
                                  (n + 1 < side.size() && found.wall.set[n + 1]) ||
                                  (n >= columns && found.wall.set[n - columns]) ||
                                  (n + columns < side.size() && found.wall.set[n + columns]);
        if (isBesideWall) reached.push_back(n);
    }
    flood(reached, shape, [&](std::size_t place, std::size_t from) {
        if (side[place] != Nobody || slice.bone.set[place]) return false;
        side[place] = side[from];
        return true;
    });
    return maskOf(shape, [&](std::size_t n) { return side[n] == Inside; });
}

bool isLargeEnough(const Mask& inside, PixelMm pixel) {
    return static_cast<double>(inside.count()) * pixel.across * pixel.down / 100 >= kLeastBrainCm2;
}

/// What of `mask` touches what is set in `other`.
Mask touching(const Slice& slice, const Mask& mask, const Mask& other) {
    const Mask near = widened(other, slice.pixel, 1.5 * std::max(slice.pixel.across, slice.pixel.down));
    return maskOf(mask.shape(), [&](std::size_t n) { return mask.set[n] && near.set[n]; });
}

/// Where the inside has an edge that is neither bone nor a suture.
Mask breaksOf(const Slice& slice, const Mask& inside, const Mask& sutures) {
    const Mask open =
        maskOf(inside.shape(), [&](std::size_t n) { return !inside.set[n] && !sutures.set[n]; });
    return touching(slice, inside, open);
}

/// The share of the inside's edge that is break.
double openShare(const Slice& slice, const Mask& inside, const Mask& breaks) {
    const auto edge = static_cast<double>(touching(slice, inside, inverted(inside)).count());
    return edge > 0 ? static_cast<double>(breaks.count()) / edge : 0;
}

/// What a bridge closes in, where that is a brain.
std::optional<Skull> bridged(const Slice& slice, const Walled& found, const Walled& intact) {
    const Mask inside = insideOf(slice, found);
    if (!isLargeEnough(inside, slice.pixel) || !hasBrainsDensity(slice.hu, inside)) return std::nullopt;
    const Mask breaks = breaksOf(slice, inside, intact.wall);
    if (openShare(slice, inside, breaks) > kMostOpen) return std::nullopt;
    return Skull{inside, breaks};
}

/// The first bridge that holds, in coarse pixels and in the slice's own.
std::optional<Skull> bridgedIn(const BonySlice& bony, const Slice& slice, const Walled& intact) {
    if (slice.bone.count() == 0) return std::nullopt;
    const Slice coarse = coarseOf(bony, slice.parts);
    const Walled coarseIntact = walledUp(coarse, coarse.sutureMm);
    for (const double breakMm : kBreaksMm) {
        if (breakMm <= slice.sutureMm || !bridged(coarse, walledUp(coarse, breakMm), coarseIntact)) continue;
        if (auto skull = bridged(slice, walledUp(slice, breakMm), intact)) return skull;
    }
    if (!bridged(coarse, walledAlongMissing(coarse, coarseIntact), coarseIntact)) return std::nullopt;
    return bridged(slice, walledAlongMissing(slice, intact), intact);
}

} // namespace

int boneFromHu(int highestHu) {
    constexpr int kBoneHu = 250; // over fresh blood and calcified vessels, under thin bone
    return std::min(kBoneHu, static_cast<int>(highestHu * 0.98));
}

BonySlice bonySlice(const Volume& volume, int k, int boneFrom) {
    return {volume.slice(k), volume.grid().columns(), pixelMm(volume.grid()), boneFrom};
}

Mask skullInside(const BonySlice& bony) {
    const Slice slice = sliceOf(bony, Parts::Largest);
    const Mask inside = insideOf(slice, walledUp(slice, slice.sutureMm));
    return isLargeEnough(inside, slice.pixel) ? inside : emptyMask(inside.shape());
}

Skull skullIn(const BonySlice& bony, Parts parts) {
    const Slice slice = sliceOf(bony, parts);
    const Walled intact = walledUp(slice, slice.sutureMm);
    const Mask nothing = emptyMask(slice.bone.shape()), closedIn = insideOf(slice, intact);
    if (isLargeEnough(closedIn, slice.pixel)) return {closedIn, nothing};
    if (const auto skull = bridgedIn(bony, slice, intact)) return *skull;
    return {parts == Parts::All ? closedIn : nothing, nothing};
}

} // namespace hemo
