#include "app/log_page/roc_plot.h"

#include "app/log_page/log_table.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/words.h"

#include <QPainter>

#include <array>

namespace hemo::ui {
namespace {

constexpr int kSide = 230, kLegendLine = 18;
constexpr QMargins kAxes{44, 10, 12, 40};
constexpr std::array kLines{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

QPen curvePen(std::size_t number) {
    return QPen(colours().text, 1.6, kLines[number % kLines.size()]);
}

QPointF placeIn(const QRectF& square, const RocPoint& point) {
    return {square.left() + point.falsePositives * square.width(),
            square.bottom() - point.sensitivity * square.height()};
}

void paintAxes(QPainter& painter, const QRectF& square) {
    painter.setPen(QPen(colours().line, 1));
    painter.drawRect(square);
    painter.drawLine(square.bottomLeft(), square.topRight());
    painter.setPen(colours().secondaryText);
    for (const double share : {0.0, 0.5, 1.0}) {
        const QString text = QString::number(share, 'g', 2);
        const QPointF below = placeIn(square, {share, 0}), beside = placeIn(square, {0, share});
        painter.drawText(QRectF(below.x() - 20, below.y() + 3, 40, 14), Qt::AlignCenter, text);
        painter.drawText(QRectF(beside.x() - 36, beside.y() - 8, 30, 16), Qt::AlignRight | Qt::AlignVCenter,
                         text);
    }
    painter.drawText(QRectF(square.left(), square.bottom() + 18, square.width(), 16), Qt::AlignCenter,
                     RocPlot::tr("False alarms"));
    painter.save();
    painter.translate(square.left() - 34, square.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-square.height() / 2, -8, square.height(), 16), Qt::AlignCenter,
                     RocPlot::tr("Bleeds found"));
    painter.restore();
}

} // namespace

RocPlot::RocPlot(QWidget* parent) : QWidget(parent) {
    setObjectName("rocPlot");
    setAccessibleName(tr("Your ROC curves"));
    setVisible(false);
}

void RocPlot::setConditions(const std::vector<ConditionSummary>& conditions) {
    m_shown.clear();
    QStringList areas;
    for (const ConditionSummary& each : conditions) {
        if (!each.roc) continue;
        m_shown.push_back(each);
        areas
            << tr("%1: area %2").arg(conditionText(each.condition)).arg(numberText(each.roc->area.value, 2));
    }
    setAccessibleDescription(areas.join(", "));
    setFixedSize(kAxes.left() + kSide + kAxes.right(),
                 kAxes.top() + kSide + kAxes.bottom() + int(m_shown.size()) * kLegendLine);
    setVisible(!m_shown.empty());
    update();
}

void RocPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square(kAxes.left(), kAxes.top(), kSide, kSide);
    paintAxes(painter, square);
    for (std::size_t n = 0; n < m_shown.size(); ++n) {
        QPolygonF curve;
        for (const RocPoint& point : m_shown[n].roc->points)
            curve << placeIn(square, point);
        painter.setPen(curvePen(n));
        painter.drawPolyline(curve);
        const double y = square.bottom() + kAxes.bottom() + (n + 0.5) * kLegendLine;
        painter.drawLine(QPointF(square.left(), y), QPointF(square.left() + 34, y));
        painter.setPen(colours().text);
        painter.drawText(QRectF(square.left() + 42, y - kLegendLine / 2.0, square.width() - 42, kLegendLine),
                         Qt::AlignVCenter, conditionText(m_shown[n].condition));
    }
}

} // namespace hemo::ui
