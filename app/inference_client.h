#pragma once

#include "core/classify/wire/worker_messages.h"
#include "core/state/actions/action.h"
#include "viewer/widgets/clock.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace hemo::ui {

/// The viewer's end of the worker process: starts it, sends a volume, turns its answers into actions. GUI
/// thread. A worker that is missing, crashes or is killed becomes ClassificationFailed; the next request
/// starts a new one.
class InferenceClient : public QObject {
    Q_OBJECT
public:
    struct Paths {
        std::filesystem::path worker;
        std::filesystem::path model; ///< that reads where nothing else is asked for
        std::optional<std::filesystem::path> answers = std::nullopt; ///< where they are kept; none: nowhere
    };
    InferenceClient(Paths paths, std::function<void(const Action&)> dispatch, QObject* parent,
                    Clock& clock = systemClock());
    ~InferenceClient() override;

    /// Starts the worker so that it has the model loaded by the time a series is.
    void warmUp(const std::filesystem::path& model = {});
    /// Which answers belong to what was asked: a reading, and the number of its job.
    struct Question {
        ReadingId reading = ReadingId::None;
        int job = 0;
        bool operator==(const Question&) const = default;
    };
    /// What is to be read: a scan with what its series says, how heat is made (none: the model's own way),
    /// and the model's folder (empty: the one it has).
    struct Scan {
        VolumePtr volume;
        ScanHeader header{};
        std::optional<Explanation> explanation{};
        /// Of its voxels: an answer that was kept of the same ones is given again. None: it is read anew.
        std::optional<std::uint64_t> fingerprint{};
        bool isAnew = false; ///< what was kept will not do
        std::filesystem::path model{};
    };
    /// Asks for a scan to be read. A request under way is given up, its process with it.
    void classify(Question question, Scan scan);
    /// Gives that one up, where it is under way.
    void cancel(Question question);
    /// Somebody uses the window, or no longer does: the worker leaves a core to it meanwhile.
    void setWindowTouched(bool isTouched);

private:
    struct Request {
        Question question;
        int wireJob = 0; ///< by which the worker names it: unlike a job's number, of this process alone
        Scan scan;
        std::string keptAs{}; ///< empty: it is not to be kept
        std::vector<SliceDone> slices{};
    };
    /// What the disk says before the worker is asked.
    struct Known {
        Result<ModelInfo> model;
        std::string keptAs;
        PredictionPtr kept; ///< null: the worker must be asked
    };
    Known lookUp(const Scan& scan) const;
    void send(const Known& known);
    void finish(PredictionPtr prediction);
    const std::filesystem::path& modelOf(const Scan& scan) const;
    void start(const std::filesystem::path& model);
    void abandonProcess();
    QProcess& letGo();
    void writeMore();
    void tellOfTouch();
    void readAnswers();
    void handleSome();
    bool handleNext();
    void handle(const WorkerAnswer& answer);
    void failRequest(Error error);
    void processEnded();

    Paths m_paths;
    std::function<void(const Action&)> m_dispatch;
    std::unique_ptr<QProcess> m_process;
    WireReader m_reader;
    std::unique_ptr<Request> m_request;
    /// A request on its way: its head, then the volume's voxels from where they lie.
    struct Outgoing {
        std::vector<std::byte> head;
        VolumePtr volume;
        std::size_t sent = 0; ///< of both together
    };
    std::optional<Outgoing> m_outgoing;
    bool m_isTouched = false, m_isToldTouched = false; ///< the window; what the worker knows of it
    Clock& m_clock;
    bool m_goesOnReading = false; ///< in the next turn of the event loop
    Wait m_patience;              ///< runs while an answer is awaited
    int m_requests = 0;
    std::jthread m_modelReader; ///< reads model.json and kept answers, which the GUI thread must not wait for
    QThreadPool m_keeper;       ///< writes answers
};

} // namespace hemo::ui
