#pragma once

#include "app/job_runner.h"
#include "app/kept_on_disk.h"
#include "app/mark_file.h"
#include "app/store.h"

#include <QObject>

namespace hemo::ui {

/// Brings back what was drawn into a series when it is opened again, and keeps every step. The disk is asked
/// on a thread of its own, in the order of the wishes. Lives on the GUI thread; waits for its thread at the
/// end.
class KeptMarks : public QObject {
    Q_OBJECT
public:
    /// `post` must outlive this.
    KeptMarks(const std::filesystem::path& folder, Store& store, JobRunner::Post post);

private:
    void react(const AppState& before, const AppState& after);
    void reactToReading(const Reading* before, const Reading& after);
    void read(ReadingId id, std::uint64_t series);
    void keep(std::uint64_t series, const Marks& marks);

    JobRunner::Post m_post;
    KeptOnDisk<MarkFile, Marks> m_kept; ///< last: its thread posts
};

} // namespace hemo::ui
