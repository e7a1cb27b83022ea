#include "core/imaging/read/find_files.h"

#include <algorithm>
#include <system_error>

namespace hemo::imaging {
namespace {

namespace fs = std::filesystem;

bool isDenied(const std::error_code& error) {
    return error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
}

/// Files go to `found`, folders to `waiting`. Returns what stopped it.
std::error_code readOneFolder(const fs::path& folder, FoundFiles& found, std::vector<fs::path>& waiting,
                              const TaskContext& context) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (context.cancelled()) return {};
        std::error_code unknown; // a broken link or a file that has just gone: nothing to read
        if (entry->is_symlink(unknown)) {
            if (entry->is_regular_file(unknown)) found.files.push_back(entry->path());
        } else if (entry->is_directory(unknown)) {
            waiting.push_back(entry->path());
        } else if (entry->is_regular_file(unknown)) {
            found.files.push_back(entry->path());
        }
    }
    return error;
}

} // namespace

Result<FoundFiles> findFiles(const fs::path& path, const TaskContext& context) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (isDenied(error))
        return fail(ErrorCode::NoPermission, "You have no permission to open this folder.", error.message());
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, "This folder or file does not exist: it may have been moved.");
    if (fs::is_regular_file(status)) return FoundFiles{{path}, 0};
    if (!fs::is_directory(status))
        return fail(ErrorCode::NothingReadable, "This is neither a folder nor a file with images.");

    FoundFiles found;
    std::vector<fs::path> waiting{path};
    while (!waiting.empty()) {
        if (context.cancelled()) return cancelled();
        const fs::path folder = std::move(waiting.back());
        waiting.pop_back();
        const std::error_code trouble = readOneFolder(folder, found, waiting, context);
        if (!trouble) continue;
        if (folder == path && isDenied(trouble))
            return fail(ErrorCode::NoPermission, "You have no permission to open this folder.");
        ++found.foldersDenied;
    }
    if (context.cancelled()) return cancelled();
    std::sort(found.files.begin(), found.files.end());
    return found;
}

} // namespace hemo::imaging
