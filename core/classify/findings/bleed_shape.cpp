#include "core/classify/findings/bleed_shape.h"

#include "core/anatomy/skull.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo {
namespace {

using namespace raster;

constexpr double kLookedAtMm = 2.5; // thinner slices are not all asked
constexpr double kLeastMm2 = 20;    // less is a vessel
constexpr double kTouchingMm = 4;   // from the inner table: blood lies against it
// How wide for its thickness, both of half an ellipse on the skull. A round clot that touches it has 1, drawn
// lenses 3 to 5, drawn crescents 8 to 13.
constexpr double kLeastAlong = 2.2, kWidestLens = 6, kNarrowestCrescent = 7.5;
constexpr double kMostSpread = 3.2; // a compact clot, of the largest circle in it; sheets and casts have more
constexpr double kFluidHu = 14;     // under it: oedema has about 20, brain 30
constexpr double kFluidAsideMm = 2; // no head is its own mirror image
constexpr double kLeastFluid = 0.4, kMostFluid = 0.25;
constexpr double kMostMustAgree = 0.6, kOfOneForm = 2.0 / 3;

/// Areas of the slices that were looked at, by what they say.
struct Votes {
    double all = 0, crescent = 0, lens = 0, eitherAlong = 0, tissue = 0, ventricles = 0;
    double along() const { return crescent + lens + eitherAlong; }
};

/// How wide for its thickness is half an ellipse of that area, whose places lie that deep on average.
double widthForThickness(double areaMm2, double meanDepthMm) {
    const double thicknessMm = 0.75 * std::numbers::pi * meanDepthMm;
    return 4 * areaMm2 / (std::numbers::pi * thicknessMm * thicknessMm);
}

/// One slice of the outline and what lies round it.
class OutlinedSlice {
public:
    OutlinedSlice(const Volume& volume, int k, Mask outline, const std::optional<HeadMiddle>& middle,
                  int boneFrom)
        : m_volume(volume),
          m_k(k),
          m_middle(middle),
          m_pixel(pixelMm(volume.grid())),
          m_outline(std::move(outline)) {
        const Mask inside = skullIn(bonySlice(volume, k, boneFrom)).inside;
        m_isClosed = inside.count() > 0;
        m_depthMm = distanceInside(inside, m_pixel);
    }

    void vote(Votes& votes) {
        double alongMm2 = 0, depths = 0; // pieces of one crescent are one
        Mask left = m_outline;
        votes.all += areaMm2(left);
        if (!m_isClosed) return;
        for (Mask region = largestRegion(left); areaMm2(region) >= kLeastMm2; region = largestRegion(left)) {
            for (std::size_t n = 0; n < left.set.size(); ++n)
                left.set[n] = left.set[n] && !region.set[n];
            const double area = areaMm2(region), depth = meanDepthMm(region);
            if (touchesSkull(region) && widthForThickness(area, depth) >= kLeastAlong)
                alongMm2 += area, depths += area * depth;
            else
                voteOfClot(region, votes);
        }
        if (alongMm2 == 0) return;
        const double wide = widthForThickness(alongMm2, depths / alongMm2);
        (wide <= kWidestLens          ? votes.lens
         : wide >= kNarrowestCrescent ? votes.crescent
                                      : votes.eitherAlong) += alongMm2;
    }

private:
    double areaMm2(const Mask& mask) const {
        return static_cast<double>(mask.count()) * m_pixel.across * m_pixel.down;
    }

    double meanDepthMm(const Mask& region) const {
        double sum = 0;
        for (std::size_t n = 0; n < region.set.size(); ++n)
            if (region.set[n]) sum += m_depthMm[n];
        return sum / static_cast<double>(region.count());
    }

    bool touchesSkull(const Mask& region) const {
        for (std::size_t n = 0; n < region.set.size(); ++n)
            if (region.set[n] && m_depthMm[n] <= kTouchingMm) return true;
        return false;
    }

    void voteOfClot(const Mask& region, Votes& votes) const {
        if (!m_middle) return;
        const double fluid = fluidAcross(region), area = areaMm2(region);
        if (fluid >= kLeastFluid && !touchesSkull(region)) votes.ventricles += area;
        if (fluid <= kMostFluid && isCompact(region)) votes.tissue += area;
    }

