#include "core/classify/bleed_outline.h"

#include "core/classify/head_middle.h"
#include "core/classify/skull.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

using namespace simulate;

constexpr int kLeastBloodHu = 50, kMostBloodHu = 90;
constexpr double kLeastThicknessMm = 3; // beside the rim: thinner it cannot be told from a skull's seam
constexpr double kFollowedMm = 6;       // beside a clot: where it is thinner than that
constexpr double kLeastVolumeMl = 0.3;  // of one piece: less is noise or a vessel
constexpr double kLeastGoingOn = 0.3;   // of the last slice's outline
constexpr double kSlopeMm = 5;          // between thick slices of the upper head
constexpr double kLeastBeyondMm2 = 30;  // less is a vessel
constexpr double kFadingMm = 12;        // over two slices of the usual 5 mm
constexpr double kLeastOpenRimMm = 4;   // less is a vessel or a fold of the dura that leads away
constexpr double kThinSliceMm = 2.5;    // noisier: their neighbours are asked too

/// How many slices above and below a voxel are asked for its density: noisy ones ask theirs.
int slicesAsked(const Grid& grid) {
    return grid.slices() > 1 && grid.typicalSpacingMm() < kThinSliceMm ? 1 : 0;
}

/// Whether the median of a voxel and its neighbours, `across` slices up and down, is of blood's density.
bool isDense(const Volume& volume, std::size_t pixel, int k, int across) {
    const Grid& grid = volume.grid();
    const int i = static_cast<int>(pixel % grid.columns()), j = static_cast<int>(pixel / grid.columns());
    int count = 0, below = 0, above = 0;
    for (int z = std::max(0, k - across); z <= std::min(grid.slices() - 1, k + across); ++z)
        for (int y = std::max(0, j - 1); y <= std::min(grid.rows() - 1, j + 1); ++y)
            for (int x = std::max(0, i - 1); x <= std::min(grid.columns() - 1, i + 1); ++x) {
                const int hu = volume.at(x, y, z);
                ++count;
                if (hu < kLeastBloodHu) ++below;
                if (hu > kMostBloodHu) ++above;
            }
    return below <= count / 2 && above < count - count / 2;
}

PatientPoint placeOf(const Grid& grid, std::size_t pixel, int k) {
    return grid.toPatient({double(pixel % grid.columns()), double(pixel / grid.columns()), double(k)});
}

/// What is as thick as a clot, not the grey seam along the skull, folds of the dura, vessels.
Mask withoutThinParts(const Mask& mask, PixelMm pixel) {
    if (mask.count() == 0) return mask;
    const auto depth = distanceInside(mask.set, mask.columns, pixel);
    Mask thick = mask;
    for (std::size_t n = 0; n < depth.size(); ++n)
        thick.set[n] = depth[n] > kLeastThicknessMm / 2;
    if (thick.count() == 0) return thick;
    thick = widened(thick, pixel, kLeastThicknessMm / 2);
    for (std::size_t n = 0; n < depth.size(); ++n)
        thick.set[n] = thick.set[n] && mask.set[n];
    return thick;
}

/// What is known of a voxel on the way to an outline. One byte for all of it: thin slices are many.
enum Trait : std::uint8_t {
    Deep = 1,  ///< inside the skull, away from bone
    Dense = 2, ///< of blood's density, inside the skull
    Thick = 4, ///< deep, dense, and what no seam or vessel can be
    Hot = 8,   ///< where the heat is
    Near = 16, ///< near the heat, or near what is thick, whether hot or not
    Seen = 32, ///< looked at by the search for pieces
    Kept = 64, ///< of a piece that is blood
    Core = Deep | Dense,
    Followed = Core | Near,
};

/// The voxels of a run of slices.
class Run {
public:
    Run(const Volume& volume, const HotRegion& hot)
        : m_grid(volume.grid()),
          m_first(hot.firstSlice()),
          m_pixels(m_grid.voxelsPerSlice()),
          m_traits(m_pixels * static_cast<std::size_t>(hot.lastSlice() - m_first + 1)) {}

