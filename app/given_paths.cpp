#include "app/given_paths.h"

#include "viewer/widgets/path_text.h"

#include <system_error>

namespace hemo::ui {

std::filesystem::path tidyPath(const std::filesystem::path& path) {
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    const auto tidy = (error ? path : absolute).lexically_normal();
    return tidy.has_filename() || !tidy.has_relative_path() ? tidy : tidy.parent_path();
}

std::vector<std::filesystem::path> localPaths(const QList<QUrl>& urls) {
    std::vector<std::filesystem::path> paths;
    for (const QUrl& url : urls)
        if (url.isLocalFile()) paths.push_back(tidyPath(pathFrom(url.toLocalFile())));
    return paths;
}

std::vector<std::filesystem::path> startFolders(const AppState& state) {
    std::vector<std::filesystem::path> folders;
    if (!state.preferences.startFolder.empty()) folders.push_back(state.preferences.startFolder);
    if (!state.shelf.contentsPaths.empty())
        folders.push_back(state.shelf.contentsPaths.front().parent_path());
    if (!state.shelf.recents->empty() && !state.shelf.recents->front().paths.empty())
        folders.push_back(state.shelf.recents->front().paths.front().parent_path());
    return folders;
}

} // namespace hemo::ui
