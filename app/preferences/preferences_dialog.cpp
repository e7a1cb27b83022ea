#include "app/preferences/preferences_dialog.h"

#include "app/preferences/appearance_page.h"
#include "app/preferences/folders_page.h"
#include "app/preferences/keys_page.h"
#include "app/preferences/opening_page.h"
#include "app/preferences/presets_page.h"
#include "app/preferences/reading_page.h"

#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr QSize kSize{720, 560};

} // namespace

PreferencesDialog::PreferencesDialog(std::vector<KeyRow> commands, std::vector<WindowPreset> usualPresets,
                                     const std::vector<KeptFolder>& folders, const Dispatch& dispatch,
                                     QWidget* window)
    : QDialog(window),
      m_reading(new ReadingPage(dispatch, this)),
      m_appearance(new AppearancePage(dispatch, this)),
      m_presets(new PresetsPage(std::move(usualPresets), dispatch, this)),
      m_keys(new KeysPage(std::move(commands), dispatch, this)),
      m_opening(new OpeningPage(dispatch, this)),
      m_folders(new FoldersPage(folders, this)),
      m_pages(new QTabWidget(this)) {
    setObjectName("preferences");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    resize(kSize.boundedTo(window->size()));
    m_pages->addTab(m_reading, tr("Reading"));
    m_pages->addTab(m_appearance, tr("Appearance"));
    m_pages->addTab(m_presets, tr("Window presets"));
    m_pages->addTab(m_keys, tr("Keys and mouse"));
    m_pages->addTab(m_opening, tr("Opening"));
    m_pages->addTab(m_folders, tr("Folders"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages);
    // Not left to the pages' own keys: a list that has the focus takes them for letters to search for.
    turnPagesBy(1, QKeySequence(Qt::CTRL | Qt::Key_Tab));
    turnPagesBy(-1, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab));
}

void PreferencesDialog::turnPagesBy(int step, const QKeySequence& key) {
    connect(new QShortcut(key, this), &QShortcut::activated, this, [this, step] {
        const int pages = m_pages->count();
        m_pages->setCurrentIndex((m_pages->currentIndex() + step + pages) % pages);
    });
}

void PreferencesDialog::setState(const AppState& state) {
    m_reading->setState(state);
    m_appearance->setState(state);
    m_presets->setState(state);
    m_keys->setState(state);
    m_opening->setState(state);
    m_folders->setState(state);
}

} // namespace hemo::ui
