#include "viewer/widgets/key_text.h"

#include <QKeyEvent>

namespace hemo::ui {

QList<QKeySequence> keysFrom(const std::string& text) {
    QList<QKeySequence> keys = QKeySequence::listFromString(QString::fromStdString(text));
    keys.removeIf([](const QKeySequence& key) { return key.isEmpty(); });
    return keys;
}

std::string keysToText(const QList<QKeySequence>& keys) {
    return QKeySequence::listToString(keys).toStdString();
}

QString firstKeyText(const QList<QKeySequence>& keys) {
    return keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
}

QString withKey(const QString& words, const QString& key) {
    return key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key);
}

QString keyText(const AppState& state, std::string_view command) {
    const auto& table = state.preferences.keys;
    if (!table) return {};
    const auto found = table->keys.find(command);
    if (found == table->keys.end()) return {};
    return firstKeyText(keysFrom(found->second));
}

QString withKey(const QString& words, const AppState& state, std::string_view command) {
    return withKey(words, keyText(state, command));
}

bool isPlainEnter(const QKeyEvent& key) {
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return isEnter && !key.isAutoRepeat() && (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace hemo::ui
