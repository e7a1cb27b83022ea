#include "app/verdict_keys.h"

#include "app/apart_view.h"
#include "core/state/select/screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>

namespace hemo::ui {
namespace {

using Answer = ReaderVerdict::Answer;

std::optional<BleedType> kindOf(int key) {
    switch (key) {
    case Qt::Key_E:
        return BleedType::Epidural;
    case Qt::Key_P:
        return BleedType::Intraparenchymal;
    case Qt::Key_V:
        return BleedType::Intraventricular;
    case Qt::Key_A:
        return BleedType::Subarachnoid;
    case Qt::Key_D:
        return BleedType::Subdural;
    default:
        return std::nullopt;
    }
}

std::optional<Answer> answerOf(int key) {
    switch (key) {
    case Qt::Key_B:
        return Answer::Bleed;
    case Qt::Key_N:
        return Answer::None;
    case Qt::Key_C:
        return Answer::CannotTell;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Action> verdictAction(const QKeyEvent& key, const AppState& state,
                                    std::int64_t secondsSince1970) {
    const Reading* reading = select::activeReading(state);
    const auto modifiers = key.modifiers() & ~Qt::KeypadModifier;
    if (!state.screen.isAnswering || !reading || modifiers != Qt::NoModifier) return std::nullopt;
    const ReadingId id = reading->id;
    if (const auto answer = answerOf(key.key())) return action::AnswerVerdict{id, *answer};
    if (const auto kind = kindOf(key.key())) return action::ToggleKind{id, *kind};
    if (key.key() >= Qt::Key_1 && key.key() < Qt::Key_1 + kMostConfidence)
        return action::SetConfidence{id, key.key() - Qt::Key_0};
    switch (key.key()) {
    case Qt::Key_Space:
        return action::TogglePlace{id, reading->look->place};
    case Qt::Key_Backspace:
        return action::DropLastPlace{id};
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return action::CommitVerdict{id, secondsSince1970};
    default:
        return std::nullopt;
    }
}

VerdictKeys::VerdictKeys(Store& store, QWidget& window) : QObject(&window), m_store(store), m_window(window) {
    qApp->installEventFilter(this);
}

bool VerdictKeys::eventFilter(QObject* watched, QEvent* event) {
    const bool isShortcut = event->type() == QEvent::ShortcutOverride;
    if (!isShortcut && event->type() != QEvent::KeyPress) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !hasKeysOf(m_window, widget->window()) || qobject_cast<QLineEdit*>(widget)) return false;
    const auto& key = static_cast<QKeyEvent&>(*event);
    if (key.key() == Qt::Key_Space && qobject_cast<QAbstractButton*>(widget)) return false; // it is pressed
    const auto action = verdictAction(key, m_store.state(), QDateTime::currentSecsSinceEpoch());
    if (!action) return false;
    if (isShortcut)
        event->accept();
    else if (!key.isAutoRepeat())
        m_store.dispatch(*action);
    return true;
}

} // namespace hemo::ui
