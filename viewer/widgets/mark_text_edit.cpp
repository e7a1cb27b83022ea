#include "viewer/widgets/mark_text_edit.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace hemo::ui {
namespace {

constexpr int kWidth = 200, kMostLetters = 200;

} // namespace

MarkTextEdit::MarkTextEdit(Done done, QWidget* view) : QLineEdit(view), m_done(std::move(done)) {
    setObjectName("markText");
    setAccessibleName(tr("Words at the mark"));
    setPlaceholderText(tr("Words, then Enter"));
    setMaxLength(kMostLetters);
    hide();
    connect(this, &QLineEdit::editingFinished, this, &MarkTextEdit::finish);
}

void MarkTextEdit::edit(const Mark& mark, QPointF leftMiddle) {
    m_mark = mark.id;
    setText(QString::fromStdString(mark.text));
    selectAll();
    resize(std::min(kWidth, parentWidget()->width()), sizeHint().height());
    const int x = std::clamp(int(leftMiddle.x()), 0, std::max(0, parentWidget()->width() - width()));
    const int y =
        std::clamp(int(leftMiddle.y()) - height() / 2, 0, std::max(0, parentWidget()->height() - height()));
    move(x, y);
    show();
    setFocus();
}

void MarkTextEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QLineEdit::keyPressEvent(event);
    m_mark.reset();
    finish();
}

void MarkTextEdit::finish() {
    const auto mark = std::exchange(m_mark, std::nullopt);
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus) parentWidget()->setFocus();
    if (mark) m_done(*mark, text().trimmed().toStdString());
}

} // namespace hemo::ui
