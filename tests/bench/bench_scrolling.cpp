// Scrolling through 400 slices at the pace of a screen, alone and while the second reader reads the same
// slices in its own process: the time is a notch of the wheel until it is painted, as a hand feels it. Both
// sides in one run. No display is needed: QT_QPA_PLATFORM=offscreen.

#include "made_studies.h"
#include "open_window.h"

#include "viewer/widgets/slice_view.h"

#include <QApplication>
#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

using namespace hemo;

constexpr int kNotches = 300;

/// Made once, closed before the program's QApplication goes.
std::unique_ptr<bench::OpenWindow> openWindow;

void scroll(benchmark::State& state, bool isBesideReader) {
    if (!openWindow) openWindow = std::make_unique<bench::OpenWindow>(QSize(1280, 800), bench::plainStudy());
    bench::OpenWindow& window = *openWindow;
    std::vector<double> allMs;
    for (auto _ : state) {
        if (isBesideReader && !window.isReading()) window.startReading();
        allMs.push_back(bench::atScreensPace([&] { return window.wheel(*window.views().sliceView(kLead)); }));
        state.SetIterationTime(allMs.back() / 1e3);
    }
    std::sort(allMs.begin(), allMs.end());
    state.counters["median_ms"] = bench::quantile(allMs, 0.5);
    state.counters["p95_ms"] = bench::quantile(allMs, 0.95);
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
    openWindow.reset();
}
