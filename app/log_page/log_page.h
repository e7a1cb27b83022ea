#pragma once

#include "core/reading_log/log_entry.h"
#include "core/state/actions/action.h"

#include <QDialog>
#include <QFuture>
#include <QFutureWatcher>

#include <filesystem>
#include <functional>
#include <vector>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace hemo::ui {

class RocPlot;

/// How the user reads: the reading log by way of reading, its switch, and what leaves it. GUI thread; the log
/// is read and written on another.
class LogPage : public QDialog {
    Q_OBJECT
public:
    /// The log; the files are chosen here.
    struct Log {
        std::function<QFuture<std::vector<LogEntry>>()> entries;
        std::function<void(const QString&file)> exportTo, addTruth;
        std::function<void()> clear;
        std::function<QFuture<Notice>(const QString& word, const QString& sign)> beginStudy;
        std::function<QFuture<Notice>(const QStringList& logs, const QString& file)> join;
    };
    LogPage(Log log, std::function<void(const Action&)> dispatch, QWidget* window);
    void setState(const AppState& before, const AppState& state);

    /// Reads the log anew.
    void refresh();

private:
    void buildButtons(QHBoxLayout* row);
    void showEntries(const std::vector<LogEntry>& entries);
    void askAndSave();
    void askForTruth();
    void askForStudy();
    void askAndClear();
    /// Where a log is to be saved, as one of these name filters; empty: nowhere.
    QString askForFile(QWidget* parent, const QString& title, const QStringList& filters);

    Log m_log;
    std::function<void(const Action&)> m_dispatch;
    QLabel *m_headline, *m_changes, *m_notice;
    QTableWidget* m_table;
    RocPlot* m_plot;
    QCheckBox* m_isKept;
    QPushButton *m_save = nullptr, *m_clear = nullptr;
    QFutureWatcher<std::vector<LogEntry>> m_reading;
    std::filesystem::path m_savedIn; ///< last
};

} // namespace hemo::ui
