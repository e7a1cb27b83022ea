#pragma once

#include "core/classify/worker_messages.h"
#include "core/state/actions.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace hemo::ui {

class JobRunner;

/// The viewer's end of the worker process: starts it, sends a volume, turns its answers into actions. GUI
/// thread. A worker that is missing, crashes or is killed becomes ClassificationFailed; the next request
/// starts a new one.
class InferenceClient : public QObject {
    Q_OBJECT
public:
    struct Paths {
        std::filesystem::path worker, model;
    };
    InferenceClient(Paths paths, std::function<void(const Action&)> dispatch, JobRunner& runner,
                    QObject* parent);
    ~InferenceClient() override;

    /// Starts the worker so that it has the model loaded by the time a series is.
    void warmUp();
    /// Asks for a scan to be read. A request under way is given up, its process with it.
    void classify(int job, VolumePtr volume);
    /// Gives up what is under way.
    void cancel();

private:
    struct Request {
        int job = 0;
        VolumePtr volume;
        std::vector<SliceDone> slices;
    };
    void start();
    void abandonProcess();
    void send(std::shared_ptr<const std::vector<std::byte>> message);
    void writeMore();
    void readAnswers();
    void handle(const WorkerAnswer& answer);
    void failRequest(Error error);
    void processEnded();

    Paths m_paths;
    std::function<void(const Action&)> m_dispatch;
    JobRunner& m_runner;
    std::unique_ptr<QProcess> m_process;
    WireReader m_reader;
    std::unique_ptr<Request> m_request;
    std::shared_ptr<const std::vector<std::byte>> m_outgoing;
    std::size_t m_sent = 0;
    QTimer m_patience; ///< runs while an answer is awaited
};

} // namespace hemo::ui
