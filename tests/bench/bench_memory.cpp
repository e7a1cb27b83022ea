// How much memory 1,500 slices of 512 x 512 take at most, and that they open: the loader alone in a process
// of its own, and the whole window with a second reader. Time is beside the point; the counters are the
// result.

#include "made_studies.h"

#include "tests/support/paths.h"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace hemo;

/// Runs `work` in a child and gives its peak resident memory in MB.
template <class Work> double peakOfChild(Work work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) bench::stop("the process fails");
    return static_cast<double>(used.ru_maxrss) / 1024;
}

void tell(benchmark::State& state, double peakMb) {
    const double voxelsMb = 1500.0 * bench::kSide * bench::kSide * 2 / (1 << 20);
    state.counters["voxels_MB"] = voxelsMb;
    state.counters["peak_MB"] = peakMb;
    state.counters["allowed_MB"] = 1.3 * voxelsMb + 150;
}

void loadLongStudy(benchmark::State& state) {
    const auto& folder = bench::longStudy();
    for (auto _ : state)
        tell(state, peakOfChild([&] {
                 return bench::loaded(bench::onlySeries(folder))->grid().slices() == 1500 ? 0 : 1;
             }));
}

/// With the pane of the volume view, where there is a display for it, and everything sent to a worker that
/// answers at once.
void openLongStudyInTheWindow(benchmark::State& state) {
    const std::string folder = bench::longStudy().string(), bin = hemo::testing::programFolder().string();
    const std::string picture = folder + ".png";
    for (auto _ : state)
        tell(state, peakOfChild([&] {
                 const int nowhere = ::open("/dev/null", O_WRONLY);
                 ::dup2(nowhere, STDERR_FILENO);
                 ::execl((bin + "/hemoscope").c_str(), "hemoscope", folder.c_str(), "--worker",
                         (bin + "/hemo_fake_worker").c_str(), "--classify", "--screenshot", picture.c_str(),
                         "--quit", "--no-recent", nullptr);
                 return 127;
             }));
}

BENCHMARK(loadLongStudy)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(openLongStudyInTheWindow)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

} // namespace
