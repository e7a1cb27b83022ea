#include "open_window.h"

#include "made_studies.h"
#include "worker_process.h"

#include "core/state/select/screen.h"
#include "tests/support/paths.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

namespace hemo::bench {

void runUntil(const std::function<bool()>& isDone) {
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone()) loop.quit();
    });
    look.start(1);
    QTimer::singleShot(300'000, &loop, [] { stop("the window does not get there"); });
    loop.exec();
}

double atScreensPace(const std::function<double()>& frame) {
    constexpr int kFrameMs = 16;
    QElapsedTimer pace;
    pace.start();
    const double ms = frame();
    runUntil([&] { return pace.elapsed() >= kFrameMs; });
    return ms;
}

double quantile(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * double(sorted.size() - 1))];
}

OpenWindow::OpenWindow(QSize size, const std::filesystem::path& study)
    : m_application({hemo::testing::programFolder() / "hemoscope-worker", shippedModel()}, {}),
      m_window(m_application.store()) {
    store().dispatch(action::SetPresets{{{1, "Brain", {40, 80}}, {5, "Bone", {600, 2800}}}});
    m_window.resize(size);
    m_window.show();
    m_application.warmUp();
    store().dispatch(action::OpenPaths{{study}});
    waitUntilRead();
}

const Reading& OpenWindow::lead() {
    return *select::shownIn(state(), kLead);
}

bool OpenWindow::isReading() {
    return lead().reader.status == SecondReader::Status::Running;
}

void OpenWindow::startReading() {
    store().dispatch(action::Classify{lead().id});
    const auto isUnderWay = [this] {
        const auto& slices = lead().reader.slices;
        return std::any_of(slices.begin(), slices.end(), [](const auto& s) { return s.has_value(); });
    };
    runUntil([&] { return isUnderWay() || !isReading(); });
    if (!isReading()) stop("the worker does not read");
}

void OpenWindow::waitUntilRead() {
    runUntil([this] { return select::shownIn(state(), kLead) && lead().regular && !isReading(); });
    if (lead().reader.status != SecondReader::Status::Done) stop("the worker does not answer");
}

double OpenWindow::timed(const std::function<void()>& event) {
    QElapsedTimer since;
    since.start();
    event();
    QCoreApplication::sendPostedEvents(); // the repaint that it asked for
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    return double(since.nsecsElapsed()) / 1e6;
}

double OpenWindow::wheel(QWidget& view) {
    const int delta = m_notches++ / 10 % 2 == 0 ? 120 : -120;
    const QPointF at = QRectF(view.rect()).center();
    return timed([&] {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    });
}

} // namespace hemo::bench
