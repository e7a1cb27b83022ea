#include "app/inference_client.h"

#include "app/kept_answers.h"
#include "app/program_files.h"
#include "core/log.h"

#include <QElapsedTimer>

#include <algorithm>

namespace hemo::ui {
namespace {

/// How much is handed to the pipe at a time: a volume of 200 MB must not hold up the window.
constexpr std::size_t kChunkBytes = 1u << 20;

/// How long answers are taken in one go.
constexpr int kBurstMs = 4;

/// A slice takes a tenth of a second, loading the model one; a worker that says nothing for so long hangs.
constexpr std::chrono::seconds kPatience{60};
/// What ends an abandoned worker that does not end by itself.
constexpr std::chrono::seconds kGrace{1};

Error silentWorker() {
    return {ErrorCode::Worker, say("worker.silent"), {}};
}

Error missingWorker() {
    return {ErrorCode::Worker, say("worker.not_started"), {}};
}

Error stoppedWorker() {
    return {ErrorCode::Worker, say("worker.stopped"), {}};
}

} // namespace

InferenceClient::InferenceClient(Paths paths, std::function<void(const Action&)> dispatch, QObject* parent,
                                 Clock& clock)
    : QObject(parent),
      m_paths(std::move(paths)),
      m_dispatch(std::move(dispatch)),
      m_clock(clock),
      m_patience(clock, kPatience, [this] {
          abandonProcess();
          failRequest(silentWorker());
      }) {}

InferenceClient::~InferenceClient() {
    if (m_process) letGo();
    for (QProcess* process :
         findChildren<QProcess*>()) { // those that were given up, too: nobody waits for them
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1000);
    }
}

/// Nobody asks it any more; it is this object's until it is gone.
QProcess& InferenceClient::letGo() {
    QProcess* old = m_process.release();
    old->setParent(this);
    return *old;
}

void InferenceClient::warmUp(const std::filesystem::path& model) {
    if (!m_process) start(model.empty() ? m_paths.model : model);
}

const std::filesystem::path& InferenceClient::modelOf(const Scan& scan) const {
    return scan.model.empty() ? m_paths.model : scan.model;
}

void InferenceClient::classify(Question question, Scan scan) {
    if (m_request) abandonProcess();
    const int wireJob = ++m_requests;
    m_request = std::make_unique<Request>(Request{question, wireJob, std::move(scan)});
    m_patience.start();
    m_modelReader = std::jthread([this, wireJob, wanted = m_request->scan] {
        QMetaObject::invokeMethod(
            this,
            [this, wireJob, known = lookUp(wanted)] {
                if (m_request && m_request->wireJob == wireJob) send(known);
            },
            Qt::QueuedConnection);
    });
}

/// On a thread of its own.
InferenceClient::Known InferenceClient::lookUp(const Scan& scan) const {
    Known known{loadModelInfo(modelOf(scan)), {}, nullptr};
    if (!known.model || !m_paths.answers || !scan.fingerprint) return known;
    known.keptAs = KeptAnswers::nameOf({0, {}, "auto", scan.volume, scan.header, scan.explanation},
                                       *scan.fingerprint, modelOf(scan), m_paths.worker);
    if (!scan.isAnew) known.kept = KeptAnswers(*m_paths.answers).read(known.keptAs, scan.volume->grid());
    return known;
}

void InferenceClient::send(const Known& known) {
    const auto& model = known.model;
    if (!model) return failRequest(model.error());
    const std::string folder = modelOf(m_request->scan).string();
    if (QString::fromStdString(folder).toStdString() != folder)
        return failRequest({ErrorCode::Model, say("worker.folder_name"), {}});
    if (!known.kept && !m_process) start(folder);
    if (!known.kept && !m_process) return; // failing to start has been answered
    const int wireJob = m_request->wireJob;
    m_dispatch(action::ClassifierReady{m_request->question.reading,
                                       m_request->question.job,
                                       model->id,
                                       {},
                                       model->rule,
                                       model->operatingPoints,
                                       explanationsOf(*model),
                                       model->knownMisses});
    if (!m_request || m_request->wireJob != wireJob) return;
    if (known.kept) return finish(known.kept);

    m_request->keptAs = known.keptAs;
    const Scan& scan = m_request->scan;
    m_outgoing = Outgoing{encodeHead({wireJob, folder, "auto", scan.volume, scan.header, scan.explanation}),
                          scan.volume};
    writeMore();
}

void InferenceClient::finish(PredictionPtr prediction) {
    const auto [reading, job] = m_request->question;
    m_request.reset();
    m_patience.stop();
    m_dispatch(action::Classified{reading, job, std::move(prediction)});
}

void InferenceClient::cancel(Question question) {
    if (!m_request || m_request->question != question) return;
    m_request.reset();
    m_patience.stop();
    abandonProcess();
}

void InferenceClient::start(const std::filesystem::path& model) {
    m_reader = {};
    m_outgoing.reset();
    m_isToldTouched = false;
    m_process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OMP_WAIT_POLICY", "passive"); // or it would ask for this by starting itself again
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &InferenceClient::readAnswers);
    connect(m_process.get(), &QProcess::bytesWritten, this, &InferenceClient::writeMore);
    connect(m_process.get(), &QProcess::finished, this, &InferenceClient::processEnded);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return; // a crash also sends finished()
        letGo().deleteLater();
        failRequest(missingWorker());
    });
    m_process->start(QString::fromStdString(m_paths.worker.string()),
                     {"--model", QString::fromStdString(model.string())});
}

