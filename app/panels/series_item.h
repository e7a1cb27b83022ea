#pragma once

#include <QStyledItemDelegate>

namespace hemo::ui {

/// What the study browser's items hold beside their text.
enum SeriesRole {
    KindRole = Qt::UserRole, ///< an ItemKind
    IdRole,                  ///< of a series
    CountRole,               ///< "28 × 5 mm"
    KernelRole,
    ThumbnailRole,
    IsOpenRole,
    IsListedRole, ///< cannot be opened
    HasMarkRole,  ///< there are warnings
    IsBestRole,   ///< was opened first
    AnswerRole,   ///< a select::ListMark
    IsBesideRole, ///< is compared with the open one
};
enum class ItemKind { Patient, Study, Series };

/// Paints a patient, a study (with a mark where it is folded) or a series: thumbnail with its warning mark,
/// description, count and kernel; the open one has the accent at its side.
class SeriesItem : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace hemo::ui
