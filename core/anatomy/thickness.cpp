#include "core/anatomy/thickness.h"

#include "core/anatomy/skull.h"
#include "core/raster/distance.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace hemo {

using namespace raster;

namespace {

/// Noise makes holes in blood.
constexpr double kLeastBloodPart = 0.9;

/// One slice: where its blood is, and how far from the bone.
struct BloodySlice {
    BonySlice bony;
    Mask blood;
    Skull skull;
    std::vector<float> toBoneMm; ///< of what is inside the skull
    PixelMm pixel;

    std::size_t at(PixelPlace p) const {
        return static_cast<std::size_t>(std::lround(p.j)) * blood.columns +
               static_cast<std::size_t>(std::lround(p.i));
    }
    double mmBetween(PixelPlace a, PixelPlace b) const {
        return std::hypot((a.i - b.i) * pixel.across, (a.j - b.j) * pixel.down);
    }
    double rimMm() const { return kBoneRimMm + std::max(pixel.across, pixel.down); }
};

/// What bounds the inside: pixels beside it that are not in it.
std::vector<PixelPlace> borderOf(const Mask& inside) {
    const int columns = inside.columns, rows = inside.rows();
    const auto isInside = [&](int i, int j) {
        return i >= 0 && j >= 0 && i < columns && j < rows &&
               inside.set[static_cast<std::size_t>(j) * columns + i];
    };
    std::vector<PixelPlace> border;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i)
            if (!isInside(i, j) &&
                (isInside(i - 1, j) || isInside(i + 1, j) || isInside(i, j - 1) || isInside(i, j + 1)))
                border.push_back({static_cast<double>(i), static_cast<double>(j)});
    return border;
}

/// Between a place in the blood and the bone's edge that is nearest to it: blood, but for the rim.
bool isBloodBetween(const BloodySlice& slice, PixelPlace from, PixelPlace bone) {
    const double mm = slice.mmBetween(from, bone);
    const int steps = std::max(2, static_cast<int>(std::ceil(mm / (slice.pixel.across / 2))));
    int blood = 0, all = 0;
    for (int n = 0; n < steps; ++n) {
        const double t = static_cast<double>(n) / steps;
        const std::size_t at = slice.at({from.i + (bone.i - from.i) * t, from.j + (bone.j - from.j) * t});
        if (!slice.skull.inside.set[at] || slice.toBoneMm[at] <= slice.rimMm()) continue;
        ++all;
        blood += slice.blood.set[at];
    }
    return blood >= kLeastBloodPart * all;
}

bool isBone(const BloodySlice& slice, PixelPlace at) {
    const int rows = slice.blood.rows();
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            const PixelPlace p{at.i + i, at.j + j};
            if (p.i < 0 || p.j < 0 || p.i >= slice.blood.columns || p.j >= rows) continue;
            if (slice.bony.hu[slice.at(p)] >= slice.bony.boneFrom) return true;
        }
    return false;
}

/// Where a flap was taken out the inside goes on to what bridges the gap; from the edge of that gap no way is
/// upright on the bone.
bool isClearOfBreaks(const BloodySlice& slice, const std::vector<PixelPlace>& bridged, PixelPlace bone) {
    constexpr double kClearMm = 5;
    return std::ranges::none_of(bridged, [&](PixelPlace p) { return slice.mmBetween(p, bone) < kClearMm; });
}

struct InSlice {
    PixelPlace bone, inside;
    double mm = 0;
};

/// Of the border's pixels that are as near as the nearest: a round bone has steps, and its nearest pixel may
/// lie aside of where the way to it is upright.
PixelPlace middleOfNear(const BloodySlice& slice, const std::vector<PixelPlace>& border, PixelPlace from,
                        double nearestMm) {
    const double mostMm = nearestMm + slice.pixel.across / 2;
    PixelPlace sum;
    int count = 0;
    for (const PixelPlace p : border)
        if (slice.mmBetween(from, p) <= mostMm) sum.i += p.i, sum.j += p.j, ++count;
    return {sum.i / std::max(count, 1), sum.j / std::max(count, 1)};
}