    std::size_t slices() const { return m_traits.size() / m_pixels; }
    std::size_t voxels() const { return m_traits.size(); }
    std::size_t pixels() const { return m_pixels; }
    /// The volume's slice of the run's slice s.
    int sliceOf(std::size_t s) const { return m_first + static_cast<int>(s); }
    bool has(std::size_t v, Trait trait) const { return (m_traits[v] & trait) == trait; }
    void give(std::size_t v, Trait trait) { m_traits[v] = std::uint8_t(m_traits[v] | trait); }
    void give(std::size_t s, const Mask& mask, Trait trait) {
        for (std::size_t n = 0; n < m_pixels; ++n)
            if (mask.set[n]) give(s * m_pixels + n, trait);
    }
    Mask maskOf(std::size_t s, Trait trait) const {
        Mask mask = emptyMask(m_grid.columns(), m_pixels);
        for (std::size_t n = 0; n < m_pixels; ++n)
            mask.set[n] = has(s * m_pixels + n, trait);
        return mask;
    }

private:
    const Grid& m_grid;
    int m_first;
    std::size_t m_pixels;
    std::vector<std::uint8_t> m_traits;
};

void lookAt(Run& run, std::size_t s, const Volume& volume, const HotRegion& hot, int boneFrom) {
    const Grid& grid = volume.grid();
    const int k = run.sliceOf(s);
    const Skull skull = skullIn(volume, k, boneFrom);
    run.give(s, skull.deep, Deep);
    const int across = slicesAsked(grid);
    for (std::size_t n = 0; n < run.pixels(); ++n) {
        if (!skull.inside.set[n]) continue;
        const std::size_t v = s * run.pixels() + n;
        if (isDense(volume, n, k, across)) run.give(v, Dense);
        const PatientPoint place = placeOf(grid, n, k);
        if (!hot.isNear(place, k)) continue;
        run.give(v, Near);
        if (hot.isHot(place, k)) run.give(v, Hot);
    }
    const PixelMm pixel{grid.columnSpacingMm(), grid.rowSpacingMm()};
    const Mask thick = withoutThinParts(run.maskOf(s, Core), pixel);
    if (thick.count() == 0) return;
    run.give(s, thick, Thick);
    run.give(s, widened(thick, pixel, kFollowedMm), Near);
}

/// Core voxels that touch, across slices too: near the heat, and beyond it as far as they lie near thick
/// ones. Heat often covers only a part of a crescent.
std::vector<std::size_t> pieceFrom(Run& run, const Grid& grid, std::size_t seed) {
    const auto columns = static_cast<std::size_t>(grid.columns()), pixels = run.pixels();
    std::vector<std::size_t> piece;
    const auto visit = [&](std::size_t v) {
        if (run.has(v, Seen) || !run.has(v, Followed)) return;
        run.give(v, Seen);
        piece.push_back(v);
    };
    visit(seed);
    for (std::size_t at = 0; at < piece.size(); ++at) {
        const std::size_t v = piece[at], n = v % pixels, x = n % columns;
        if (x > 0) visit(v - 1);
        if (x + 1 < columns) visit(v + 1);
        if (n >= columns) visit(v - columns);
        if (n + columns < pixels) visit(v + columns);
        if (v >= pixels) visit(v - pixels);
        if (v + pixels < run.voxels()) visit(v + pixels);
    }
    return piece;
}

/// Keeps the pieces that reach the heat and are thick somewhere.
void keepBlood(Run& run, const Grid& grid, const TaskContext& context) {
    std::vector<double> voxelMl;
    for (std::size_t s = 0; s < run.slices(); ++s)
        voxelMl.push_back(voxelVolumeMl(grid, run.sliceOf(s)));
    for (std::size_t seed = 0; seed < run.voxels(); ++seed) {
        if (seed % run.pixels() == 0 && context.cancelled()) return;
        const std::vector<std::size_t> piece = pieceFrom(run, grid, seed);
        double thickMl = 0;
        bool isHot = false;
        for (const std::size_t v : piece) {
            if (run.has(v, Thick)) thickMl += voxelMl[v / run.pixels()];
            isHot = isHot || run.has(v, Hot);
        }
        if (!isHot || thickMl < kLeastVolumeMl) continue;
        for (const std::size_t v : piece)
            run.give(v, Kept);
    }
}

