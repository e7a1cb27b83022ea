#pragma once

#include "core/state/app_state.h"

#include <QKeySequence>
#include <QList>
#include <QString>

#include <string_view>

class QKeyEvent;

/// The keys of commands as the state has them: hints and tool tips name them.
namespace hemo::ui {

/// As a KeyTable writes them.
QList<QKeySequence> keysFrom(const std::string& text);
std::string keysToText(const QList<QKeySequence>& keys);

/// The first of them as this system writes it, "Ctrl+N"; empty where there is none.
QString firstKeyText(const QList<QKeySequence>& keys);
/// "Heat map (G)"; the words alone where there is no key.
QString withKey(const QString& words, const QString& key);

/// The first key of a command as this system writes it, "Ctrl+N"; empty where it has none.
QString keyText(const AppState& state, std::string_view command);
QString withKey(const QString& words, const AppState& state, std::string_view command);

/// Enter alone, pressed and not held down, on either side of the keyboard.
bool isPlainEnter(const QKeyEvent& key);

} // namespace hemo::ui
