#include "app/preferences/key_field.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace hemo::ui {
namespace {

bool isModifier(int key) {
    constexpr std::array kModifiers{Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt,     Qt::Key_Meta,
                                    Qt::Key_AltGr, Qt::Key_unknown, Qt::Key_CapsLock};
    return std::ranges::find(kModifiers, key) != kModifiers.end();
}

/// Tab goes on through the window, and with Ctrl through its pages: it stands for no command.
bool isTab(const QKeyEvent& key) {
    return key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
}

} // namespace

KeyField::KeyField(QWidget* parent) : QLineEdit(parent) {
    setAttribute(Qt::WA_InputMethodEnabled, false); // a key, not a letter that several make
}

void KeyField::setKey(const QKeySequence& key) {
    setText(key.toString(QKeySequence::NativeText));
    if (key == m_key) return;
    m_key = key;
    Q_EMIT keyChanged(key);
}

/// What stands for a command elsewhere is a key like others here.
bool KeyField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && !isTab(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent* event) {
    if (isModifier(event->key()) || isTab(*event)) return event->ignore();
    // What a keypad or a shifted sign says beside the key would make it another one for the shortcuts.
    setKey(QKeySequence(QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, Qt::Key(event->key()))));
}

} // namespace hemo::ui
