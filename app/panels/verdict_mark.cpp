#include "app/panels/verdict_mark.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <cmath>

namespace hemo::ui {
namespace {

constexpr int kWidth = 12, kEyeWidth = 26;
constexpr double kTooth = 8; // of the broken edge, along it

/// A block whose right edge is torn.
QPainterPath brokenBlock(QRectF block) {
    QPainterPath path(block.topLeft());
    path.lineTo(block.topRight());
    bool isIn = true;
    for (double y = block.top() + kTooth; y < block.bottom(); y += kTooth, isIn = !isIn)
        path.lineTo(isIn ? block.left() + block.width() * 0.35 : block.right(), y);
    path.lineTo(block.left() + block.width() * 0.35, block.bottom());
    path.lineTo(block.bottomLeft());
    path.closeSubpath();
    return path;
}

/// A lid with its lashes.
QPainterPath closedEye(QRectF block) {
    const QRectF eye(block.left(), block.center().y() - block.width() / 2, block.width(), block.width());
    QPainterPath path;
    path.arcMoveTo(eye, 200);
    path.arcTo(eye, 200, 140);
    constexpr double kLash = 0.25; // of the eye's width
    for (const double degrees : {225.0, 270.0, 315.0}) {
        const QPointF out(std::cos(qDegreesToRadians(degrees)), -std::sin(qDegreesToRadians(degrees)));
        path.moveTo(eye.center() + out * (eye.width() / 2));
        path.lineTo(eye.center() + out * (eye.width() * (0.5 + kLash)));
    }
    return path;
}

} // namespace

VerdictMarkBlock::VerdictMarkBlock(QWidget* parent) : QWidget(parent) {
    setObjectName("verdictMark");
    setFixedWidth(kWidth);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void VerdictMarkBlock::setMark(VerdictMark mark, QColor colour) {
    setVisible(mark != VerdictMark::None);
    setFixedWidth(mark == VerdictMark::Locked ? kEyeWidth : kWidth);
    if (mark == m_mark && colour == m_colour) return;
    m_mark = mark;
    m_colour = colour;
    update();
}

void VerdictMarkBlock::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF block = QRectF(rect()).adjusted(1, 1, -1, -1);
    switch (m_mark) {
    case VerdictMark::None:
        return;
    case VerdictMark::Suspected:
        painter.fillRect(block, m_colour);
        return;
    case VerdictMark::RestUnknown:
        painter.fillPath(brokenBlock(block), m_colour);
        return;
    case VerdictMark::BelowRule:
        painter.setPen(QPen(m_colour, 2));
        painter.drawRect(block);
        return;
    case VerdictMark::CannotAssess:
        painter.fillRect(block, QBrush(m_colour, Qt::BDiagPattern));
        return;
    case VerdictMark::Failed:
        painter.setPen(QPen(m_colour, 2, Qt::DashLine));
        painter.drawRect(block);
        return;
    case VerdictMark::Locked:
        painter.setPen(QPen(m_colour, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(closedEye(block.adjusted(3, 0, -3, 0)));
        return;
    }
}

} // namespace hemo::ui
