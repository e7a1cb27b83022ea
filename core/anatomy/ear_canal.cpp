#include "core/anatomy/ear_canal.h"

#include "core/geometry/mean_place.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {
namespace {

constexpr double kStepMm = SideView::kStepMm;
constexpr int kAirBelow = -300;
constexpr double kBesideMm = 8;                              // bone before and behind: the canal is 7 mm wide
constexpr double kRoofMm = 15;                               // bone above, under the middle fossa
constexpr double kLeastLengthMm = 7, kClearMm = 18;          // of the bony canal, and of what lies outside it
constexpr double kMouthMm = 5;                               // just outside of the bone
constexpr double kLeastAir = 0.75, kLeastAirBefore = 0.5;    // shares: hair, wax and partial volume
constexpr double kLeastAreaMm2 = 2.25, kLeastOutMm = 44;     // deeper lie the middle ear and its cells
constexpr std::array kLeanings{-0.5, -0.25, 0.0, 0.25, 0.5}; // of the canal: to the back for a step out
constexpr std::size_t kMostCanals = 6;

constexpr int steps(double mm) {
    return static_cast<int>(mm / kStepMm);
}

/// Bone, and what is closed in by it from before, behind and above.
class Walls {
public:
    Walls(const SideView& view, int boneFrom) : m_view(view) {
        m_isBone.resize(view.at(view.count(), 0, 0));
        m_isClosed.resize(m_isBone.size());
        for (int n = 0; n < view.count(); ++n)
            for (int row = 0; row < view.rows(); ++row)
                for (int column = 0; column < view.columns(); ++column)
                    m_isBone[view.at(n, row, column)] = view.hu(n, row, column) >= boneFrom;
        for (int n = 0; n < view.count(); ++n)
            for (int column = 0; column < view.columns(); ++column)
                closeIn(n, column);
    }
    bool isBone(int n, int row, int column) const { return m_isBone[m_view.at(n, row, column)] != 0; }
    bool isClosed(int n, int row, int column) const { return m_isClosed[m_view.at(n, row, column)] != 0; }
    bool isAir(int n, int row, int column) const {
        const std::int16_t hu = m_view.hu(n, row, column);
        return hu < kAirBelow && !SideView::isBeside(hu);
    }

private:
    void closeIn(int n, int column) {
        constexpr int kNone = -1000;
        int before = kNone;
        std::vector<std::uint8_t> hasBefore(static_cast<std::size_t>(m_view.rows()));
        for (int row = 0; row < m_view.rows(); ++row) {
            if (isBone(n, row, column)) before = row;
            hasBefore[static_cast<std::size_t>(row)] = row - before <= steps(kBesideMm);
        }
        int behind = -kNone;
        for (int row = m_view.rows() - 1; row >= 0; --row) {
            if (isBone(n, row, column)) behind = row;
            const bool isBetween =
                hasBefore[static_cast<std::size_t>(row)] && behind - row <= steps(kBesideMm);
            m_isClosed[m_view.at(n, row, column)] =
                isBetween && !isBone(n, row, column) && hasRoof(n, row, column);
        }
    }
    bool hasRoof(int n, int row, int column) const {
        for (int m = n + 1; m < m_view.count(); ++m) {
            if (m_view.layer(m).upMm - m_view.layer(n).upMm > kRoofMm) return false;
            if (isBone(m, row, column)) return true;
        }
        return false;
    }

    const SideView& m_view;
    std::vector<std::uint8_t> m_isBone, m_isClosed;
};

/// The outer end of a tube.
struct TubeEnd {
    int layer = 0;
    double backMm = 0, outMm = 0, areaMm2 = 0;
};

/// One straight way out, along columns: at each it is in another row.
class Way {
public:
    Way(const SideView& view, const Walls& walls, int layer, int row, double leaning)
        : m_view(view), m_walls(walls), m_layer(layer), m_row(row), m_leaning(leaning) {}