/// Whether blood goes on in slice s of the run: too thin to be followed, over a few millimetres of its rim,
/// or across a gap, as thick as a clot.
bool goesOnInSlice(const Run& run, std::size_t s, const Mask& kept, PixelMm pixel) {
    const auto columns = static_cast<std::size_t>(kept.columns), from = s * run.pixels();
    const Mask near = widened(kept, pixel, 2 * kFollowedMm);
    double rimMm = 0, beyondMm2 = 0;
    for (std::size_t n = 0; n < kept.set.size(); ++n) {
        if (near.set[n] && !kept.set[n] && run.has(from + n, Thick)) beyondMm2 += pixel.across * pixel.down;
        if (!kept.set[n]) continue; // what is kept is deep, so none lies at the border of the picture
        for (const std::size_t m : {n - 1, n + 1, n - columns, n + columns})
            if (!kept.set[m] && run.has(from + m, Core)) rimMm += pixel.across;
    }
    return rimMm > kLeastOpenRimMm || beyondMm2 > kLeastBeyondMm2;
}

/// Whether blood goes on in slice k, which is beside the last that was looked at; nobody knows beyond the
/// scan's own end.
bool goesOnInNext(const Volume& volume, const Mask& kept, int k, int boneFrom) {
    if (kept.count() == 0) return false;
    if (k < 0 || k >= volume.grid().slices()) return true;
    const Skull next = skullIn(volume, k, boneFrom);
    // Blood along a sloping vault lies further in from slice to slice.
    const Mask near =
        widened(kept, {volume.grid().columnSpacingMm(), volume.grid().rowSpacingMm()}, kSlopeMm);
    const int across = slicesAsked(volume.grid());
    double voxels = 0;
    for (std::size_t n = 0; n < kept.set.size(); ++n)
        voxels += near.set[n] && next.deep.set[n] && isDense(volume, n, k, across);
    // A little of it may be the slope of the skull, which thick slices mix with brain.
    return voxels * voxelVolumeMl(volume.grid(), k) >= kLeastVolumeMl &&
           voxels >= kLeastGoingOn * static_cast<double>(kept.count());
}

/// Whether the outline ends well before the suspicious slices do: blood is too faint to measure there, as
/// under a sloping vault. A slice or two may be suspicious because they lie beside blood.
bool fadesOut(const BleedOutline& outline, const HotRegion& hot, const Grid& grid) {
    const auto offsetMm = [&](std::size_t voxel) {
        return grid.sliceOffsetMm(static_cast<int>(voxel / grid.voxelsPerSlice()));
    };
    return offsetMm(outline.voxels.front()) - grid.sliceOffsetMm(hot.firstSlice()) > kFadingMm ||
           grid.sliceOffsetMm(hot.lastSlice()) - offsetMm(outline.voxels.back()) > kFadingMm;
}

/// Whether slices are missing next to slice k: what blood they hold is not known.
bool isBesideGap(const std::vector<Gap>& gaps, int k) {
    return std::any_of(gaps.begin(), gaps.end(),
                       [k](const Gap& g) { return g.after == k || g.after + 1 == k; });
}

/// Adds what is dense and lies beside the mask, up to the bone.
Mask grownToBone(const Mask& mask, const Mask& dense, PixelMm pixel) {
    Mask over = widened(mask, pixel, 2 * kBoneRimMm);
    for (std::size_t n = 0; n < over.set.size(); ++n)
        over.set[n] = mask.set[n] || (dense.set[n] && over.set[n]);
    return reachedFrom(mask, over);
}

/// The densest voxel within two of this one, in its slice.
int densestAround(const Volume& volume, int i, int j, int k) {
    constexpr int kReach = 2;
    const Grid& grid = volume.grid();
    int densest = volume.at(i, j, k);
    for (int y = std::max(0, j - kReach); y <= std::min(grid.rows() - 1, j + kReach); ++y)
        for (int x = std::max(0, i - kReach); x <= std::min(grid.columns() - 1, i + kReach); ++x)
            densest = std::max<int>(densest, volume.at(x, y, k));
    return densest;
}

/// Blood in the voxels that it shares with the bone beside it, as a number of voxels. They are too dense for
/// the outline, but thick slices hide a third of a thin subdural in them where the vault slopes.
double voxelsSharedWithBone(const Volume& volume, const Mask& blood, int k, int boneFrom) {
    constexpr double kBloodHu = 66;
    const Grid& grid = volume.grid();
    const PixelMm pixel{grid.columnSpacingMm(), grid.rowSpacingMm()};
    const Mask near = widened(blood, pixel, std::max(kBoneRimMm, 1.5 * std::max(pixel.across, pixel.down)));
    double sum = 0;
    for (std::size_t n = 0; n < near.set.size(); ++n) {
        const int i = static_cast<int>(n % grid.columns()), j = static_cast<int>(n / grid.columns());
        const int hu = volume.at(i, j, k);
        if (!near.set[n] || blood.set[n] || hu <= kMostBloodHu) continue;
        const int bone = densestAround(volume, i, j, k);
        if (bone >= boneFrom) sum += (bone - hu) / (bone - kBloodHu);
    }
    return sum;
}

} // namespace

