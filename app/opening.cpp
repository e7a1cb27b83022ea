#include "app/opening.h"

#include "app/given_paths.h"
#include "app/panels/series_words.h"
#include "viewer/widgets/path_text.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QToolButton>

namespace hemo::ui {
namespace {

/// The menu stays a menu: the welcome list has them all.
constexpr int kMostInMenu = 10;
constexpr int kMostCharacters = 60;

std::filesystem::path pathOf(const QString& name) {
    return tidyPath(pathFrom(name));
}

/// One line; an ampersand of a file's text is no shortcut.
QString menuText(const RecentStudy& study, Names names, int number) {
    QStringList parts{recentText(study, names, number), recentStudyText(study)};
    if (!study.isThere) parts << recentCountText(study);
    parts.removeAll(QString());
    QString text = parts.join("   ");
    if (text.size() > kMostCharacters) text = text.left(kMostCharacters - 1) + QChar(0x2026);
    return text.replace('&', "&&");
}

} // namespace

Opening::Opening(Store& store, CommandSet& commands, QWidget& window)
    : QObject(&window), m_store(store), m_commands(commands), m_window(window), m_menu(new QMenu(&window)) {
    m_menu->setObjectName("openMenu");
    connect(&m_commands["open"], &QAction::triggered, this, [this] { askForFolder(hemo::Opening::Replace); });
    connect(&m_commands["add"], &QAction::triggered, this, [this] { askForFolder(hemo::Opening::Add); });
    connect(&m_commands["open-files"], &QAction::triggered, this, &Opening::askForFiles);
    connect(m_menu, &QMenu::aboutToShow, this, &Opening::fillMenu);
}

QToolButton* Opening::makeButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName("open");
    button->setDefaultAction(&m_commands["open"]);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setMenu(m_menu);
    return button;
}

void Opening::drop(const QDropEvent& event, hemo::Opening opening) {
    auto paths = localPaths(event.mimeData()->urls());
    if (paths.empty())
        m_store.dispatch(action::Notify{{say("notice.local_only"), true}});
    else
        m_store.dispatch(action::OpenPaths{std::move(paths), opening});
}

void Opening::askForFolder(hemo::Opening opening) {
    const QString title = opening == hemo::Opening::Add ? tr("Add a folder of images to the list")
                                                        : tr("Open a folder of images");
    const QString folder = QFileDialog::getExistingDirectory(&m_window, title, startPlace());
    if (!folder.isEmpty()) m_store.dispatch(action::OpenPaths{{pathOf(folder)}, opening});
}

void Opening::askForFiles() {
    // DICOM files often have no ending, so all files come first.
    const QStringList files = QFileDialog::getOpenFileNames(
        &m_window, tr("Open images or archives"), startPlace(),
        tr("All files (*)") + ";;" +
            tr("DICOM, ZIP, NIfTI, NRRD and MetaImage (*.dcm *.ima DICOMDIR *.zip *.nii "
               "*.nii.gz *.nrrd *.nhdr *.mha *.mhd)"));
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.push_back(pathOf(file));
    if (!paths.empty()) m_store.dispatch(action::OpenPaths{std::move(paths)});
}

void Opening::fillMenu() {
    m_menu->clear();
    m_menu->addAction(&m_commands["open"]);
    m_menu->addAction(&m_commands["open-files"]);
    m_menu->addAction(&m_commands["add"]);
    if (!m_store.state().shelf.recents->empty()) addRecents();
}

void Opening::addRecents() {
    m_menu->addSeparator();
    const AppState& state = m_store.state();
    const Names names = state.preferences.isPatientTextShown ? Names::Shown : Names::Hidden;
    int number = 0;
    for (const RecentStudy& study : *state.shelf.recents) {
        if (++number > kMostInMenu) break;
        QAction* entry = m_menu->addAction(menuText(study, names, number));
        connect(entry, &QAction::triggered, this,
                [this, paths = study.paths] { m_store.dispatch(action::OpenPaths{paths}); });
    }
    m_menu->addSeparator();
    QAction* clear = m_menu->addAction(tr("Clear list"));
    connect(clear, &QAction::triggered, this, [this] { m_store.dispatch(action::ClearRecents{}); });
}

QString Opening::startPlace() const {
    for (const std::filesystem::path& folder : startFolders(m_store.state()))
        if (QString name = pathText(folder); QFileInfo(name).isDir()) return name;
    return QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
}

} // namespace hemo::ui
