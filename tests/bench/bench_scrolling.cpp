// Scrolling through 400 slices at the pace of a screen, alone and while the second reader reads the same
// slices in its own process: the time is a notch of the wheel until it is painted, as a hand feels it. Both
// sides in one run. No display is needed: QT_QPA_PLATFORM=offscreen.

#include "made_studies.h"
#include "worker_process.h"

#include "app/application.h"
#include "app/main_window.h"
#include "core/state/select/screen.h"
#include "tests/support/paths.h"
#include "viewer/widgets/slice_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QWheelEvent>
#include <benchmark/benchmark.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace {

using namespace hemo;

constexpr int kNotches = 300, kFrameMs = 16;

/// Runs the event loop until a condition holds.
void runUntil(const std::function<bool()>& isDone) {
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone()) loop.quit();
    });
    look.start(1);
    QTimer::singleShot(300'000, &loop, [] { bench::stop("the window does not get there"); });
    loop.exec();
}

/// The window with the real worker and 400 slices open, made once.
class OpenWindow {
public:
    static OpenWindow& instance() {
        if (!s_window) s_window.reset(new OpenWindow);
        return *s_window;
    }
    /// Before the program's QApplication goes.
    static void close() { s_window.reset(); }
    const AppState& state() { return m_application.store().state(); }
    /// Something must be shown.
    const Reading& lead() { return *select::shownIn(state(), kLead); }
    bool isReading() { return lead().reader.status == SecondReader::Status::Running; }
    void startReading() {
        m_application.store().dispatch(action::Classify{lead().id});
        const auto isUnderWay = [this] {
            const auto& slices = lead().reader.slices;
            return std::any_of(slices.begin(), slices.end(), [](const auto& s) { return s.has_value(); });
        };
        runUntil([&] { return isUnderWay() || !isReading(); });
        if (!isReading()) bench::stop("the worker does not read");
    }
    void waitUntilRead() {
        runUntil([this] { return select::shownIn(state(), kLead) && lead().regular && !isReading(); });
        if (lead().reader.status != SecondReader::Status::Done) bench::stop("the worker does not answer");
    }
    /// One notch of the wheel over the axial view and what it makes the window paint. Milliseconds.
    double scroll() {
        auto* view = m_window.findChild<ui::SliceView*>();
        const int delta = m_notches++ / 10 % 2 == 0 ? 120 : -120;
        const QPointF at = QRectF(view->rect()).center();
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QElapsedTimer since;
        since.start();
        QCoreApplication::sendEvent(view, &event);
        QCoreApplication::sendPostedEvents(); // the repaint that it asked for
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        return double(since.nsecsElapsed()) / 1e6;
    }

private:
    OpenWindow()
        : m_application({hemo::testing::programFolder() / "hemoscope-worker", bench::shippedModel()}, {}),
          m_window(m_application.store()) {
        m_application.store().dispatch(action::SetPresets{{{1, "Brain", {40, 80}}}});
        m_window.resize(1280, 800);
        m_window.show();
        m_application.inference().warmUp();
        m_application.store().dispatch(action::OpenPaths{{bench::plainStudy()}});
        waitUntilRead();
    }

    static inline std::unique_ptr<OpenWindow> s_window;
    ui::Application m_application;
    ui::MainWindow m_window;
    int m_notches = 0;
};

double quantile(std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * double(sorted.size() - 1))];
}

void scroll(benchmark::State& state, bool isBesideReader) {
    OpenWindow& window = OpenWindow::instance();
    std::vector<double> allMs;
    QElapsedTimer pace;
    for (auto _ : state) {
        if (isBesideReader && !window.isReading()) window.startReading();
        pace.start();
        allMs.push_back(window.scroll());
        state.SetIterationTime(allMs.back() / 1e3);
        runUntil([&] { return pace.elapsed() >= kFrameMs; });
    }
    std::sort(allMs.begin(), allMs.end());
    state.counters["median_ms"] = quantile(allMs, 0.5);
    state.counters["p95_ms"] = quantile(allMs, 0.95);
    state.counters["worst_ms"] = allMs.back();
    if (window.isReading()) window.waitUntilRead();
}

void scrollAlone(benchmark::State& state) {
    scroll(state, false);
}
void scrollBesideReader(benchmark::State& state) {
    scroll(state, true);
}
BENCHMARK(scrollAlone)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(kNotches);
BENCHMARK(scrollBesideReader)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(kNotches);

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication qt(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    OpenWindow::close();
}