void InferenceClient::abandonProcess() {
    m_outgoing.reset();
    if (!m_process) return;
    QProcess* old = &letGo();
    old->disconnect(this);
    connect(old, &QProcess::finished, old, &QObject::deleteLater);
    old->closeWriteChannel(); // a worker between two slices ends by itself
    m_clock.callAfter(kGrace, old, [old] { old->kill(); });
}

void InferenceClient::writeMore() {
    if (!m_outgoing || !m_process || m_process->bytesToWrite() > qint64(kChunkBytes) / 2) return;
    Outgoing& out = *m_outgoing;
    const auto voxels = std::as_bytes(out.volume->voxels());
    const std::size_t head = out.head.size();
    const auto rest = out.sent < head ? std::span<const std::byte>(out.head).subspan(out.sent)
                                      : voxels.subspan(out.sent - head);
    const auto chunk = rest.first(std::min(kChunkBytes, rest.size()));
    m_process->write(reinterpret_cast<const char*>(chunk.data()), qint64(chunk.size()));
    out.sent += chunk.size();
    if (out.sent == head + voxels.size()) m_outgoing.reset();
    tellOfTouch();
}

void InferenceClient::setWindowTouched(bool isTouched) {
    m_isTouched = isTouched;
    tellOfTouch();
}

/// Between messages.
void InferenceClient::tellOfTouch() {
    if (!m_process || m_outgoing || m_isTouched == m_isToldTouched) return;
    const auto bytes = encodeWire(toWire(WindowTouched{m_isTouched}));
    m_process->write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    m_isToldTouched = m_isTouched;
}

void InferenceClient::readAnswers() {
    if (!m_process) return;
    const QByteArray data = m_process->readAllStandardOutput();
    if (m_request) m_patience.start();
    m_reader.feed(std::as_bytes(std::span(data.constData(), std::size_t(data.size()))));
    if (!m_goesOnReading) handleSome();
}

/// Hundreds of answers that come at once must not be one long pause of the window.
void InferenceClient::handleSome() {
    QElapsedTimer since;
    since.start();
    while (m_process && handleNext()) {
        if (since.elapsed() < kBurstMs) continue;
        m_goesOnReading = true; // what comes meanwhile must not begin a second chain of these
        const auto goOn = [this] {
            m_goesOnReading = false;
            handleSome();
        };
        QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
        return;
    }
}

/// False where no whole answer is there.
bool InferenceClient::handleNext() {
    auto message = m_reader.next();
    auto answer = message && *message ? answerFromWire(**message) : Result<WorkerAnswer>(WorkerReady{});
    if (!message || !answer) {
        log::error("worker: malformed answer");
        abandonProcess();
        failRequest(!message ? message.error() : answer.error());
        return false;
    }
    if (!*message) return false;
    handle(*answer);
    return true;
}

void InferenceClient::handle(const WorkerAnswer& answer) {
    if (const auto* ready = std::get_if<WorkerReady>(&answer)) {
        log::info("worker ready on " + ready->device);
        return;
    }
    if (!m_request) {
        if (const auto* failed = std::get_if<ClassifyFailed>(&answer))
            log::warning("worker: " + english(failed->error.message));
        return;
    }
    const auto [reading, job] = m_request->question;
    const int wireJob = m_request->wireJob;
    if (const auto* slice = std::get_if<SliceDone>(&answer); slice && slice->job == wireJob) {
        m_request->slices.push_back(*slice);
        m_dispatch(action::SliceClassified{reading, job, slice->slice});
    } else if (const auto* done = std::get_if<ClassifyDone>(&answer); done && done->job == wireJob) {
        const Grid& grid = m_request->scan.volume->grid();
        if (m_request->slices.size() != std::size_t(grid.slices())) return failRequest(stoppedWorker());
        const auto prediction =
            std::make_shared<const Prediction>(assemblePrediction(grid, std::move(m_request->slices), *done));
        if (!m_request->keptAs.empty())
            m_keeper.start([answers = KeptAnswers(*m_paths.answers), name = m_request->keptAs, prediction] {
                answers.keep(name, *prediction);
            });
        finish(prediction);
    } else if (const auto* failed = std::get_if<ClassifyFailed>(&answer); failed) {
        failRequest(failed->error);
    }
}

void InferenceClient::failRequest(Error error) {
    if (!error.detail.empty()) log::error("second reader: " + error.detail);
    if (!m_request) return;
    const auto [reading, job] = m_request->question;
    m_request.reset();
    m_outgoing.reset();
    m_patience.stop();
    m_dispatch(action::ClassificationFailed{reading, job, std::move(error)});
}

void InferenceClient::processEnded() {
    if (!m_process) return;
    readAnswers();
    while (m_process && handleNext()) // all that it said before it ended
        ;
    if (m_process) letGo().deleteLater();
    failRequest(stoppedWorker());
}

} // namespace hemo::ui
