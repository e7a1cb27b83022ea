#pragma once

#include "core/result.h"
#include "core/state/actions/action.h"
#include "core/task.h"

#include <QObject>

#include <atomic>
#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace hemo::ui {

/// Runs long plain functions on threads of their own and brings what they say back to the GUI thread as
/// actions, through the one queued call of the program. Lives on the GUI thread. Work that was cancelled is
/// left to end by itself; the destructor waits for it.
class JobRunner : public QObject {
public:
    enum class Kind {
        Scan,
        Thumbnails,
        Load,
        Reformat,
        Findings,
        Middle,
        Growth,
        Registration,
        Thickness,
        SavePicture,
        Cases,
        Phantom,
        Model
    };
    /// What a piece of work is about. One at a time for each.
    struct Key {
        Kind kind;
        ReadingId reading = ReadingId::None; ///< of work on one reading
        auto operator<=>(const Key&) const = default;
    };
    /// Sends an action to the GUI thread; any thread.
    using Post = std::function<void(Action)>;
    using Work = std::function<void(const TaskContext&, const Post&)>;
    /// Says that the work ended in an exception, which is memory running out.
    using FailedAction = std::function<Action(Error)>;
    using ProgressAction = std::function<Action(double fraction, const Message& stage)>;

    JobRunner(Post dispatchOnGuiThread, QObject* parent);
    ~JobRunner() override;

    /// Cancels what is under way for the key and starts the new work. `progress` turns reports into actions,
    /// at most ten a second; it may be empty.
    void run(Key key, ProgressAction progress, Work work, FailedAction failed);
    void cancel(Key key);
    /// For threads that have an owner of their own; it works for as long as the runner lives.
    Post post();

private:
    struct Job {
        std::unique_ptr<std::atomic<bool>> isFinished; ///< the last thing that the thread touches
        std::jthread thread;
    };
    void reap();

    Post m_dispatch;
    std::map<Key, std::stop_source> m_current;
    std::vector<Job> m_jobs;
};

} // namespace hemo::ui
