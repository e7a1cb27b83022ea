#pragma once

#include "app/preferences/key_changes.h"
#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QDialog>

#include <vector>

namespace hemo::ui {

class AppearancePage;
class KeysPage;
class PresetsPage;
class ReadingPage;

/// What the user wants whatever is open. Each change holds at once and is kept. GUI thread.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(std::vector<KeyRow> commands, std::vector<WindowPreset> usualPresets,
                      const Dispatch& dispatch, QWidget* window);
    void setState(const AppState& state);

private:
    ReadingPage* m_reading;
    AppearancePage* m_appearance;
    PresetsPage* m_presets;
    KeysPage* m_keys;
};

} // namespace hemo::ui
