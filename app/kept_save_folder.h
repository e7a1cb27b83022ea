#pragma once

#include "app/store.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>

namespace hemo::ui {

/// Brings back the folder that something was saved in last, and keeps it; it is forgotten with the recent
/// studies, and where none of these is kept. A path may hold a name: it lies in a cache. GUI thread; writes
/// on another one, for which it waits at the end.
class KeptSaveFolder : public QObject {
    Q_OBJECT
public:
    /// `folder`: of the cache.
    KeptSaveFolder(const std::filesystem::path& folder, Store& store);

private:
    void react(const AppState& before, const AppState& after);

    const std::filesystem::path m_file;
    QThreadPool m_thread;
};

} // namespace hemo::ui
