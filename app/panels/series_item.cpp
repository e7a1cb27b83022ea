#include "app/panels/series_item.h"

#include "app/panels/series_words.h"
#include "app/panels/thumbnail_painting.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace hemo::ui {
namespace {

constexpr int kThumbnail = 56, kMargin = 8, kAccentWidth = 3, kMark = 16;

ItemKind kindOf(const QModelIndex& index) {
    return static_cast<ItemKind>(index.data(KindRole).toInt());
}

void drawLine(QPainter& painter, const QStyleOptionViewItem& option, QRect rect, const QString& text) {
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
}

/// A small arrow at the right: down where the study's series are shown.
void paintFold(QPainter& painter, const QRect& rect, bool isExpanded) {
    const QPointF middle(rect.right() - 3, rect.center().y() + 0.5);
    QPainterPath arrow;
    if (isExpanded) {
        arrow.moveTo(middle + QPointF(-4, -2));
        arrow.lineTo(middle + QPointF(0, 2));
        arrow.lineTo(middle + QPointF(4, -2));
    } else {
        arrow.moveTo(middle + QPointF(-2, -4));
        arrow.lineTo(middle + QPointF(2, 0));
        arrow.lineTo(middle + QPointF(-2, 4));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours().disabledText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrow);
}

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QRect rect = option.rect.adjusted(kMargin + kAccentWidth, 0, -kMargin, 0);
    const bool isPatient = kindOf(index) == ItemKind::Patient;
    if (!isPatient) {
        paintFold(painter, rect, option.state.testFlag(QStyle::State_Open));
        rect.setRight(rect.right() - 16);
    }
    if (isPatient)
        rect.setTop(rect.bottom() - option.fontMetrics.height() - kMargin / 4); // air above a new one
    painter.setPen(isPatient ? colours().text : colours().secondaryText);
    drawLine(painter, option, rect, index.data(Qt::DisplayRole).toString());
}

/// There is something to know: neutral, because amber and red belong to suspicion.
void paintMark(QPainter& painter, const QRect& thumbnail, const QStyleOptionViewItem& option) {
    const QRectF disc(thumbnail.left() + 2, thumbnail.bottom() - kMark - 1, kMark, kMark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette::kImageBackground, 1));
    painter.setBrush(palette::kText);
    painter.drawEllipse(disc);
    QFont font = option.font;
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(palette::kImageBackground);
    painter.drawText(disc, Qt::AlignCenter, QStringLiteral("!"));
    painter.setFont(option.font);
}

/// Colour is for suspicion alone.
QColor answerColour(select::ListMark mark) {
    switch (mark) {
    case select::ListMark::Suspected:
        return colours().suspicionHigh;
    case select::ListMark::BelowRule:
        return colours().suspicionLow;
    case select::ListMark::NoneSeen:
    case select::ListMark::CannotExclude:
        return colours().secondaryText;
    default:
        return colours().disabledText;
    }
}

/// At the right end of a line; returns what is left of it.
QRect paintTag(QPainter& painter, const QStyleOptionViewItem& option, QRect rect, const QString& tag) {
    if (tag.isEmpty()) return rect;
    const int width = option.fontMetrics.horizontalAdvance(tag);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, tag);
    rect.setRight(rect.right() - width - kMargin);
    return rect;
}

/// Three lines beside the thumbnail; the second has the answer at its end, the last which series was opened
/// first.
void paintWords(QPainter& painter, const QStyleOptionViewItem& option, QRect rect, const QModelIndex& index) {
    const int line = option.fontMetrics.height();
    rect.setTop(rect.center().y() - 3 * line / 2);
    rect.setHeight(line);
    const bool isListed = index.data(IsListedRole).toBool();
    painter.setPen(isListed ? colours().secondaryText : colours().text);
    drawLine(painter, option, rect, index.data(Qt::DisplayRole).toString());
    rect.translate(0, line);
    const auto answer = static_cast<select::ListMark>(index.data(AnswerRole).toInt());
    painter.setPen(answerColour(answer));
    const QRect countLine = paintTag(painter, option, rect, answerText(answer));
    painter.setPen(isListed ? colours().disabledText : colours().secondaryText);
    drawLine(painter, option, countLine, index.data(CountRole).toString());
    rect.translate(0, line);
    const bool isBeside = index.data(IsBesideRole).toBool(), isBest = index.data(IsBestRole).toBool();
    rect = paintTag(painter, option, rect,
                    isBeside ? SeriesItem::tr("beside")
                    : isBest ? SeriesItem::tr("first choice")
                             : QString());
    drawLine(painter, option, rect, index.data(KernelRole).toString());
}

void paintSeries(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QRect side(option.rect.topLeft(), QSize(kAccentWidth, option.rect.height()));
    if (index.data(IsOpenRole).toBool())
        painter.fillRect(side, colours().accent);
    else if (index.data(IsBesideRole).toBool())
        painter.fillRect(side, colours().secondaryText);
    const QRect thumbnail(option.rect.left() + kAccentWidth + kMargin, option.rect.top() + kMargin / 2,
                          kThumbnail, kThumbnail);
    if (index.data(IsListedRole).toBool()) painter.setOpacity(0.6);
    paintThumbnail(painter, thumbnail, index.data(ThumbnailRole).value<QImage>());
    painter.setOpacity(1);
    if (index.data(HasMarkRole).toBool()) paintMark(painter, thumbnail, option);
    QRect words = option.rect.adjusted(0, 0, -kMargin, 0);
    words.setLeft(thumbnail.right() + kMargin);
    paintWords(painter, option, words, index);
}

} // namespace

void SeriesItem::paint(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    painter->save();
    painter->setFont(option.font);
    if (option.state.testFlag(QStyle::State_MouseOver) && kindOf(index) != ItemKind::Patient)
        painter->fillRect(option.rect, colours().raised);
    if (kindOf(index) == ItemKind::Series)
        paintSeries(*painter, option, index);
    else
        paintHeading(*painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(colours().accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize SeriesItem::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int line = option.fontMetrics.height();
    switch (kindOf(index)) {
    case ItemKind::Patient:
        return {0, line + 2 * kMargin};
    case ItemKind::Study:
        return {0, line + kMargin / 2};
    case ItemKind::Series:
        return {0, std::max(kThumbnail, 3 * line) + kMargin};
    }
    return {};
}

} // namespace hemo::ui
