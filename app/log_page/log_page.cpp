#include "app/log_page/log_page.h"

#include "app/log_page/log_files.h"
#include "app/log_page/log_table.h"
#include "app/log_page/roc_plot.h"
#include "app/log_page/study_dialog.h"
#include "viewer/widgets/ask_to_save.h"
#include "viewer/widgets/words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr QSize kSize{1060, 560};

QTableWidget* emptyTable(QWidget* parent) {
    auto* table = new QTableWidget(parent);
    table->setObjectName("logTable");
    table->setAccessibleName(LogPage::tr("Your readings by way of reading"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setShowGrid(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void fill(QTableWidget& table, const LogSummary& summary) {
    const std::vector<LogRow> rows = logRows(summary);
    table.setRowCount(static_cast<int>(rows.size()));
    table.setColumnCount(static_cast<int>(summary.conditions.size()));
    for (int c = 0; c < table.columnCount(); ++c)
        table.setHorizontalHeaderItem(c, new QTableWidgetItem(conditionText(
                                             summary.conditions[static_cast<std::size_t>(c)].condition)));
    for (int r = 0; r < table.rowCount(); ++r) {
        const LogRow& row = rows[static_cast<std::size_t>(r)];
        auto* name = new QTableWidgetItem(row.name);
        name->setToolTip(row.meaning);
        table.setVerticalHeaderItem(r, name);
        for (int c = 0; c < table.columnCount(); ++c) {
            auto* cell = new QTableWidgetItem(row.cells[c]);
            cell->setToolTip(row.meaning);
            table.setItem(r, c, cell);
        }
    }
}

} // namespace

LogPage::LogPage(Log log, std::function<void(const Action&)> dispatch, QWidget* window)
    : QDialog(window),
      m_log(std::move(log)),
      m_dispatch(std::move(dispatch)),
      m_headline(new QLabel(this)),
      m_changes(new QLabel(this)),
      m_notice(new QLabel(this)),
      m_table(emptyTable(this)),
      m_plot(new RocPlot(this)),
      m_isKept(new QCheckBox(tr("Keep a log of my readings"), this)) {
    setObjectName("logPage");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Reading log"));
    resize(kSize.boundedTo(window->size()));
    auto* column = new QVBoxLayout(this);
    m_headline->setObjectName("logHeadline");
    column->addWidget(m_headline);
    auto* row = new QHBoxLayout;
    row->addWidget(m_table, 1);
    row->addWidget(m_plot, 0, Qt::AlignTop);
    column->addLayout(row, 1);
    m_changes->setObjectName("logChanges");
    column->addWidget(m_changes);
    auto* promise =
        new QLabel(tr("The log stays on this computer until you empty it. It names neither patients nor "
                      "readers: both are numbers that mean nothing elsewhere, but in a study that you share. "
                      "Intervals are 95 %."),
                   this);
    promise->setProperty("role", "secondary");
    promise->setWordWrap(true);
    column->addWidget(promise);
    column->addWidget(m_isKept);
    m_notice->setObjectName("logNotice");
    m_notice->setWordWrap(true);
    column->addWidget(m_notice);
    auto* buttons = new QHBoxLayout;
    buildButtons(buttons);
    column->addLayout(buttons);
    connect(m_isKept, &QCheckBox::clicked, this, [this](bool isOn) { m_dispatch(action::KeepLog{isOn}); });
    connect(&m_reading, &QFutureWatcher<std::vector<LogEntry>>::finished, this,
            [this] { showEntries(m_reading.result()); });
    refresh();
}

void LogPage::buildButtons(QHBoxLayout* row) {
    const auto button = [&](const char* name, const QString& text, void (LogPage::*pressed)()) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, pressed);
        row->addWidget(made);
        return made;
    };
    row->addStretch();
    button("logTruth", tr("Truth from a table…"), &LogPage::askForTruth)
        ->setToolTip(tr("A table with the columns StudyInstanceUID and bleed (1 or 0), as CSV."));
    button("logStudy", tr("Shared study…"), &LogPage::askForStudy)
        ->setToolTip(tr("Logs of several readers that can be joined."));
    m_save = button("logSave", tr("Save the log…"), &LogPage::askAndSave);
    m_clear = button("logClear", tr("Empty the log…"), &LogPage::askAndClear);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    row->addWidget(close);
}

/// What becomes of a wish is said here too: the window's own place for it lies behind.
void LogPage::setState(const AppState& before, const AppState& state) {
    if (state.notice != before.notice)
        m_notice->setText(state.notice ? translated(state.notice->text) : QString());
    m_savedIn = state.shelf.savedIn;
    m_isKept->setChecked(state.preferences.isLogKept);
    m_isKept->setEnabled(!state.preferences.isLogFixed);
    m_isKept->setToolTip(state.preferences.isLogFixed ? tr("This site has fixed whether readings are logged.")
                                                      : QString());
}

void LogPage::refresh() {
    m_reading.setFuture(m_log.entries());
}

void LogPage::showEntries(const std::vector<LogEntry>& entries) {
    const LogSummary summary = summaryOf(entries);
    m_headline->setText(logHeadline(summary));
    fill(*m_table, summary);
    m_table->setVisible(summary.readings > 0);
    m_plot->setConditions(summary.conditions);
    const QString changes = changesText(summary.changes);
    m_changes->setText(changes);
    m_changes->setVisible(!changes.isEmpty());
    m_save->setEnabled(summary.readings > 0);
    m_clear->setEnabled(summary.readings > 0);
}

void LogPage::askAndSave() {
    QStringList filters = studyFilters();
    filters.prepend(filters.takeLast()); // what anybody can read first
    const QString file = askForFile(this, tr("Save the reading log"), filters << tr("To be joined (*.json)"));
    if (!file.isEmpty()) m_log.exportTo(file);
}

QString LogPage::askForFile(QWidget* parent, const QString& title, const QStringList& filters) {
    QString file = askToSave(parent, title, saveFolder(m_savedIn, logFolder()) + "/reading-log", filters);
    if (!file.isEmpty()) m_dispatch(action::SavedIn{folderOf(file)});
    return file;
}

void LogPage::askForStudy() {
    StudyDialog dialog(
        {m_log.beginStudy, m_log.join,
         [this](QWidget* parent, const QString& title) { return askForFile(parent, title, studyFilters()); }},
        this);
    dialog.exec();
    refresh();
}

void LogPage::askForTruth() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("A table with the columns StudyInstanceUID and bleed"),
                                     logFolder(), tr("Table (*.csv *.txt)"));
    if (file.isEmpty()) return;
    m_log.addTruth(file);
    refresh(); // in its turn, behind the table
}

void LogPage::askAndClear() {
    QMessageBox question(QMessageBox::NoIcon, tr("Empty the log"),
                         tr("Forget all readings in the log? Your verdicts and marks stay where they are."),
                         QMessageBox::Yes | QMessageBox::No, this);
    question.setDefaultButton(QMessageBox::No);
    if (question.exec() != QMessageBox::Yes) return;
    m_log.clear();
    refresh();
}

} // namespace hemo::ui
