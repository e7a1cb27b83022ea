#pragma once

#include "app/job_runner.h"
#include "app/recent_index.h"
#include "app/store.h"

#include <QObject>
#include <QThreadPool>

namespace hemo::ui {

/// Keeps the list of recent studies in step with the state: reads it at the start, puts on top what is
/// opened, clears the file when the list in the state was cleared, keeps no more than are wanted. The disk is
/// asked on a thread of its own, in the order of the wishes. Lives on the GUI thread; waits for its thread at
/// the end.
class RecentStudies : public QObject {
    Q_OBJECT
public:
    /// `post` must outlive this.
    RecentStudies(const std::filesystem::path& folder, Store& store, JobRunner::Post post);

private:
    void react(const AppState& before, const AppState& after);
    /// On the thread: the list as the disk has it now.
    void tellList() const;

    RecentIndex m_index;
    JobRunner::Post m_post;
    QThreadPool m_thread;
};

/// What the list says of a series that was opened; `secondsSince1970` is now.
RecentStudy recentStudy(const AppState& state, const Reading& reading, std::int64_t secondsSince1970);

} // namespace hemo::ui
