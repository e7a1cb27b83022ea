#include "core/anatomy/orbital_rim.h"

#include "core/geometry/mean_place.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hemo {
namespace {

constexpr double kStepMm = SideView::kStepMm;
constexpr double kFromOutMm = 28, kToOutMm = 66;            // of the rim
constexpr double kNoseMm = 8;                               // the hollow begins beside it
constexpr double kBesideMm = 5, kTempleMm = 12;             // how far the rim is foremost, and what is behind
constexpr double kHollowMm = 4, kDeepMm = 12, kMostMm = 30; // behind the rim: at its edge, of an orbit, seen
constexpr double kWideMm = 12, kSlopeMm = 8;                // of the hollow, and of the rim's own inner side
constexpr double kNoseBehindMm = 8, kTempleBehindMm = 4;    // in terms of the rim
constexpr double kShallowMm = 7;                            // near the orbit's upper and lower edge
constexpr double kLeastHeightMm = 19, kLeastDeepMm = 14;
constexpr std::size_t kMostRims = 3;

int steps(double mm) {
    return static_cast<int>(mm / kStepMm);
}

/// What lies between a rim and the nose in one layer.
struct Hollow {
    double wideMm = 0, areaMm2 = 0, outMm = 0; ///< and where its middle is
    bool isDeep = false;                       ///< as an orbit is
};

/// A rim in one layer.
struct RimThere {
    int layer = 0;
    double backMm = 0, outMm = 0;
    Hollow hollow;
};

/// How far behind the centre the first bone lies that is met from the front, column by column, in one layer.
class Front {
public:
    Front(const SideView& view, int layer, int boneFrom) : m_view(view), m_layer(layer) {
        for (int column = 0; column < view.columns(); ++column) {
            int row = 0;
            while (row < view.rows() && view.hu(layer, row, column) < boneFrom)
                ++row;
            m_backMm.push_back(view.backMm(row));
        }
    }
    double backMm(int column) const { return m_backMm[static_cast<std::size_t>(column)]; }
    bool hasBone(int column) const { return backMm(column) < m_view.backMm(m_view.rows()); }
    /// Foremost of what is beside it, not where the picture ends, and the temple falls away behind it.
    bool standsOut(int column) const {
        const double here = backMm(column);
        const int beside = steps(kBesideMm);
        return hasBone(column) && isSeenBefore(column) &&
               here <= foremost(column - beside, column + beside + 1) &&
               here + kTempleBehindMm <= hindmost(column + 1, column + steps(kTempleMm) + 1);
    }
    /// On the inner side; none where there is none or no nose beyond it.
    std::optional<Hollow> hollow(int column) const {
        const double here = backMm(column);
        const int nose = columnAt(kNoseMm);
        const auto depth = [&](int c) { return std::min(backMm(c) - here, kMostMm); };
        int last = column - 1;
        while (last >= nose && depth(last) <= kHollowMm && column - last < steps(kSlopeMm))
            --last;
        double sum = 0, most = 0;
        int first = last;
        for (; first >= nose && depth(first) > kHollowMm; --first)
            sum += depth(first) * kStepMm, most = std::max(most, depth(first));
        const double wideMm = (last - first) * kStepMm;
        const bool isHollow = wideMm >= kWideMm && most >= kShallowMm;
        if (!isHollow || foremost(0, std::max(first, nose) + 1) > here + kNoseBehindMm) return std::nullopt;
        return Hollow{wideMm, sum, m_view.outMm(first) + wideMm / 2, most >= kDeepMm};
    }
    int columnAt(double outMm) const { return steps(outMm - m_view.outMm(0)); }

private:
    bool isSeenBefore(int column) const {
        constexpr double kBeforeMm = 3;
        const int row = steps(backMm(column) - kBeforeMm - m_view.backMm(0));
        return row >= 0 && !SideView::isBeside(m_view.hu(m_layer, row, column));
    }
    double foremost(int from, int to) const { return *std::min_element(iterator(from), iterator(to)); }
    double hindmost(int from, int to) const { return *std::max_element(iterator(from), iterator(to)); }
    std::vector<double>::const_iterator iterator(int column) const {
        return m_backMm.begin() + std::clamp(column, 0, m_view.columns());
    }

