#include "core/imaging/read/find_files.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <system_error>
#include <tuple>
#include <unordered_set>

namespace hemo::imaging {
namespace {

namespace fs = std::filesystem;

bool isDenied(const std::error_code& error) {
    return error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
}

/// Plain text: a hundred thousand paths, taken apart as fs::path keeps them, would fill memory and sort
/// slowly.
struct Entry {
    std::string path;
    std::string target; ///< where a link leads to, else empty
    bool isAskedFor = false;
};

/// One path that was asked for, and all below it.
class Finder {
public:
    Finder(const fs::path& root, const TaskContext& context) : m_root(root), m_context(context) {}

    /// Fails: NotFound, NoPermission (the path itself), NothingReadable, Cancelled.
    Result<void> run() {
        std::error_code error;
        const fs::file_status status = fs::status(m_root, error);
        if (isDenied(error)) return denied();
        if (!fs::exists(status)) return fail(ErrorCode::NotFound, say("open.missing"));
        if (fs::is_regular_file(status)) {
            entries.push_back({m_root.native(), {}, true});
            return {};
        }
        if (!fs::is_directory(status)) return fail(ErrorCode::NothingReadable, say("open.neither"));
        return search();
    }

    std::vector<Entry> entries;
    int foldersDenied = 0, linksLeft = 0;

private:
    tl::unexpected<Error> denied() const { return fail(ErrorCode::NoPermission, say("open.no_permission")); }

    Result<void> search() {
        m_waiting.push_back(m_root);
        for (bool isFirst = true; !m_waiting.empty(); isFirst = false) {
            if (m_context.cancelled()) return cancelled();
            const fs::path folder = std::move(m_waiting.back());
            m_waiting.pop_back();
            const std::error_code trouble = readFolder(folder);
            if (trouble && isFirst && isDenied(trouble)) return denied();
            foldersDenied += trouble ? 1 : 0;
        }
        if (m_context.cancelled()) return cancelled();
        return {};
    }

    /// Returns what stopped it.
    std::error_code readFolder(const fs::path& folder) {
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (m_context.cancelled()) return {};
            std::error_code unknown; // a broken link or a file that has just gone: nothing to read
            const bool isLink = entry->is_symlink(unknown);
            if (!isLink && entry->is_directory(unknown))
                m_waiting.push_back(entry->path());
            else if (entry->is_regular_file(unknown))
                entries.push_back({entry->path().native(),
                                   isLink ? fs::canonical(entry->path(), unknown).native() : std::string(),
                                   false});
            else if (isLink)
                ++linksLeft;
        }
        return error;
    }

    const fs::path m_root; // real
    const TaskContext& m_context;
    std::vector<fs::path> m_waiting;
};

/// Free of links and dots, so that one file has one name: of two paths one may lie in the other.
fs::path realPath(const fs::path& path) {
    std::error_code unknown;
    fs::path real = fs::canonical(path, unknown);
    return unknown ? path : real;
}

/// By name; of a file and links to it, the file.
void dropRepeated(std::vector<Entry>& entries) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.path, b.isAskedFor) < std::tie(b.path, a.isAskedFor);
    });
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const Entry& a, const Entry& b) { return a.path == b.path; }),
                  entries.end());
    if (std::all_of(entries.begin(), entries.end(), [](const Entry& e) { return e.target.empty(); })) return;
    std::unordered_set<std::string> seen;
    for (const Entry& entry : entries)
        if (entry.target.empty()) seen.insert(entry.path);
    std::erase_if(entries, [&](const Entry& entry) {
        return !entry.target.empty() && !seen.insert(entry.target).second;
    });
}

} // namespace

Result<FoundFiles> findFiles(std::span<const fs::path> paths, const TaskContext& context) {
    FoundFiles found;
    std::vector<Entry> entries;
    for (const fs::path& path : paths) {
        Finder finder(realPath(path), context);
        if (auto done = finder.run(); !done) {
            if (done.error().code == ErrorCode::Cancelled || paths.size() == 1)
                return tl::unexpected(done.error());
            found.notFound.push_back(done.error());
        }
        std::move(finder.entries.begin(), finder.entries.end(), std::back_inserter(entries));
        found.foldersDenied += finder.foldersDenied;
        found.linksLeft += finder.linksLeft;
    }
    if (paths.empty()) return fail(ErrorCode::NotFound, say("open.nothing_chosen"));
    if (found.notFound.size() == paths.size()) return tl::unexpected(found.notFound.front());
    dropRepeated(entries);
    if (context.cancelled()) return cancelled();
    found.files.reserve(entries.size());
    for (Entry& entry : entries)
        found.files.push_back({ImagePlace{std::move(entry.path), {}, 0}, entry.isAskedFor});
    return found;
}

} // namespace hemo::imaging
