#pragma once

#include "core/state/app_state.h"

#include <QList>
#include <QUrl>

#include <filesystem>
#include <vector>

namespace hemo::ui {

/// A path as it is kept: absolute, with no detours and no slash at its end, so that one place has one
/// spelling.
std::filesystem::path tidyPath(const std::filesystem::path& path);

/// What of dropped things lies on this computer.
std::vector<std::filesystem::path> localPaths(const QList<QUrl>& urls);

/// Where a dialog that asks what to open begins, the best first: where the user wants it, beside what is
/// open, beside what was opened last.
std::vector<std::filesystem::path> startFolders(const AppState& state);

} // namespace hemo::ui
