#pragma once

#include <QStyledItemDelegate>

namespace hemo::ui {

/// What the list's items hold beside their text.
enum SeriesRole {
    IdRole = Qt::UserRole, ///< of the series; empty for a study's heading
    CountRole,             ///< "28 images"
    MarkRole,              ///< "! 2 warnings"
    ThumbnailRole,
    IsOpenRole,
    IsListedRole, ///< cannot be opened
};

/// Paints a series: thumbnail, description, count and warnings; the open one has the accent at its side.
class SeriesItem : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace hemo::ui
