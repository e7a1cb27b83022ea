#include "app/kept_save_folder.h"

#include "app/whole_file.h"
#include "core/log.h"

#include <fstream>
#include <iterator>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;

/// Its bytes as they are: a path holds any but zero.
fs::path folderIn(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const fs::path folder = text.find('\0') == std::string::npos ? fs::path(text) : fs::path();
    return folder.is_absolute() ? folder : fs::path();
}

bool write(const fs::path& file, const fs::path& folder) {
    std::error_code error;
    if (folder.empty()) return fs::remove(file, error) || !error;
    makePrivateFolder(file.parent_path());
    return writeWhole(file, folder.string());
}

/// What the disk is to hold.
fs::path keptOf(const AppState& state) {
    return state.preferences.mostRecents > 0 ? state.shelf.savedIn : fs::path();
}

} // namespace

KeptSaveFolder::KeptSaveFolder(const fs::path& folder, Store& store) : m_file(folder / "saved-in") {
    m_thread.setMaxThreadCount(1);
    if (fs::path kept = folderIn(m_file); !kept.empty()) store.dispatch(action::SavedIn{std::move(kept)});
    connect(&store, &Store::changed, this, &KeptSaveFolder::react);
}

void KeptSaveFolder::react(const AppState& before, const AppState& after) {
    if (fs::path is = keptOf(after); is != keptOf(before))
        m_thread.start([file = m_file, folder = std::move(is)] {
            if (!write(file, folder)) log::warning("where something was saved could not be kept");
        });
}

} // namespace hemo::ui