/// The deepest places are tried first: the first that hangs together with the bone is the answer.
std::optional<InSlice> widestIn(const BloodySlice& slice) {
    std::vector<std::size_t> deepest;
    for (std::size_t n = 0; n < slice.blood.set.size(); ++n)
        if (slice.blood.set[n] && slice.toBoneMm[n] > 0) deepest.push_back(n);
    std::ranges::sort(deepest, [&](std::size_t a, std::size_t b) {
        return slice.toBoneMm[a] != slice.toBoneMm[b] ? slice.toBoneMm[a] > slice.toBoneMm[b] : a < b;
    });
    if (deepest.empty()) return std::nullopt;
    const std::vector<PixelPlace> border = borderOf(slice.skull.inside);
    std::vector<PixelPlace> bridged;
    std::ranges::copy_if(border, std::back_inserter(bridged),
                         [&](PixelPlace p) { return !isBone(slice, p); });
    for (const std::size_t n : deepest) {
        const PixelPlace from = slice.blood.placeOf(n);
        const PixelPlace bone =
            *std::ranges::min_element(border, {}, [&](PixelPlace p) { return slice.mmBetween(from, p); });
        if (isClearOfBreaks(slice, bridged, bone) && isBloodBetween(slice, from, bone))
            return InSlice{middleOfNear(slice, border, from, slice.toBoneMm[n]), from, slice.toBoneMm[n]};
    }
    return std::nullopt;
}

/// Pixels have a size: bone ends half of one before its middle, blood half of one beyond its own.
Thickness placed(const InSlice& found, const Grid& grid, int k) {
    const auto toPatient = [&](PixelPlace p) { return grid.toPatient({p.i, p.j, static_cast<double>(k)}); };
    const PatientPoint bone = toPatient(found.bone), inside = toPatient(found.inside);
    const double halfMm = std::min(grid.columnSpacingMm(), grid.rowSpacingMm()) / 2;
    const Vec3 outwards = normalized(bone - inside);
    return {inside + outwards * (found.mm - halfMm), inside - outwards * halfMm, k};
}

/// Of the blood of one slice.
BloodySlice sliceOf(const Volume& volume, std::span<const std::uint32_t> blood, int k, int boneFrom) {
    const Grid& grid = volume.grid();
    BloodySlice slice{bonySlice(volume, k, boneFrom),
                      emptyMask(grid.columns(), grid.voxelsPerSlice()),
                      {},
                      {},
                      pixelMm(grid)};
    for (const std::uint32_t voxel : blood)
        slice.blood.set[voxel % grid.voxelsPerSlice()] = 1;
    slice.skull = skullIn(slice.bony);
    if (slice.skull.inside.count() > 0) slice.toBoneMm = distanceInside(slice.skull.inside, slice.pixel);
    return slice;
}

/// Of the slices within 2.5 mm of the n-th the thinnest: thin slices must agree. What is thick in one or two
/// of them alone is a fold of the dura or the edge of a bone. Null where some of them show no blood.
const Thickness* lasting(const std::vector<Thickness>& all, std::size_t n, const Grid& grid) {
    constexpr double kReachMm = 2.5;
    const double spacing = grid.typicalSpacingMm();
    const int reach = spacing > 0 ? static_cast<int>(kReachMm / spacing) : 0;
    const Thickness* least = &all[n];
    for (int k = all[n].slice - reach; k <= all[n].slice + reach; ++k) {
        const auto it = std::ranges::find(all, k, &Thickness::slice);
        if (it == all.end()) return nullptr;
        if (it->mm() < least->mm()) least = &*it;
    }
    return least;
}

} // namespace

std::optional<Thickness> thickestAlongSkull(const Volume& volume, std::span<const std::uint32_t> blood,
                                            int boneFrom, const TaskContext& context) {
    const Grid& grid = volume.grid();
    const auto sliceOfVoxel = [&](std::uint32_t v) { return static_cast<int>(v / grid.voxelsPerSlice()); };
    std::vector<Thickness> all;
    for (std::size_t from = 0, to = 0; from < blood.size(); from = to) {
        if (context.cancelled()) return std::nullopt;
        const int k = sliceOfVoxel(blood[from]);
        while (to < blood.size() && sliceOfVoxel(blood[to]) == k)
            ++to;
        const BloodySlice slice = sliceOf(volume, blood.subspan(from, to - from), k, boneFrom);
        if (slice.toBoneMm.empty()) continue;
        if (const auto found = widestIn(slice)) all.push_back(placed(*found, grid, k));
    }
    const Thickness* widest = nullptr;
    for (std::size_t n = 0; n < all.size(); ++n)
        if (const Thickness* own = lasting(all, n, grid); own && (!widest || own->mm() > widest->mm()))
            widest = own;
    if (widest) return *widest;
    const auto it = std::ranges::max_element(all, {}, &Thickness::mm); // of a bleed that is not 5 mm high
    return it == all.end() ? std::nullopt : std::optional(*it);
}

} // namespace hemo
