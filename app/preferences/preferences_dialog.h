#pragma once

#include "app/preferences/key_changes.h"
#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QDialog>
#include <QKeySequence>

#include <vector>

class QTabWidget;

namespace hemo::ui {

struct KeptFolder;
class AppearancePage;
class FoldersPage;
class KeysPage;
class OpeningPage;
class PresetsPage;
class ReadingPage;

/// What the user wants whatever is open. Each change holds at once and is kept. GUI thread.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(std::vector<KeyRow> commands, std::vector<WindowPreset> usualPresets,
                      const std::vector<KeptFolder>& folders, const Dispatch& dispatch, QWidget* window);
    void setState(const AppState& state);

private:
    void turnPagesBy(int step, const QKeySequence& key);

    ReadingPage* m_reading;
    AppearancePage* m_appearance;
    PresetsPage* m_presets;
    KeysPage* m_keys;
    OpeningPage* m_opening;
    FoldersPage* m_folders;
    QTabWidget* m_pages;
};

} // namespace hemo::ui