std::optional<BleedOutline> outlineBlood(const Volume& volume, const HotRegion& hot, int boneFrom,
                                         const TaskContext& context) {
    const Grid& grid = volume.grid();
    Run run(volume, hot);
    for (std::size_t s = 0; s < run.slices(); ++s) {
        if (context.cancelled()) return std::nullopt;
        lookAt(run, s, volume, hot, boneFrom);
    }
    keepBlood(run, grid, context);

    BleedOutline outline;
    const std::vector<Gap> gaps = findGaps(grid);
    const PixelMm pixel{grid.columnSpacingMm(), grid.rowSpacingMm()};
    const std::size_t last = run.slices() - 1;
    outline.isWhole = !goesOnInNext(volume, run.maskOf(0, Kept), hot.firstSlice() - 1, boneFrom) &&
                      !goesOnInNext(volume, run.maskOf(last, Kept), hot.lastSlice() + 1, boneFrom);
    for (std::size_t s = 0; s < run.slices(); ++s) {
        if (context.cancelled()) return std::nullopt;
        const Mask kept = run.maskOf(s, Kept);
        if (kept.count() == 0) continue;
        const int k = run.sliceOf(s);
        if (outline.isWhole) outline.isWhole = !isBesideGap(gaps, k) && !goesOnInSlice(run, s, kept, pixel);
        const Mask whole = grownToBone(kept, run.maskOf(s, Dense), pixel);
        for (std::size_t n = 0; n < whole.set.size(); ++n)
            if (whole.set[n]) outline.voxels.push_back(static_cast<std::uint32_t>(k * run.pixels() + n));
        outline.volumeMl +=
            (static_cast<double>(whole.count()) + voxelsSharedWithBone(volume, whole, k, boneFrom)) *
            voxelVolumeMl(grid, k);
    }
    if (outline.voxels.empty()) return std::nullopt;
    outline.isWhole = outline.isWhole && !fadesOut(outline, hot, grid);
    return outline;
}

std::vector<OutlineEdge> outlineEdges(const BleedOutline& outline, const Grid& grid, int k) {
    const std::size_t pixels = grid.voxelsPerSlice(), from = k * pixels;
    const auto first = std::lower_bound(outline.voxels.begin(), outline.voxels.end(), from);
    const auto last = std::lower_bound(first, outline.voxels.end(), from + pixels);
    const auto has = [&](int i, int j) {
        return i >= 0 && j >= 0 && i < grid.columns() && j < grid.rows() &&
               std::binary_search(first, last, from + static_cast<std::size_t>(j) * grid.columns() + i);
    };
    std::vector<OutlineEdge> edges;
    for (auto v = first; v != last; ++v) {
        const int i = static_cast<int>((*v - from) % grid.columns()),
                  j = static_cast<int>((*v - from) / grid.columns());
        const double left = i - 0.5, right = i + 0.5, top = j - 0.5, bottom = j + 0.5, at = k;
        if (!has(i - 1, j)) edges.push_back({{left, top, at}, {left, bottom, at}});
        if (!has(i + 1, j)) edges.push_back({{right, top, at}, {right, bottom, at}});
        if (!has(i, j - 1)) edges.push_back({{left, top, at}, {right, top, at}});
        if (!has(i, j + 1)) edges.push_back({{left, bottom, at}, {right, bottom, at}});
    }
    return edges;
}

double voxelVolumeMl(const Grid& grid, int k) {
    const std::vector<Gap> gaps = findGaps(grid);
    const auto stepAfter = [&](int s) {
        const auto gap = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& g) { return g.after == s; });
        return gap != gaps.end() ? gap->expectedMm : grid.sliceOffsetMm(s + 1) - grid.sliceOffsetMm(s);
    };
    const int last = grid.slices() - 1;
    const double below = k > 0 ? stepAfter(k - 1) : last > 0 ? stepAfter(0) : 0;
    const double above = k < last ? stepAfter(k) : below;
    return grid.columnSpacingMm() * grid.rowSpacingMm() * (below + above) / 2 / 1000;
}

} // namespace hemo
