// Loading of 400 slices of 512 x 512, and of the same files by itk::ImageSeriesReader and by read(2), in one
// run.

#include "made_studies.h"

#include <benchmark/benchmark.h>
#include <itkGDCMImageIO.h>
#include <itkImage.h>
#include <itkImageSeriesReader.h>

#include <atomic>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace hemo;
namespace fs = std::filesystem;

void scanAndLoad(benchmark::State& state) {
    const auto& folder = bench::plainStudy();
    for (auto _ : state)
        benchmark::DoNotOptimize(bench::loaded(bench::onlySeries(folder)));
}

void load(benchmark::State& state) {
    const SeriesInfo series = bench::onlySeries(bench::plainStudy());
    for (auto _ : state)
        benchmark::DoNotOptimize(bench::loaded(series));
}

/// Given the files in order already, so without a scan of its own.
void itkLoad(benchmark::State& state) {
    using Image = itk::Image<std::int16_t, 3>;
    std::vector<std::string> files;
    for (const auto& file : bench::filesOf(bench::onlySeries(bench::plainStudy())))
        files.push_back(file.string());
    for (auto _ : state) {
        const auto reader = itk::ImageSeriesReader<Image>::New();
        reader->SetImageIO(itk::GDCMImageIO::New());
        reader->SetFileNames(files);
        reader->Update();
        benchmark::DoNotOptimize(reader->GetOutput()->GetBufferPointer());
    }
}

void readAll(const fs::path& file, std::vector<char>& buffer) {
    const int descriptor = ::open(file.c_str(), O_RDONLY);
    std::size_t done = 0;
    for (ssize_t n; (n = ::read(descriptor, buffer.data() + done, buffer.size() - done)) > 0;)
        done += static_cast<std::size_t>(n);
    ::close(descriptor);
    if (done == 0) bench::stop("a file does not read");
    benchmark::DoNotOptimize(buffer.data());
}

/// The floor: every byte through read(2), kept nowhere, on as many threads as the argument says.
void readBytes(benchmark::State& state) {
    const std::vector<fs::path> files = bench::filesOf(bench::onlySeries(bench::plainStudy()));
    for (auto _ : state) {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> threads;
        for (int t = 0; t < state.range(0); ++t)
            threads.emplace_back([&] {
                std::vector<char> buffer(600 * 1024);
                for (std::size_t i; (i = next++) < files.size();)
                    readAll(files[i], buffer);
            });
    }
}

/// The floor of whoever keeps what is read: into memory that is taken for it, on one thread.
void readBytesAndKeepThem(benchmark::State& state) {
    const std::vector<fs::path> files = bench::filesOf(bench::onlySeries(bench::plainStudy()));
    for (auto _ : state) {
        std::vector<std::vector<char>> kept;
        for (const fs::path& file : files)
            readAll(file, kept.emplace_back(600 * 1024));
    }
}

/// From the click to the picture of the middle slice: what comes after it is stopped.
void firstPicture(benchmark::State& state) {
    const SeriesInfo series = bench::onlySeries(bench::plainStudy());
    for (auto _ : state) {
        std::stop_source stop;
        VolumePtr first;
        const auto rest = imaging::loadSeries(series, TaskContext(stop.get_token()), [&](VolumePtr volume) {
            first = std::move(volume);
            stop.request_stop();
        });
        if (!first || rest) bench::stop("no first picture");
    }
}

BENCHMARK(scanAndLoad)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(load)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(itkLoad)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(readBytes)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(readBytesAndKeepThem)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(firstPicture)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
