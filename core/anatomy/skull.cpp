#include "core/anatomy/skull.h"

#include "core/anatomy/brain_density.h"

#include <algorithm>
#include <array>

namespace hemo {

using namespace raster;

namespace {

constexpr double kSutureMm = 5; // and the holes of thin bone
constexpr std::array kBreaksMm{10.0, 20.0, 30.0, 40.0, 60.0};
constexpr double kLeastBrainCm2 = 20;
// Of the edge: of skulls at most a quarter, of necks half and more. A bridge can close in a jaw or a neck as
// well, whose muscle is as dense as blood.
constexpr double kMostOpen = 1.0 / 3;

/// One slice while its inside is looked for.
struct Slice {
    std::span<const std::int16_t> hu;
    int columns = 0;
    PixelMm pixel;
    Mask bone;
    std::vector<float> toBoneMm;
};

Slice sliceOf(std::span<const std::int16_t> hu, int columns, PixelMm pixel, int boneFrom) {
    Slice slice{hu, columns, pixel, emptyMask(columns, hu.size()), {}};
    for (std::size_t n = 0; n < hu.size(); ++n)
        slice.bone.set[n] = hu[n] >= boneFrom;
    slice.toBoneMm = distanceInside(inverted(slice.bone).set, columns, pixel);
    return slice;
}

/// Bone made so thick that its breaks are filled, and what is left inside.
struct Walled {
    Mask wall, core;
};

Walled walledUp(const Slice& slice, double breakMm) {
    Mask thick = slice.bone;
    for (std::size_t n = 0; n < thick.set.size(); ++n)
        thick.set[n] = slice.toBoneMm[n] <= breakMm / 2;
    Walled found{largestRegion(thick), {}};
    found.core = largestRegion(enclosedBy(found.wall));
    return found;
}

/// The inside: of the wall, what is no bone belongs to the side that reaches it first, so that a filled break
/// is parted along its middle. Empty where it is too small for a brain.
Mask insideOf(const Slice& slice, const Walled& found) {
    enum Side : std::uint8_t { Nobody, Inside, Outside };
    const auto columns = static_cast<std::size_t>(slice.columns), pixels = slice.hu.size();
    std::vector<std::uint8_t> side(pixels, Nobody);
    std::vector<std::size_t> reached;
    for (std::size_t n = 0; n < pixels; ++n) {
        if (found.wall.set[n]) continue;
        side[n] = found.core.set[n] ? Inside : Outside;
        reached.push_back(n);
    }
    for (std::size_t at = 0; at < reached.size(); ++at) {
        const std::size_t n = reached[at], x = n % columns;
        const auto visit = [&](std::size_t m) {
            if (side[m] != Nobody || slice.bone.set[m]) return;
            side[m] = side[n];
            reached.push_back(m);
        };
        if (x > 0) visit(n - 1);
        if (x + 1 < columns) visit(n + 1);
        if (n >= columns) visit(n - columns);
        if (n + columns < pixels) visit(n + columns);
    }
    Mask inside = emptyMask(slice.columns, pixels);
    for (std::size_t n = 0; n < pixels; ++n)
        inside.set[n] = side[n] == Inside;
    const double cm2 = static_cast<double>(inside.count()) * slice.pixel.across * slice.pixel.down / 100;
    return cm2 >= kLeastBrainCm2 ? inside : emptyMask(slice.columns, pixels);
}

/// What of `mask` touches what is set in `other`.
Mask touching(const Slice& slice, Mask mask, const Mask& other) {
    const Mask near = widened(other, slice.pixel, 1.5 * std::max(slice.pixel.across, slice.pixel.down));
    for (std::size_t n = 0; n < mask.set.size(); ++n)
        mask.set[n] = mask.set[n] && near.set[n];
    return mask;
}

/// Where the inside has an edge that is neither bone nor a suture.
Mask breaksOf(const Slice& slice, const Mask& inside, const Mask& sutures) {
    Mask open = inverted(inside);
    for (std::size_t n = 0; n < open.set.size(); ++n)
        open.set[n] = open.set[n] && !sutures.set[n];
    return touching(slice, inside, open);
}

/// The share of the inside's edge that is break.
double openShare(const Slice& slice, const Mask& inside, const Mask& breaks) {
    const auto edge = static_cast<double>(touching(slice, inside, inverted(inside)).count());
    return edge > 0 ? static_cast<double>(breaks.count()) / edge : 0;
}

} // namespace

int boneFromHu(int highestHu) {
    constexpr int kBoneHu = 250; // over fresh blood and calcified vessels, under thin bone
    return std::min(kBoneHu, static_cast<int>(highestHu * 0.98));
}

Mask skullInside(std::span<const std::int16_t> hu, int columns, PixelMm pixel, int boneFrom) {
    const Slice slice = sliceOf(hu, columns, pixel, boneFrom);
    return insideOf(slice, walledUp(slice, kSutureMm));
}

Skull skullIn(const Volume& volume, int k, int boneFrom) {
    const Grid& grid = volume.grid();
    const Slice slice = sliceOf(volume.slice(k), grid.columns(), pixelMm(grid), boneFrom);
    const Walled intact = walledUp(slice, kSutureMm);
    const Mask nothing = emptyMask(grid.columns(), grid.voxelsPerSlice());
    Skull skull{insideOf(slice, intact), nothing, nothing};
    for (auto breakMm = kBreaksMm.begin(); skull.inside.count() == 0 && breakMm != kBreaksMm.end();
         ++breakMm) {
        Mask bridged = insideOf(slice, walledUp(slice, *breakMm));
        if (!hasBrainsDensity(slice.hu, bridged)) continue;
        Mask breaks = breaksOf(slice, bridged, intact.wall);
        if (openShare(slice, bridged, breaks) > kMostOpen) continue;
        skull.inside = std::move(bridged), skull.breaks = std::move(breaks);
    }
    if (skull.inside.count() == 0) return skull;
    const auto depth = signedDistance(skull.inside.set, grid.columns(), slice.pixel);
    for (std::size_t n = 0; n < depth.size(); ++n)
        skull.deep.set[n] = depth[n] > kBoneRimMm;
    return skull;
}

} // namespace hemo
