#include "tests/support/temp_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

/// A folder that a test made unreadable must be opened before it can be removed.
void openUp(const fs::path& folder) {
    std::error_code ignored;
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, ignored);
    for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
         entry.increment(ignored))
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) openUp(entry->path());
}

} // namespace

TempFolder::TempFolder() {
    std::string name = (fs::temp_directory_path() / "hemoscope-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), "mkdtemp");
    m_path = name;
}

TempFolder::~TempFolder() {
    openUp(m_path);
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

} // namespace hemo::testing
