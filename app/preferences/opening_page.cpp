#include "app/preferences/opening_page.h"

#include "app/preferences/fixed_note.h"
#include "app/preferences/page_button.h"
#include "viewer/widgets/path_text.h"
#include "viewer/widgets/view_set_words.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace hemo::ui {
namespace {

constexpr std::array kRecentCounts{kMostRecents, 25, 10, 0};

QString nameOf(const FirstLayout& layout) {
    if (const auto* set = std::get_if<ViewSet>(&layout)) return viewSetText(*set);
    if (const auto* kept = std::get_if<KeptAs>(&layout)) return tr("Own arrangement %1").arg(kept->number);
    return OpeningPage::tr("As the one before it stood");
}

/// Those that can be chosen: of the reader's own those that are kept, and the one that is chosen.
std::vector<FirstLayout> layoutsOf(const Preferences& preferences) {
    std::vector<FirstLayout> layouts{AsLeft{}};
    for (const ViewSet set : kViewSets)
        layouts.emplace_back(set);
    for (int number = kFirstHanging; number <= kLastHanging; ++number)
        if (preferences.hangings.contains(number) || preferences.firstLayout == FirstLayout(KeptAs{number}))
            layouts.emplace_back(KeptAs{number});
    return layouts;
}

/// What stands for it in the list.
QString dataOf(const FirstLayout& layout) {
    return QString::fromStdString(firstLayoutName(layout));
}

} // namespace

OpeningPage::OpeningPage(Dispatch dispatch, QWidget* parent)
    : QWidget(parent),
      m_dispatch(std::move(dispatch)),
      m_layout(new QComboBox(this)),
      m_recents(new QComboBox(this)),
      m_folder(new QLineEdit(this)),
      m_choose(pageButton("chooseStartFolder", tr("Choose…"), this)),
      m_beside(pageButton("besideTheLast", tr("Beside the last one"), this)),
      m_clear(pageButton("clearRecentsNow", tr("Clear the list now…"), this)),
      m_fixed(fixedNote(this)) {
    const QString layoutWords = tr("A series that is seen for the first time:"),
                  folderWords = tr("Open begins in:"), recentWords = tr("Recent studies in the list:");
    m_layout->setObjectName("firstLayout");
    m_layout->setAccessibleName(layoutWords);
    m_folder->setObjectName("startFolder");
    m_folder->setAccessibleName(folderWords);
    m_folder->setReadOnly(true);
    m_folder->setPlaceholderText(tr("beside the last one"));
    m_recents->setObjectName("mostRecents");
    m_recents->setAccessibleName(recentWords);
    for (const int count : kRecentCounts)
        m_recents->addItem(count == 0 ? tr("none") : tr("the last %1").arg(count), count);
    auto* form = new QFormLayout;
    form->addRow(layoutWords, m_layout);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_choose);
    folder->addWidget(m_beside);
    form->addRow(folderWords, folder);
    auto* recents = new QHBoxLayout;
    recents->addWidget(m_recents);
    recents->addWidget(m_clear);
    recents->addStretch(1);
    form->addRow(recentWords, recents);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_fixed);
    column->addStretch(1);
    connect(m_layout, &QComboBox::activated, this, [this] {
        if (const auto layout = firstLayoutNamed(m_layout->currentData().toString().toStdString()))
            m_dispatch(action::SetFirstLayout{*layout});
    });
    connect(m_recents, &QComboBox::activated, this,
            [this] { m_dispatch(action::SetMostRecents{m_recents->currentData().toInt()}); });
    connect(m_choose, &QPushButton::clicked, this, &OpeningPage::chooseFolder);
    connect(m_beside, &QPushButton::clicked, this, [this] { m_dispatch(action::SetStartFolder{}); });
    connect(m_clear, &QPushButton::clicked, this, &OpeningPage::askAndClear);
}

void OpeningPage::chooseFolder() {
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Where opening begins"), m_folder->text().isEmpty() ? home : m_folder->text());
    if (!folder.isEmpty()) m_dispatch(action::SetStartFolder{pathFrom(folder)});
}

void OpeningPage::askAndClear() {
    QMessageBox question(
        QMessageBox::NoIcon, tr("Clear the list"),
        tr("Forget which studies were opened, and where something was saved? The images stay "
           "where they are."),
        QMessageBox::Yes | QMessageBox::No, this);
    question.setDefaultButton(QMessageBox::No);
    if (question.exec() == QMessageBox::Yes) m_dispatch(action::ClearRecents{});
}

void OpeningPage::fillLayouts(const AppState& state) {
    const std::vector<FirstLayout> layouts = layoutsOf(state.preferences);
    if (m_layout->count() != static_cast<int>(layouts.size())) {
        m_layout->clear();
        for (const FirstLayout& layout : layouts)
            m_layout->addItem(nameOf(layout), dataOf(layout));
    }
    m_layout->setCurrentIndex(m_layout->findData(dataOf(state.preferences.firstLayout)));
}

void OpeningPage::setState(const AppState& state) {
    const Preferences& p = state.preferences;
    const auto isFixed = [&p](Setting setting) { return p.fixed.contains(setting); };
    fillLayouts(state);
    m_layout->setEnabled(!isFixed(Setting::FirstLayout));
    const QString folder = pathText(p.startFolder);
    if (folder != m_folder->text()) m_folder->setText(folder);
    m_folder->setEnabled(!isFixed(Setting::StartFolder));
    m_choose->setEnabled(!isFixed(Setting::StartFolder));
    m_beside->setEnabled(!isFixed(Setting::StartFolder) && !folder.isEmpty());
    if (m_recents->findData(p.mostRecents) < 0) // a number of the settings file's own
        m_recents->addItem(tr("the last %1").arg(p.mostRecents), p.mostRecents);
    m_recents->setCurrentIndex(m_recents->findData(p.mostRecents));
    m_recents->setEnabled(!isFixed(Setting::MostRecents));
    m_clear->setEnabled(!state.shelf.recents->empty() || !state.shelf.savedIn.empty());
    m_fixed->setVisible(isFixed(Setting::FirstLayout) || isFixed(Setting::StartFolder) ||
                        isFixed(Setting::MostRecents));
}

} // namespace hemo::ui
