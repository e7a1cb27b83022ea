#include "viewer/widgets/key_text.h"

namespace hemo::ui {

QList<QKeySequence> keysFrom(const std::string& text) {
    QList<QKeySequence> keys = QKeySequence::listFromString(QString::fromStdString(text));
    keys.removeIf([](const QKeySequence& key) { return key.isEmpty(); });
    return keys;
}

std::string keysToText(const QList<QKeySequence>& keys) {
    return QKeySequence::listToString(keys).toStdString();
}

QString keyText(const AppState& state, std::string_view command) {
    const auto& table = state.preferences.keys;
    if (!table) return {};
    const auto found = table->keys.find(command);
    if (found == table->keys.end()) return {};
    const QList<QKeySequence> keys = keysFrom(found->second);
    return keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
}

QString withKey(const QString& words, const AppState& state, std::string_view command) {
    const QString key = keyText(state, command);
    return key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key);
}

} // namespace hemo::ui
