#pragma once

#include "app/settings_file.h"
#include "app/store.h"

#include <QObject>
#include <QThreadPool>

namespace hemo::ui {

/// Brings back keys, window presets, views, the memory that volumes may take, whether patients are named and
/// whether the list is read ahead, how a series stands at first, how many are listed and where it is asked
/// what to open, and keeps each choice: "[keys] next-finding = N", "[windows] 1 = Brain, 80, 40" (name,
/// width, centre), "[look] views = four | one | brain-bone | one-large | film", "[look] first_views = as-left
/// | four | ... | arrangement-6", "[look] patient_names = on | off", "[memory] volumes_mb = 4096", "[list]
/// read_ahead = on | off", "[list] recents = 50", "[folders] open = /data", "[reading] model = lite0-288-6".
/// What cannot be understood says nothing. What was so at first stands in the state already. GUI thread;
/// writes on another one, for which it waits at the end.
class KeptPreferences : public QObject {
    Q_OBJECT
public:
    KeptPreferences(SettingsPaths paths, Store& store);
    ~KeptPreferences() override;

private:
    void bringBack(Store& store) const;
    void react(const AppState& before, const AppState& after);
    void keepKeys(const KeyTable& was, const KeyTable& is);
    void keep(const QString& key, const std::optional<QString>& value);

    SettingsPaths m_paths;
    KeyTable m_usualKeys;
    QThreadPool m_thread;
};

} // namespace hemo::ui