    const SideView& m_view;
    int m_layer;
    std::vector<double> m_backMm;
};

/// That beside the largest hollow.
std::optional<RimThere> rimIn(const SideView& view, int layer, int boneFrom) {
    const Front front(view, layer, boneFrom);
    std::optional<RimThere> best;
    for (int column = front.columnAt(kFromOutMm); column <= front.columnAt(kToOutMm); ++column) {
        if (!front.standsOut(column)) continue;
        const auto hollow = front.hollow(column);
        if (hollow && (!best || hollow->areaMm2 > best->hollow.areaMm2))
            best = RimThere{layer, front.backMm(column), view.outMm(column), *hollow};
    }
    return best;
}

bool areOneRim(const SideView& view, const RimThere& below, const RimThere& above) {
    constexpr double kBackMm = 13, kOutMm = 11, kSkippedMm = 6, kNextMm = 8;
    const double upMm = view.layer(above.layer).upMm - view.layer(below.layer).upMm;
    const bool isNear = upMm <= (above.layer == below.layer + 1 ? kNextMm : kSkippedMm);
    return isNear && std::abs(above.backMm - below.backMm) < kBackMm &&
           std::abs(above.outMm - below.outMm) < kOutMm;
}

using Rim = std::vector<RimThere>; // upwards

/// High enough and, of that, deep enough. A piece of a rim says nothing of where its middle is.
bool isOrbits(const SideView& view, const Rim& rim) {
    double deepMm = 0;
    for (const RimThere& r : rim)
        if (r.hollow.isDeep) deepMm += view.layer(r.layer).thicknessMm;
    const HeadLayer &low = view.layer(rim.front().layer), &high = view.layer(rim.back().layer);
    const double heightMm = high.upMm - low.upMm + (low.thicknessMm + high.thicknessMm) / 2;
    return rim.size() > 1 && deepMm >= kLeastDeepMm && heightMm >= kLeastHeightMm;
}

OrbitalRim asPlaces(const SideView& view, const Rim& rim) {
    OrbitalRim found;
    MeanPlace hollow;
    for (const RimThere& r : rim) {
        const double thickMm = view.layer(r.layer).thicknessMm;
        // Not its area: slices that lean go deeper into the upper or the lower half.
        hollow.add(view.place(r.layer, r.backMm, r.hollow.outMm), r.hollow.wideMm * thickMm);
        found.openMl += r.hollow.areaMm2 * thickMm / 1000;
        found.course.push_back(view.place(r.layer, r.backMm, r.outMm));
    }
    found.hollow = hollow.value();
    return found;
}

/// Where it is as high as `upMm`, or its nearest end.
PatientPoint atHeight(const std::vector<PatientPoint>& course, Vec3 up, double upMm) {
    const auto heightMm = [&](PatientPoint p) { return dot(p - PatientPoint{}, up); };
    std::size_t n = 0;
    while (n + 2 < course.size() && heightMm(course[n + 1]) < upMm)
        ++n;
    const double low = heightMm(course[n]), high = heightMm(course[n + 1]);
    return lerp(course[n], course[n + 1], std::clamp((upMm - low) / (high - low), 0.0, 1.0));
}

} // namespace

std::vector<OrbitalRim> orbitalRims(const SideView& view, int boneFrom) {
    std::vector<Rim> rims;
    for (int n = 0; n < view.count(); ++n) {
        const auto there = rimIn(view, n, boneFrom);
        if (!there) continue;
        const auto goesOn =
            std::ranges::find_if(rims, [&](const Rim& rim) { return areOneRim(view, rim.back(), *there); });
        if (goesOn == rims.end())
            rims.push_back({*there});
        else
            goesOn->push_back(*there);
    }
    std::vector<OrbitalRim> found;
    for (const Rim& rim : rims)
        if (isOrbits(view, rim) && !view.isCutOff(rim.front().layer, rim.back().layer))
            found.push_back(asPlaces(view, rim));
    std::ranges::sort(found, std::ranges::greater{}, &OrbitalRim::openMl);
    if (found.size() > kMostRims) found.resize(kMostRims);
    return found;
}

PatientPoint outerCorner(const OrbitalRim& rim, const OrbitalRim& otherSide, Vec3 up) {
    const Vec3 across = rim.hollow - otherSide.hollow;
    const Vec3 level = normalized(across - up * dot(across, up));
    const double rise = dot(across, up) / dot(across, level);
    const double hollowMm = dot(rim.hollow - PatientPoint{}, up);
    // The rim is followed to where it meets the line through both orbits.
    PatientPoint corner = atHeight(rim.course, up, hollowMm);
    for (int n = 0; n < 2; ++n)
        corner = atHeight(rim.course, up, hollowMm + rise * dot(corner - rim.hollow, level));
    return corner;
}

} // namespace hemo
