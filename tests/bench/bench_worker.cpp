// The second reader as the user has it: the real worker process, a scan sent over its pipe, answers back.

#include "worker_process.h"

#include "core/simulate/phantom.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

namespace {

using namespace hemo;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// 28 slices of 512 x 512, 5 mm apart, with a bleed.
const VolumePtr& scan() {
    static const VolumePtr volume = [] {
        PhantomSpec spec;
        spec.columns = spec.rows = 512;
        spec.pixelSpacingMm = 0.45;
        spec.bleed = BleedSpec{};
        return makePhantom(spec).volume;
    }();
    return volume;
}

ClassifyRequest requestFor(int job) {
    ClassifyRequest request;
    request.job = job;
    request.modelFolder = bench::shippedModel().string();
    request.device = "auto"; // as the viewer asks
    request.volume = scan();
    return request;
}

/// From the start of the process until it has the model loaded: what loading a series must hide.
void startWorker(benchmark::State& state) {
    for (auto _ : state) {
        bench::WorkerProcess worker(bench::shippedModel());
        worker.waitFor<WorkerReady>();
    }
}
BENCHMARK(startWorker)->Unit(benchmark::kMillisecond)->UseRealTime();

/// From the volume to the last answer, the model loaded. `first_bar_ms` is the worst of all runs.
void readScan(benchmark::State& state) {
    bench::WorkerProcess worker(bench::shippedModel());
    worker.waitFor<WorkerReady>();
    const ClassifyRequest request = requestFor(1); // made before the clock runs
    double firstBar = 0, cpuBefore = worker.cpuSeconds();
    for (auto _ : state) {
        const auto start = Clock::now();
        worker.send(request);
        worker.waitFor<SliceDone>();
        firstBar = std::max(firstBar, secondsSince(start));
        worker.waitFor<ClassifyDone>();
    }
    state.counters["first_bar_ms"] = firstBar * 1e3;
    state.counters["cpu_ms"] = (worker.cpuSeconds() - cpuBefore) * 1e3 / double(state.iterations());
    state.counters["peak_MB"] = worker.peakMb();
}
BENCHMARK(readScan)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A worker that was not started early: what the user waits for at worst.
void startAndReadScan(benchmark::State& state) {
    const ClassifyRequest request = requestFor(1);
    for (auto _ : state) {
        bench::WorkerProcess worker(bench::shippedModel());
        worker.send(request);
        worker.waitFor<ClassifyDone>();
        state.counters["peak_MB"] = worker.peakMb();
    }
}
BENCHMARK(startAndReadScan)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
