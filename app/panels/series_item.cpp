#include "app/panels/series_item.h"

#include "viewer/widgets/palette.h"

#include <QImage>
#include <QPainter>

namespace hemo::ui {
namespace {

constexpr int kThumbnail = 52, kMargin = 8, kAccentWidth = 3;

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& text) {
    painter.setPen(palette::kSecondaryText);
    const QRect rect = option.rect.adjusted(kMargin + kAccentWidth, kMargin / 2, -kMargin, 0);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void paintThumbnail(QPainter& painter, const QRect& place, const QImage& image) {
    painter.fillRect(place, palette::kImageBackground);
    if (image.isNull()) return;
    const QSize size = image.size().scaled(place.size(), Qt::KeepAspectRatio);
    QRect rect({}, size);
    rect.moveCenter(place.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, image);
}

} // namespace

void SeriesItem::paint(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    painter->save();
    painter->setFont(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.data(IdRole).toString().isEmpty()) {
        paintHeading(*painter, option, text);
        return painter->restore();
    }
    const bool isOpen = index.data(IsOpenRole).toBool(), isListed = index.data(IsListedRole).toBool();
    if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(option.rect, palette::kRaised);
    if (isOpen)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(kAccentWidth, option.rect.height())),
                          palette::kAccent);
    if (isListed) painter->setOpacity(0.5);
    const QRect thumbnail(option.rect.left() + kAccentWidth + kMargin, option.rect.top() + kMargin / 2,
                          kThumbnail, kThumbnail);
    paintThumbnail(*painter, thumbnail, index.data(ThumbnailRole).value<QImage>());
    painter->setOpacity(1);

    const int line = option.fontMetrics.height();
    QRect rect = option.rect.adjusted(0, 0, -kMargin, 0);
    rect.setLeft(thumbnail.right() + kMargin);
    rect.setTop(thumbnail.center().y() - 3 * line / 2);
    rect.setHeight(line);
    const std::array lines{std::pair(text, isListed ? palette::kSecondaryText : palette::kText),
                           std::pair(index.data(CountRole).toString(), palette::kSecondaryText),
                           std::pair(index.data(MarkRole).toString(), palette::kText)};
    for (const auto& [words, colour] : lines) {
        painter->setPen(colour);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(words, Qt::ElideRight, rect.width()));
        rect.translate(0, line);
    }
    painter->restore();
}

QSize SeriesItem::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int line = option.fontMetrics.height();
    if (index.data(IdRole).toString().isEmpty()) return {0, line + kMargin};
    return {0, std::max(kThumbnail, 3 * line) + kMargin};
}

} // namespace hemo::ui
