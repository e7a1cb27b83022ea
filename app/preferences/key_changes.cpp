#include "app/preferences/key_changes.h"

#include "viewer/widgets/key_text.h"

namespace hemo::ui {

std::string commandOf(const KeyTable& table, const QKeySequence& key) {
    if (key.isEmpty()) return {};
    for (const auto& [command, keys] : table.keys)
        if (keysFrom(keys).contains(key)) return command;
    return {};
}

KeyTable withKey(KeyTable table, const std::string& command, const QKeySequence& key) {
    if (table.fixed.contains(command)) return table;
    const std::string before = commandOf(table, key);
    if (table.fixed.contains(before)) return table;
    if (!before.empty() && before != command) {
        QList<QKeySequence> left = keysFrom(table.keys[before]);
        left.removeAll(key);
        table.keys[before] = keysToText(left);
    }
    table.keys[command] = key.isEmpty() ? std::string() : keysToText({key});
    return table;
}

KeyTable withUsualKeys(KeyTable table, const KeyRow& row) {
    if (table.fixed.contains(row.id)) return table;
    QList<QKeySequence> free;
    for (const QKeySequence& key : keysFrom(row.usualKeys))
        if (const std::string other = commandOf(table, key); other.empty() || other == row.id)
            free.push_back(key);
    table.keys[row.id] = keysToText(free);
    return table;
}

} // namespace hemo::ui
