#include "app/preferences/folders_page.h"

#include "app/panels/panel_parts.h"
#include "app/preferences/page_button.h"
#include "viewer/widgets/path_text.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

struct Named {
    const char* name;
    QString words;
};

Named nameOf(KeptFolder::What what) {
    switch (what) {
    case KeptFolder::What::Marks:
        return {"marks", FoldersPage::tr("Marks")};
    case KeptFolder::What::Verdicts:
        return {"readings", FoldersPage::tr("Your own readings")};
    case KeptFolder::What::Log:
        return {"log", FoldersPage::tr("Reading log")};
    case KeptFolder::What::Lessons:
        return {"lessons", FoldersPage::tr("How cases went")};
    case KeptFolder::What::Recents:
        return {"recents", FoldersPage::tr("Recent studies")};
    case KeptFolder::What::Answers:
        return {"answers", FoldersPage::tr("Answers of the second reader")};
    case KeptFolder::What::Settings:
        return {"settings", FoldersPage::tr("Settings")};
    }
    return {};
}

void showPath(QLineEdit& line, const std::filesystem::path& path) {
    const QString text = pathText(path);
    if (text == line.text()) return;
    line.setText(text);
    line.setCursorPosition(0);
    line.setToolTip(text);
}

} // namespace

FoldersPage::FoldersPage(const std::vector<KeptFolder>& folders, QWidget* parent)
    : QWidget(parent), m_says(wrappedLabel(this)) {
    auto* column = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    for (const KeptFolder& folder : folders) {
        const Named named = nameOf(folder.what);
        showPath(*addRow(*grid, named.name, named.words).path, folder.path);
    }
    m_saved = addRow(*grid, "saved", tr("Saved last"));
    m_saved.path->setPlaceholderText(tr("nothing yet"));
    column->addLayout(grid);
    m_says->setObjectName("folderSays");
    m_says->setMinimumHeight(m_says->fontMetrics().height()); // nothing moves when it has something to say
    column->addWidget(m_says);
    QLabel* promise = secondaryLabel(this);
    promise->setText(
        tr("Nothing is kept beside images. Recent studies and answers can be deleted at any time."));
    column->addWidget(promise);
    column->addStretch(1);
}

FoldersPage::Row FoldersPage::addRow(QGridLayout& grid, const char* name, const QString& words) {
    const int at = grid.rowCount();
    const Row row{new QLineEdit(this), pageButton(QStringLiteral("show-%1").arg(name), tr("Show"), this)};
    row.path->setObjectName(QStringLiteral("folder-%1").arg(name));
    row.path->setReadOnly(true);
    row.path->setAccessibleName(words);
    row.open->setAccessibleName(tr("Show the folder: %1").arg(words));
    row.open->setToolTip(tr("In a window of files"));
    grid.addWidget(new QLabel(words, this), at, 0);
    grid.addWidget(row.path, at, 1);
    grid.addWidget(row.open, at, 2);
    connect(row.open, &QPushButton::clicked, this, [this, path = row.path] { open(path->text()); });
    return row;
}

void FoldersPage::open(const QString& folder) {
    m_says->clear();
    if (!QFileInfo(folder).isDir())
        m_says->setText(tr("Nothing is kept there yet."));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_says->setText(tr("No program here shows folders: copy its path and go there yourself."));
}

void FoldersPage::setState(const AppState& state) {
    showPath(*m_saved.path, state.shelf.savedIn);
    m_saved.open->setEnabled(!state.shelf.savedIn.empty());
}

} // namespace hemo::ui
