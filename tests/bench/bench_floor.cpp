// How far each network is from what this machine's matrix products allow: its FLOP over the measured peak,
// beside its time. The peak is that of as many threads as the network has. One slice at a time, heat
// included.

#include "ml/reader/device/threads.h"
#include "ml/reader/network/random_weights.h"
#include "ml/reader/slice_network.h"
#include "tests/unit/ml/count_macs.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

namespace {

using namespace hemo;

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// FLOP a second of the best of a few large products in single precision.
double measuredPeak() {
    constexpr std::int64_t kSide = 1536;
    const auto a = torch::rand({kSide, kSide}), b = torch::rand({kSide, kSide});
    double best = 0;
    for (int round = 0; round < 6; ++round)
        best = std::max(best, 2.0 * kSide * kSide * kSide / secondsOf([&] { torch::matmul(a, b); }));
    return best;
}

void readSlice(benchmark::State& state, const std::string& architecture) {
    ml::useThreads(static_cast<int>(state.range(0)));
    const ModelInfo info = ml::usualModel(architecture);
    const auto network = ml::makeSliceNetwork(info);
    if (!network) return state.SkipWithError(network.error().detail.c_str());
    const auto picture = (torch::rand({1, info.channels(), info.inputSize, info.inputSize}) * 2 - 1)
                             .contiguous(torch::MemoryFormat::ChannelsLast);
    ml::enliven((*network)->module(), [&] { (*network)->logits(picture); });
    const c10::InferenceMode inference;
    const auto read = [&] { benchmark::DoNotOptimize((*network)->read(picture)); };
    const double flop =
        2.0 * double(test::countMacs(read)); // before folding, which hides some from the count
    (*network)->fold();
    const double peak = measuredPeak();
    for (auto _ : state)
        read();
    state.counters["GMAC"] = flop / 2e9;
    state.counters["peak_GFLOP/s"] = peak / 1e9;
    state.counters["floor_ms"] = flop / peak * 1e3;
    // Seconds a slice over the floor's.
    state.counters["times_floor"] = benchmark::Counter(
        flop / peak, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK_CAPTURE(readSlice, lite0, "efficientdet-lite0")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(readSlice, lite2, "efficientdet-lite2")
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(readSlice, paper_512, "paper")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

int main(int argc, char** argv) {
    hemo::ml::restartForBetterBlas(argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
