#include "viewer/widgets/cursor_value.h"

#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::ui {
namespace {

/// Clear of the crosshair cursor's arms; an arrow hangs down and to the right, with its tool's icon.
constexpr double kAside = 14, kAbove = 10, kBelow = 36, kRim = 3;

/// Right and above, left and above, right and below, left and below: what is liked best first.
std::array<QRectF, 4> placesOf(const CursorValue& value) {
    const QFontMetricsF metrics(imageFont(10, QFont::DemiBold));
    QRectF rect(0, 0, std::ceil(metrics.horizontalAdvance(value.text)) + 2 * kRim,
                std::ceil(metrics.height()) + 2 * kRim);
    std::array<QRectF, 4> places;
    for (std::size_t n = 0; n < places.size(); ++n) {
        rect.moveLeft(n % 2 == 0 ? value.cursor.x() + kAside : value.cursor.x() - kAside - rect.width());
        rect.moveTop(n < 2 ? value.cursor.y() - kAbove - rect.height() : value.cursor.y() + kBelow);
        places[n] = rect;
    }
    return places;
}

} // namespace

QRectF cursorValueRect(const CursorValue& value, const QRectF& area, std::span<const QRectF> taken) {
    const auto places = placesOf(value);
    const auto isInView = [&](const QRectF& place) { return area.contains(place); };
    const auto isFree = [&](const QRectF& place) {
        return isInView(place) &&
               std::ranges::none_of(taken, [&](const QRectF& words) { return words.intersects(place); });
    };
    auto found = std::ranges::find_if(places, isFree);
    if (found == places.end()) found = std::ranges::find_if(places, isInView);
    return found == places.end() ? places.front() : *found;
}

QRectF cursorValueReach(const CursorValue& value, const QRectF& area) {
    QRectF reach;
    for (const QRectF& place : placesOf(value))
        reach |= place;
    return reach & area;
}

void drawCursorValue(QPainter& painter, const CursorValue& value, const QRectF& area,
                     std::span<const QRectF> taken) {
    painter.setFont(imageFont(10, QFont::DemiBold));
    drawOutlinedText(painter, cursorValueRect(value, area, taken), Qt::AlignCenter, value.text,
                     palette::kText);
}

} // namespace hemo::ui
