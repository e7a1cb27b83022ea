#pragma once

#include "app/job_runner.h"
#include "app/log_book.h"
#include "app/store.h"
#include "viewer/widgets/clock.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <map>
#include <optional>

namespace hemo::ui {

/// Writes each reading with a verdict of the reader's own into the log, unless that is switched off: when it
/// is committed, when it is revised, when the second reader has answered, and when it leaves the screen. The
/// disk is asked on a thread of its own, in the order of the wishes. Lives on the GUI thread; waits for its
/// thread at the end.
class ReadingLog : public QObject {
    Q_OBJECT
public:
    /// `store` and `clock` must outlive this.
    ReadingLog(const std::filesystem::path& folder, Store& store, JobRunner::Post post, Clock& clock);
    ~ReadingLog() override;

    /// All lines, once what was to be written is.
    QFuture<std::vector<LogEntry>> entries();
    /// In the format of the file's ending; a notice says whether it worked.
    void exportTo(const QString& file);
    /// Takes the truth of studies from a table (core/reading_log/truth_table.h); a notice says whether it
    /// worked.
    void addTruth(const QString& file);
    /// From now on this log belongs to a study that several readers share: all type the same word, each has a
    /// sign of their own. A notice says whether it worked: an empty log alone can.
    QFuture<Notice> beginStudy(const QString& word, const QString& sign);
    /// Other readers' logs of that study as one, in the format of the file's ending, with this log where it
    /// belongs to it; a notice says whether it worked.
    QFuture<Notice> join(const QStringList& logs, const QString& file);
    /// Forgets all lines; a notice says whether it worked.
    void clear();

private:
    /// How long a reading was looked at in this window, with all of its slices: what lies between is not
    /// counted.
    struct Times {
        Clock::Duration seenBefore{};             ///< it was last left
        std::optional<Clock::Duration> seenSince; ///< none: it is not on the screen
        std::optional<double> secondsToCommit;
        bool hasNews = false; ///< the reader has spoken here, since the log was emptied last
        double secondsAt(Clock::Duration now) const;
    };
    void react(const AppState& before, const AppState& after);
    void noteWhatIsSeen(const AppState& before, const AppState& after);
    void write(const Reading& reading);
    void leave(Times& times);
    /// On the thread of the log, then says what became of it.
    QFuture<Notice> inTurn(std::function<Notice()> work);

    Store& m_store;
    LogBook m_book;
    JobRunner::Post m_post;
    Clock& m_clock;
    std::map<ReadingId, Times> m_times;
    QThreadPool m_thread; ///< last: it uses the others until its end
};

} // namespace hemo::ui
