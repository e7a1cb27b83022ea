#include "app/preferences/preferences_dialog.h"

#include "app/preferences/appearance_page.h"
#include "app/preferences/keys_page.h"
#include "app/preferences/presets_page.h"
#include "app/preferences/reading_page.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr QSize kSize{720, 560};

} // namespace

PreferencesDialog::PreferencesDialog(std::vector<KeyRow> commands, std::vector<WindowPreset> usualPresets,
                                     const Dispatch& dispatch, QWidget* window)
    : QDialog(window),
      m_reading(new ReadingPage(dispatch, this)),
      m_appearance(new AppearancePage(dispatch, this)),
      m_presets(new PresetsPage(std::move(usualPresets), dispatch, this)),
      m_keys(new KeysPage(std::move(commands), dispatch, this)) {
    setObjectName("preferences");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    resize(kSize.boundedTo(window->size()));
    auto* pages = new QTabWidget(this);
    pages->addTab(m_reading, tr("Reading"));
    pages->addTab(m_appearance, tr("Appearance"));
    pages->addTab(m_presets, tr("Window presets"));
    pages->addTab(m_keys, tr("Keys and mouse"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(pages);
}

void PreferencesDialog::setState(const AppState& state) {
    m_reading->setState(state);
    m_appearance->setState(state);
    m_presets->setState(state);
    m_keys->setState(state);
}

} // namespace hemo::ui