    int row(int column) const {
        const int middle = m_view.columns() / 2;
        return m_row + static_cast<int>(std::lround((column - middle) * m_leaning));
    }
    bool isIn(int column) const {
        return column < m_view.columns() && row(column) >= 0 && row(column) < m_view.rows();
    }
    bool isClosed(int column) const { return isIn(column) && m_walls.isClosed(m_layer, row(column), column); }
    /// Air, of the columns between; what lies beside the view is outside of the head.
    double airShare(int from, int to) const {
        int air = 0;
        for (int column = from; column < to; ++column)
            air += !isIn(column) || m_walls.isAir(m_layer, row(column), column);
        return double(air) / std::max(1, to - from);
    }
    bool hasBone(int from, int to) const {
        for (int column = from; column < to; ++column)
            if (isIn(column) && m_walls.isBone(m_layer, row(column), column)) return true;
        return false;
    }
    bool isCanal(int from, int to) const {
        return to - from >= steps(kLeastLengthMm) && !hasBone(to, to + steps(kClearMm)) &&
               airShare(from, to) >= kLeastAir && airShare(to, to + steps(kMouthMm)) >= kLeastAirBefore;
    }

private:
    const SideView& m_view;
    const Walls& m_walls;
    int m_layer, m_row;
    double m_leaning;
};

std::vector<TubeEnd> tubeEnds(const SideView& view, const Walls& walls, int layer) {
    std::vector<TubeEnd> ends;
    const double areaMm2 = kStepMm * view.layer(layer).thicknessMm / double(kLeanings.size());
    for (int row = 0; row < view.rows(); ++row)
        for (const double leaning : kLeanings) {
            const Way way(view, walls, layer, row, leaning);
            for (int column = 0; column < view.columns(); ++column) {
                const int from = column;
                while (way.isClosed(column))
                    ++column;
                if (column == from || !way.isCanal(from, column)) continue;
                ends.push_back({layer, view.backMm(way.row(column - 1)), view.outMm(column - 1), areaMm2});
            }
        }
    return ends;
}

bool areBeside(const SideView& view, const TubeEnd& a, const TubeEnd& b) {
    constexpr double kBackMm = 7, kOutMm = 10, kUpMm = 5.1;
    const double upMm = std::abs(view.layer(a.layer).upMm - view.layer(b.layer).upMm);
    return (upMm <= kUpMm || (std::abs(a.layer - b.layer) == 1 && upMm < 1.5 * kUpMm)) &&
           std::abs(a.backMm - b.backMm) < kBackMm && std::abs(a.outMm - b.outMm) < kOutMm;
}

EarCanal canalOf(const SideView& view, const std::vector<TubeEnd>& ends) {
    EarCanal canal;
    for (const TubeEnd& e : ends)
        canal.areaMm2 += e.areaMm2;
    MeanPlace opening;
    for (const TubeEnd& e : ends) {
        opening.add(view.place(e.layer, e.backMm, e.outMm), e.areaMm2);
        canal.outMm += e.outMm * e.areaMm2 / canal.areaMm2;
    }
    canal.opening = opening.value();
    return canal;
}

} // namespace

std::vector<EarCanal> earCanals(const SideView& view, int boneFrom) {
    const Walls walls(view, boneFrom);
    std::vector<std::vector<TubeEnd>> groups;
    for (int n = 0; n < view.count(); ++n)
        for (const TubeEnd& end : tubeEnds(view, walls, n)) {
            const auto group = std::ranges::find_if(groups, [&](const auto& g) {
                return std::ranges::any_of(g, [&](const TubeEnd& e) { return areBeside(view, e, end); });
            });
            if (group == groups.end())
                groups.push_back({end});
            else
                group->push_back(end);
        }
    std::vector<EarCanal> canals;
    for (const auto& group : groups) {
        const EarCanal canal = canalOf(view, group);
        const bool isCut = view.isCutOff(group.front().layer, group.back().layer);
        if (!isCut && canal.areaMm2 >= kLeastAreaMm2 && canal.outMm >= kLeastOutMm) canals.push_back(canal);
    }
    std::ranges::sort(canals, std::ranges::greater{}, &EarCanal::areaMm2);
    if (canals.size() > kMostCanals) canals.resize(kMostCanals);
    return canals;
}

} // namespace hemo
