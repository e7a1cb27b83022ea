#include "app/model_shelf.h"

#include "app/program_files.h"
#include "app/whole_folder.h"
#include "core/log.h"

#include <algorithm>

namespace hemo::ui {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> foldersIn(const fs::path& parent) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error))
        if (it->is_directory(error)) folders.push_back(it->path());
    std::ranges::sort(folders);
    return folders;
}

void put(std::vector<ModelChoice>& models, const fs::path& folder) {
    const std::string name = folder.filename().string();
    if (isUnfinished(folder) || std::ranges::find(models, name, &ModelChoice::name) != models.end()) return;
    auto info = loadModelInfo(folder);
    if (info) return models.push_back({name, folder, std::move(*info)});
    log::warning("a model is left out: " + english(info.error().message));
}

Error notAdded(const std::error_code& why) {
    return {ErrorCode::WriteFailed, say("notice.model_not_added"), why.message()};
}

/// Files alone: a model has no folders in its own.
Result<void> copyFiles(const fs::path& from, const fs::path& to, const TaskContext& context) {
    std::error_code error;
    for (fs::directory_iterator it(from, error), end; !error && it != end; it.increment(error)) {
        if (context.cancelled()) return cancelled();
        if (it->is_regular_file(error)) fs::copy_file(it->path(), to / it->path().filename(), error);
        if (error) break;
    }
    if (error) return tl::unexpected(notAdded(error));
    return {};
}

} // namespace

std::vector<ModelChoice> modelsOn(const ModelShelf& shelf) {
    std::vector<ModelChoice> models;
    put(models, shelf.first);
    for (const auto& parent : {shelf.shipped, shelf.own})
        if (parent)
            for (const fs::path& folder : foldersIn(*parent))
                put(models, folder);
    return models;
}

Result<std::string> putOnShelf(const fs::path& folder, const ModelShelf& shelf, const TaskContext& context) {
    const auto info = loadModelInfo(folder);
    if (!info) return tl::unexpected(info.error());
    const std::string name = (folder / "").parent_path().filename().string();
    const std::vector<ModelChoice> models = modelsOn(shelf);
    if (const auto known = std::ranges::find(models, name, &ModelChoice::name); known != models.end()) {
        if (known->info == *info) return name;
        return fail(ErrorCode::Model, say("notice.model_there", name));
    }
    const fs::path place = *shelf.own / name;
    std::error_code ignored;
    if (fs::exists(place, ignored))
        return fail(ErrorCode::Model, say("notice.model_there", name)); // a damaged one
    const auto kept = wholeFolder(place, say("notice.model_not_added"),
                                  [&](const fs::path& making) { return copyFiles(folder, making, context); });
    if (!kept) return tl::unexpected(kept.error());
    return name;
}

} // namespace hemo::ui
