// 2,000 files in 20 series: our list with all that it says of a series, and ITK's names of files by series.

#include "made_studies.h"

#include <benchmark/benchmark.h>
#include <itkGDCMSeriesFileNames.h>

namespace {

using namespace hemo;

void listSeries(benchmark::State& state) {
    const auto& folder = bench::twentySeries();
    for (auto _ : state) {
        const auto contents = imaging::scanPaths(std::span(&folder, 1), TaskContext{});
        if (!contents || contents->series.size() != 20 || contents->filesSeen != 2000)
            bench::stop("the folder does not scan");
    }
}
BENCHMARK(listSeries)->Unit(benchmark::kMillisecond)->UseRealTime();

void itkListSeries(benchmark::State& state) {
    const auto& folder = bench::twentySeries();
    for (auto _ : state) {
        const auto names = itk::GDCMSeriesFileNames::New();
        names->SetUseSeriesDetails(true);
        names->SetRecursive(true);
        names->SetInputDirectory(folder.string());
        std::size_t files = 0;
        for (const std::string& series : names->GetSeriesUIDs())
            files += names->GetFileNames(series).size();
        if (files != 2000) bench::stop("ITK does not find the files");
    }
}
BENCHMARK(itkListSeries)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
