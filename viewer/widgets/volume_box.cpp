#include "viewer/widgets/volume_box.h"

#include "viewer/widgets/palette.h"
#include "viewer/widgets/pane_point.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kHandleRadius = 5, kNear = 12, kFromEdge = 10;
constexpr double kLeastSeen =
    0.25; ///< of a millimetre: a side that is turned further to the eye has no handle

PatientPoint cornerOf(const ClipBox& box, int n) {
    return {n & 1 ? box.high.x : box.low.x, n & 2 ? box.high.y : box.low.y, n & 4 ? box.high.z : box.low.z};
}

double lengthOf(QPointF v) {
    return std::hypot(v.x(), v.y());
}

} // namespace

std::vector<BoxHandle> boxHandles(const ClipBox& box, const PicturePlane& picture, QSizeF pane, double top) {
    std::vector<BoxHandle> handles;
    if (picture.width <= 0 || picture.height <= 0) return handles;
    const double pixelsPerMm = pane.width() / (picture.width * picture.mmPerPixel);
    for (const BoxSide side : kBoxSides) {
        const PatientPoint middle = middleOf(box, side);
        const QPointF at = onPane(middle, picture, pane);
        const QPointF perMm = onPane(middle + outwards(side), picture, pane) - at;
        if (lengthOf(perMm) < kLeastSeen * pixelsPerMm) continue;
        handles.push_back(
            {side,
             {std::clamp(at.x(), kFromEdge, std::max(kFromEdge, pane.width() - kFromEdge)),
              std::clamp(at.y(), top + kFromEdge, std::max(top + kFromEdge, pane.height() - kFromEdge))},
             perMm});
    }
    return handles;
}

std::optional<BoxHandle> handleAt(const std::vector<BoxHandle>& handles, QPointF at) {
    const auto away = [at](const BoxHandle& handle) { return lengthOf(handle.at - at); };
    const auto nearest = std::ranges::min_element(handles, {}, away);
    if (nearest == handles.end() || away(*nearest) > kNear) return std::nullopt;
    return *nearest;
}

double outwardsMm(const BoxHandle& handle, QPointF way) {
    return QPointF::dotProduct(way, handle.perMm) / QPointF::dotProduct(handle.perMm, handle.perMm);
}

void drawBox(QPainter& painter, const ClipBox& box, const PicturePlane& picture, QSizeF pane,
             const std::vector<BoxHandle>& handles, std::optional<BoxSide> held) {
    painter.setPen(QPen(palette::kSecondaryText, 1));
    for (int n = 0; n < 8; ++n)
        for (const int axis : {1, 2, 4})
            if (!(n & axis))
                painter.drawLine(QLineF(onPane(cornerOf(box, n), picture, pane),
                                        onPane(cornerOf(box, n | axis), picture, pane)));
    for (const BoxHandle& handle : handles) {
        painter.setPen(QPen(palette::kImageBackground, 1));
        painter.setBrush(handle.side == held ? palette::kAccent : palette::kText);
        painter.drawEllipse(handle.at, kHandleRadius, kHandleRadius);
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace hemo::ui
