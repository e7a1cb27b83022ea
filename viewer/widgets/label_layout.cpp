#include "viewer/widgets/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hemo::ui {
namespace {

constexpr double kGap = 10, kFromLines = 2;
/// How far from its mark, in heights of a label: far ones are looked for less finely.
constexpr std::array kRings{0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48};
constexpr int kMostSlots = 6; ///< to each side of the middle of a box's edge

QPointF nearestIn(const QRectF& rect, QPointF at) {
    return {std::clamp(at.x(), rect.left(), rect.right()), std::clamp(at.y(), rect.top(), rect.bottom())};
}

QPointF nearestOn(const QLineF& line, QPointF at) {
    const QPointF way = line.p2() - line.p1();
    const double size = QPointF::dotProduct(way, way);
    const double part = size > 0 ? QPointF::dotProduct(at - line.p1(), way) / size : 0;
    return line.p1() + way * std::clamp(part, 0.0, 1.0);
}

/// From the rectangle to the line where they are nearest; without a length where they meet.
QLineF shortestWay(const QRectF& rect, const QLineF& line) {
    const std::array corners{rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
    QLineF best(nearestIn(rect, line.p1()), line.p1());
    const auto take = [&](const QLineF& way) {
        if (way.length() < best.length()) best = way;
    };
    take({nearestIn(rect, line.p2()), line.p2()});
    for (std::size_t n = 0; n < corners.size(); ++n) {
        take({corners[n], nearestOn(line, corners[n])});
        QPointF meet;
        if (line.intersects({corners[n], corners[(n + 1) % 4]}, &meet) == QLineF::BoundedIntersection)
            return {meet, meet};
    }
    return best;
}

bool touches(const QRectF& rect, const QLineF& line) {
    const bool isApart =
        std::max(line.x1(), line.x2()) < rect.left() || std::min(line.x1(), line.x2()) > rect.right() ||
        std::max(line.y1(), line.y2()) < rect.top() || std::min(line.y1(), line.y2()) > rect.bottom();
    return !isApart && shortestWay(rect, line).isNull();
}

bool meetsOne(const QRectF& rect, std::span<const QRectF> others) {
    return std::ranges::any_of(others, [&](const QRectF& other) { return rect.intersects(other); });
}

double gapBetween(const QRectF& a, const QRectF& b) {
    return std::hypot(std::max({0.0, b.left() - a.right(), a.left() - b.right()}),
                      std::max({0.0, b.top() - a.bottom(), a.top() - b.bottom()}));
}

/// One label after the other finds its place among those that have one.
class Layout {
public:
    Layout(std::span<const Label> labels, const QRectF& area, std::span<const QRectF> taken)
        : m_labels(labels), m_area(area), m_words(taken.begin(), taken.end()) {
        for (const Label& label : labels)
            m_extents.push_back(extentOf(label.lines));
    }

    PlacedLabel place(std::size_t n) {
        if (m_labels[n].wish.isEmpty()) return {};
        const QRectF rect = foundPlace(n);
        PlacedLabel placed{rect, leaderOf(n, rect)};
        m_words.push_back(rect);
        if (placed.leader) m_leaders.push_back(*placed.leader);
        return placed;
    }

private:
    enum class Spare { WordsAndMarks, Words };

    QRectF foundPlace(std::size_t n) const {
        const Label& label = m_labels[n];
        if (!label.isHeld)
            if (const auto rect = firstFree(n, Spare::WordsAndMarks)) return *rect;
        return firstFree(n, Spare::Words).value_or(label.wish);
    }

    bool isFree(std::size_t n, const QRectF& rect, Spare spare) const {
        if (!m_area.contains(rect) || meetsOne(rect, m_words)) return false;
        if (spare == Spare::Words) return true;
        const QRectF around = rect.adjusted(-kFromLines, -kFromLines, kFromLines, kFromLines);
        const auto isCrossed = [&](const QLineF& line) { return touches(around, line); };
        if (std::ranges::any_of(m_leaders, isCrossed)) return false;
        for (std::size_t other = 0; other < m_labels.size(); ++other) {
            const Label& mark = m_labels[other];
            if ((mark.isHeld && other != n) || gapBetween(around, m_extents[other]) > 0) continue;
            // Words of a mark within a region may stand there, too: outside of it they would be far away.
            const bool isWithin = other != n && m_extents[other].contains(m_extents[n].center());
            if ((mark.isRegion && !isWithin) || std::ranges::any_of(mark.lines, isCrossed)) return false;
        }
        const auto leader = leaderOf(n, rect);
        return !leader ||
               std::ranges::none_of(m_words, [&](const QRectF& words) { return touches(words, *leader); });
    }

    std::optional<QRectF> firstFree(std::size_t n, Spare spare) const {
        const QRectF& wish = m_labels[n].wish;
        if (isFree(n, wish, spare)) return wish;
        for (const int ring : kRings)
            for (const QRectF& rect : placesAround(n, kGap + ring * wish.height()))
                if (isFree(n, rect, spare)) return rect;
        return std::nullopt;
    }

    /// Along the four edges of the box that lies so far around the mark, from their middles on.
    std::vector<QRectF> placesAround(std::size_t n, double away) const {
        const QRectF box = m_extents[n].adjusted(-away, -away, away, away);
        const QRectF& wish = m_labels[n].wish;
        const double down = wish.height() + 1, along = wish.width() / 2 + 1;
        std::vector<QRectF> places;
        for (int slot = 0; slot <= kMostSlots; ++slot)
            for (const int side : {-1, 1}) {
                QRectF rect = wish;
                rect.moveCenter(box.center() + QPointF(0, side * slot * down));
                if (rect.bottom() >= box.top() && rect.top() <= box.bottom()) {
                    rect.moveLeft(box.right());
                    places.push_back(rect);
                    rect.moveRight(box.left());
                    places.push_back(rect);
                }
                rect.moveCenter(box.center() + QPointF(side * slot * along, 0));
                if (rect.right() >= box.left() && rect.left() <= box.right()) {
                    rect.moveBottom(box.top());
                    places.push_back(rect);
                    rect.moveTop(box.bottom());
                    places.push_back(rect);
                }
                if (slot == 0) break; // the middle is on neither side
            }
        return places;
    }

    /// From words that moved away from their mark, or that stand nearer to another one.
    std::optional<QLineF> leaderOf(std::size_t n, const QRectF& rect) const {
        const auto toOwn = wayToMark(n, rect);
        if (!toOwn || toOwn->isNull()) return std::nullopt;
        const double own = toOwn->length();
        if (rect != m_labels[n].wish && own > 1.5 * kGap) return toOwn;
        for (std::size_t other = 0; other < m_labels.size(); ++other) {
            if (other == n || m_labels[other].isHeld || gapBetween(rect, m_extents[other]) >= own) continue;
            if (const auto way = wayToMark(other, rect); way && way->length() < own) return toOwn;
        }
        return std::nullopt;
    }

    std::optional<QLineF> wayToMark(std::size_t n, const QRectF& rect) const {
        std::optional<QLineF> best;
        double least = std::numeric_limits<double>::infinity();
        for (const QLineF& line : m_labels[n].lines) {
            if (gapBetween(rect, QRectF(line.p1(), line.p2()).normalized()) >= least) continue;
            const QLineF way = shortestWay(rect, line);
            if (way.length() >= least) continue;
            least = way.length();
            best = way;
        }
        return best;
    }

    std::span<const Label> m_labels;
    QRectF m_area;
    std::vector<QRectF> m_words, m_extents;
    std::vector<QLineF> m_leaders;
};

} // namespace

QRectF extentOf(std::span<const QLineF> lines) {
    if (lines.empty()) return {};
    QPointF least = lines.front().p1(), most = least;
    for (const QLineF& line : lines)
        for (const QPointF end : {line.p1(), line.p2()}) {
            least = {std::min(least.x(), end.x()), std::min(least.y(), end.y())};
            most = {std::max(most.x(), end.x()), std::max(most.y(), end.y())};
        }
    return {least, most};
}

std::vector<PlacedLabel> layLabels(std::span<const Label> labels, const QRectF& area,
                                   std::span<const QRectF> taken) {
    Layout layout(labels, area, taken);
    std::vector<PlacedLabel> placed;
    placed.reserve(labels.size());
    for (std::size_t n = 0; n < labels.size(); ++n)
        placed.push_back(layout.place(n));
    return placed;
}

} // namespace hemo::ui
