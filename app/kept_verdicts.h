#pragma once

#include "app/job_runner.h"
#include "app/kept_on_disk.h"
#include "app/store.h"
#include "app/verdict_file.h"

#include <QObject>

namespace hemo::ui {

/// Brings back what the reader said of a series when it is opened again, and keeps every step. The disk is
/// asked on a thread of its own, in the order of the wishes. Lives on the GUI thread; waits for its thread at
/// the end.
class KeptVerdicts : public QObject {
    Q_OBJECT
public:
    /// `post` must outlive this.
    KeptVerdicts(const std::filesystem::path& folder, Store& store, JobRunner::Post post);

private:
    void react(const AppState& before, const AppState& after);
    void read(ReadingId id, std::uint64_t series);
    void keep(std::uint64_t series, const OwnReading& own);

    JobRunner::Post m_post;
    KeptOnDisk<VerdictFile, OwnReading> m_kept; ///< last: its thread posts
};

} // namespace hemo::ui
