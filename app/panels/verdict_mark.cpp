#include "app/panels/verdict_mark.h"

#include <QPainter>
#include <QPainterPath>

namespace hemo::ui {
namespace {

constexpr int kWidth = 12;
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

} // namespace

VerdictMarkBlock::VerdictMarkBlock(QWidget* parent) : QWidget(parent) {
    setObjectName("verdictMark");
    setFixedWidth(kWidth);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void VerdictMarkBlock::setMark(VerdictMark mark, QColor colour) {
    setVisible(mark != VerdictMark::None);
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
    }
}

} // namespace hemo::ui
