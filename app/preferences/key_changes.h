#pragma once

#include "core/state/key_table.h"

#include <QKeySequence>
#include <QString>

#include <string>

namespace hemo::ui {

/// A command in the list of keys.
struct KeyRow {
    std::string id;
    QString words;
    std::string usualKeys; ///< as a KeyTable writes them
};

/// The command that a key stands for; empty where it is free.
std::string commandOf(const KeyTable& table, const QKeySequence& key);
/// The table in which this key, and no other, stands for the command, and for no second one; an empty key:
/// none does. What the site has fixed stays as it is, so that a key which stands for that is taken by nothing
/// else.
KeyTable withKey(KeyTable table, const std::string& command, const QKeySequence& key);
/// The same with the keys that the command usually has; of these none is taken from another command.
KeyTable withUsualKeys(KeyTable table, const KeyRow& row);

} // namespace hemo::ui
