#pragma once

#include "core/classify/wire/worker_messages.h"

#include <filesystem>
#include <optional>
#include <sys/types.h>

namespace hemo::bench {

/// The real hemoscope-worker, spoken to over pipes as the viewer does. Whatever goes wrong ends the
/// benchmark.
class WorkerProcess {
public:
    explicit WorkerProcess(const std::filesystem::path& modelFolder);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    void send(const ClassifyRequest& request);
    /// Waits for the next answer.
    WorkerAnswer next();
    template <class Answer> Answer waitFor() {
        for (;;) {
            const WorkerAnswer answer = next();
            if (const auto* wanted = std::get_if<Answer>(&answer)) return *wanted;
            stopAt(answer);
        }
    }
    /// The most resident memory that it has had.
    double peakMb() const;
    /// Processor time that it has used: what a machine shared with others does not change much.
    double cpuSeconds() const;

private:
    static void stopAt(const WorkerAnswer& answer); ///< where it is a failure

    pid_t m_pid = -1;
    int m_in = -1, m_out = -1;
    WireReader m_reader;
};

std::filesystem::path shippedModel();

} // namespace hemo::bench
