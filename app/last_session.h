#pragma once

#include "app/store.h"
#include "viewer/widgets/clock.h"

#include <QLockFile>
#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ui {

/// Where somebody was: what they had opened, the series and its slice.
struct Session {
    std::vector<std::filesystem::path> paths;
    std::string series; ///< SeriesInfo::id
    int slice = 0;
    bool operator==(const Session&) const = default;
};
/// None where no series of a folder is open, or a case is learned from.
std::optional<Session> sessionOf(const AppState& state);

/// Keeps where the reader is in a file, a second after it changed; the file goes when the program ends, so
/// that one which is there is of a program that could not. Of several programs the first keeps it. Paths may
/// hold names: the folder is a cache. GUI thread; writes on another one, for which it waits at the end.
class LastSession : public QObject {
    Q_OBJECT
public:
    LastSession(const std::filesystem::path& folder, Store& store, Clock& clock);
    ~LastSession() override;

    /// Of a program that could not end.
    const std::optional<Session>& left() const { return m_left; }
    /// Opens that again, and goes to the slice once it is there.
    void goOn();

private:
    void react(const AppState& before, const AppState& after);
    void bringBack(const AppState& state);
    void keep(std::optional<Session> session);

    const std::filesystem::path m_file;
    Store& m_store;
    QLockFile m_lock;
    bool m_isOurs;
    std::optional<Session> m_left, m_kept, m_wanted; ///< m_wanted: to which the reader is being brought
    Wait m_settled;
    QThreadPool m_thread;
};

} // namespace hemo::ui
