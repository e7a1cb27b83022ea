// Scan and load of 400 slices of 512x512, and the same slices through itk::ImageSeriesReader, in one run.
// The files are in the system's file cache: what is measured is the program, not the disk.

#include "core/imaging/read/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/write/write_series.h"
#include "tests/support/odd_series.h"
#include "tests/support/temp_folder.h"

#include <benchmark/benchmark.h>
#include <itkGDCMImageIO.h>
#include <itkImage.h>
#include <itkImageSeriesReader.h>

#include <cstdlib>
#include <iostream>

namespace {

using namespace hemo;

constexpr int kSlices = 400, kSide = 512;

/// Written once, gone at the end.
const std::filesystem::path& studyFolder() {
    static const testing::TempFolder folder;
    static const bool isWritten = [] {
        testing::OddStack stack;
        stack.columns = stack.rows = kSide;
        stack.columnSpacingMm = stack.rowSpacingMm = 0.45;
        stack.slices = kSlices;
        stack.sliceSpacingMm = 0.5;
        testing::writeOddSeries(stack, folder.path() / "study", testing::Naming::Shuffled);
        return true;
    }();
    (void)isWritten;
    static const std::filesystem::path path = folder.path() / "study";
    return path;
}

[[noreturn]] void stop(const std::string& why) {
    std::cerr << why << "\n";
    std::exit(1);
}

FolderContents scanned() {
    auto contents = imaging::scanPaths(std::span(&studyFolder(), 1), TaskContext{});
    if (!contents || contents->series.size() != 1) stop("the study does not scan");
    return std::move(*contents);
}

VolumePtr loaded(const SeriesInfo& series) {
    auto result = imaging::loadSeries(series, TaskContext{});
    if (!result || result->volume->grid().slices() != kSlices) stop("the series does not load");
    return result->volume;
}

void scan(benchmark::State& state) {
    studyFolder();
    for (auto _ : state)
        benchmark::DoNotOptimize(scanned());
}

void load(benchmark::State& state) {
    const FolderContents contents = scanned();
    for (auto _ : state)
        benchmark::DoNotOptimize(loaded(contents.series.front()));
}

void scanAndLoad(benchmark::State& state) {
    studyFolder();
    for (auto _ : state) {
        const FolderContents contents = scanned();
        benchmark::DoNotOptimize(loaded(contents.series.front()));
    }
}

/// The other side: given the files in order already, so without a scan of its own.
void itkLoad(benchmark::State& state) {
    using Image = itk::Image<std::int16_t, 3>;
    const FolderContents contents = scanned();
    std::vector<std::string> files;
    for (const auto& image : contents.series.front().images)
        files.push_back(image.file.string());
    for (auto _ : state) {
        const auto reader = itk::ImageSeriesReader<Image>::New();
        reader->SetImageIO(itk::GDCMImageIO::New());
        reader->SetFileNames(files);
        reader->Update();
        benchmark::DoNotOptimize(reader->GetOutput()->GetBufferPointer());
    }
}

BENCHMARK(scan)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(load)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(scanAndLoad)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(itkLoad)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
