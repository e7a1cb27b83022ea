#pragma once

#include "app/settings_file.h"
#include "app/store.h"
#include "core/reading/way_of_reading.h"

#include <QObject>
#include <QThreadPool>

#include <optional>
#include <string>

namespace hemo::ui {

/// The settings files: "[reading]", "way = assisted | second-reader | blind", "log = on | off". What the
/// site's file says holds for everybody, what the user's says until they choose again. Any thread;
/// milliseconds.
class SettingsFiles {
public:
    using Paths = SettingsPaths;
    explicit SettingsFiles(Paths paths) : m_paths(std::move(paths)) {}

    struct Way {
        WayOfReading way = WayOfReading::Assisted;
        bool isFixed = false;               ///< by the site
        std::optional<std::string> unknown; ///< what the site's file says, where that is no way of reading
    };
    /// A site that fixes what cannot be understood means to lock something: the reader reads first.
    Way way() const;
    struct Log {
        bool isKept = true;
        bool isFixed = false; ///< by the site
    };
    /// Whether readings are logged; anything but "on" and "off" says nothing.
    Log log() const;
    /// False where it could not be kept.
    bool keep(WayOfReading way) const;
    bool keepLog(bool isKept) const;

private:
    Paths m_paths;
};

/// Brings back the way of reading that was chosen last, or that the site has fixed, and whether readings are
/// logged, and keeps each choice. They are read at once, because no answer may be seen before the way is
/// known. GUI thread; writes on another one, for which it waits at the end.
class KeptSettings : public QObject {
    Q_OBJECT
public:
    KeptSettings(SettingsFiles::Paths paths, Store& store);

private:
    void react(const AppState& before, const AppState& after);

    SettingsFiles m_files;
    QThreadPool m_thread;
};

} // namespace hemo::ui