    bool isCompact(const Mask& region) const {
        const std::vector<float> inMm = distanceInside(region, m_pixel);
        const double radiusMm = *std::max_element(inMm.begin(), inMm.end());
        return areaMm2(region) <= kMostSpread * std::numbers::pi * radiusMm * radiusMm;
    }

    /// What share of a clot has fluid in its place in the other half of the head.
    double fluidAcross(const Mask& region) const {
        const Grid& grid = m_volume.grid();
        const Mask fluid = widened(
            maskOf(region.shape(),
                   [&](std::size_t n) { return m_depthMm[n] > kTouchingMm && meanHuAt(n) < kFluidHu; }),
            m_pixel, kFluidAsideMm);
        double count = 0;
        for (std::size_t n = 0; n < region.set.size(); ++n) {
            if (!region.set[n]) continue;
            const PatientPoint here = grid.toPatient(grid.voxelOfSlice(n, m_k));
            const VoxelIndex there = grid.toVoxel(m_middle->mirrored(here));
            const long i = std::lround(there.i), j = std::lround(there.j);
            if (i < 0 || j < 0 || i >= grid.columns() || j >= grid.rows()) continue;
            count += fluid.set[static_cast<std::size_t>(j) * grid.columns() + static_cast<std::size_t>(i)];
        }
        return count / static_cast<double>(region.count());
    }

    /// Of the voxel and those round it, since one alone may be noise.
    double meanHuAt(std::size_t pixel) const {
        const Grid& grid = m_volume.grid();
        const int i = static_cast<int>(pixel % grid.columns()), j = static_cast<int>(pixel / grid.columns());
        double sum = 0, count = 0;
        for (int y = std::max(0, j - 1); y <= std::min(grid.rows() - 1, j + 1); ++y)
            for (int x = std::max(0, i - 1); x <= std::min(grid.columns() - 1, i + 1); ++x)
                sum += m_volume.at(x, y, m_k), ++count;
        return sum / count;
    }

    const Volume& m_volume;
    int m_k;
    const std::optional<HeadMiddle>& m_middle;
    PixelMm m_pixel;
    Mask m_outline;
    bool m_isClosed = false; ///< in a skull
    std::vector<float> m_depthMm;
};

BleedShape shapeBy(const Votes& votes) {
    const double enough = kMostMustAgree * votes.all;
    if (votes.all == 0) return BleedShape::Unclear;
    if (votes.along() >= enough) {
        if (votes.crescent >= kOfOneForm * votes.along()) return BleedShape::Crescent;
        if (votes.lens >= kOfOneForm * votes.along()) return BleedShape::Lens;
        return BleedShape::AlongSkull;
    }
    if (votes.tissue >= enough) return BleedShape::InTissue;
    return votes.ventricles >= enough ? BleedShape::InVentricles : BleedShape::Unclear;
}

} // namespace

BleedShape shapeOf(const BleedOutline& outline, const Volume& volume, const std::optional<HeadMiddle>& middle,
                   int boneFrom, const TaskContext& context) {
    const Grid& grid = volume.grid();
    const std::size_t pixels = grid.voxelsPerSlice();
    Votes votes;
    double lastMm = 0;
    for (auto v = outline.voxels.begin(); v != outline.voxels.end();) {
        if (context.cancelled()) return BleedShape::Unclear;
        const std::size_t slice = *v / pixels;
        const int k = static_cast<int>(slice);
        const auto end = std::lower_bound(v, outline.voxels.end(), (slice + 1) * pixels);
        const double atMm = grid.sliceOffsetMm(k);
        if (votes.all == 0 || atMm - lastMm >= kLookedAtMm) {
            Mask mask = emptyMask(grid.columns(), pixels);
            std::for_each(v, end, [&](std::uint32_t voxel) { mask.set[voxel - slice * pixels] = 1; });
            OutlinedSlice(volume, k, std::move(mask), middle, boneFrom).vote(votes);
            lastMm = atMm;
        }
        v = end;
    }
    return shapeBy(votes);
}

} // namespace hemo
