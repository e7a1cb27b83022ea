// 400 compressed slices of 512 x 512, and the decoder alone on the same streams: what it takes on one thread,
// and on all cores at once. Also how long a load goes on after it was told to stop.

#include "made_studies.h"

#include "core/image/resample.h"
#include "core/imaging/pixels/read_pixels.h"
#include "core/imaging/source/open_image.h"
#include "tests/support/encode_frame.h"
#include "tests/support/odd_series.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace {

using namespace hemo;
using testing::coding::kAll;

const char* syntaxOf(const benchmark::State& state) {
    return kAll[static_cast<std::size_t>(state.range(0))];
}

void loadCompressed(benchmark::State& state) {
    const SeriesInfo series = bench::onlySeries(bench::compressedStudy(syntaxOf(state)));
    state.SetLabel(syntaxOf(state));
    for (auto _ : state)
        benchmark::DoNotOptimize(bench::loaded(series));
}

/// The pixels of the same slices: no file is opened, no header read and no HU made.
void decodeAlone(benchmark::State& state) {
    const SeriesInfo series = bench::onlySeries(bench::compressedStudy(syntaxOf(state)));
    state.SetLabel(syntaxOf(state));
    struct Slice {
        imaging::PixelLayout pixels;
        std::vector<std::byte> stream;
    };
    std::vector<Slice> slices;
    for (const ImagePlace& place : series.images) {
        auto file = imaging::openImage(place);
        if (!file) bench::stop("a slice does not open");
        const auto headers = imaging::parseSliceHeaders(place, *file);
        if (!headers) bench::stop("a slice does not read");
        const imaging::PixelLayout& pixels = headers->front().pixels;
        const auto index = imaging::FrameIndex::create(*file, pixels);
        std::vector<std::byte> target(pixels.bytes());
        auto stream = imaging::readFrame(*file, *index, pixels, target);
        if (!stream) bench::stop("a slice has no stream");
        slices.push_back({pixels, std::move(*stream)});
    }
    for (auto _ : state) {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> threads;
        for (int t = 0; t < state.range(1); ++t)
            threads.emplace_back([&] {
                std::vector<std::byte> target(slices.front().pixels.bytes());
                for (std::size_t n = next++; n < slices.size(); n = next++)
                    if (!imaging::finishFrame(slices[n].stream, slices[n].pixels, target))
                        bench::stop("a slice does not decode");
            });
    }
}

using Clock = std::chrono::steady_clock;

/// How long `work` goes on after it is stopped, in a bad moment: while it is at full work.
template <class Work> void timeStop(benchmark::State& state, Work work) {
    for (auto _ : state) {
        std::stop_source stop;
        Clock::time_point asked;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(15));
            asked = Clock::now();
            stop.request_stop();
        });
        work(TaskContext(stop.get_token()));
        const auto ended = Clock::now();
        stopper.join();
        state.SetIterationTime(std::max(0.0, std::chrono::duration<double>(ended - asked).count()));
    }
}

void stopLoad(benchmark::State& state) {
    const bool isPlain = state.range(0) < 0;
    const SeriesInfo series =
        bench::onlySeries(isPlain ? bench::plainStudy() : bench::compressedStudy(syntaxOf(state)));
    state.SetLabel(isPlain ? "uncompressed" : syntaxOf(state));
    timeStop(state, [&](const TaskContext& context) {
        benchmark::DoNotOptimize(imaging::loadSeries(series, context));
    });
}

void stopScan(benchmark::State& state) {
    const auto& folder = bench::twentySeries();
    timeStop(state, [&](const TaskContext& context) {
        benchmark::DoNotOptimize(imaging::scanPaths(std::span(&folder, 1), context));
    });
}

void stopReformat(benchmark::State& state) {
    testing::OddStack stack;
    stack.columns = stack.rows = bench::kSide;
    stack.columnSpacingMm = stack.rowSpacingMm = 0.45;
    stack.slices = 200;
    stack.sliceSpacingMm = 0.7;
    stack.tiltDegrees = 15;
    const VolumePtr volume = testing::oddVolume(stack);
    timeStop(state,
             [&](const TaskContext& context) { benchmark::DoNotOptimize(resampleRegular(volume, context)); });
}

constexpr int kFirst = 0, kLast = kAll.size() - 1;
BENCHMARK(loadCompressed)
    ->ArgName("syntax")
    ->DenseRange(kFirst, kLast)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(decodeAlone)
    ->ArgNames({"syntax", "threads"})
    ->ArgsProduct({benchmark::CreateDenseRange(kFirst, kLast, 1), {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(stopLoad)
    ->ArgName("syntax")
    ->DenseRange(-1, kLast)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(20);
BENCHMARK(stopScan)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(20);
BENCHMARK(stopReformat)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(20);

} // namespace
