// From starting the program to the first painted window, as a whole process; beside it the floor: a process
// that does nothing but start.

#include "tests/support/paths.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

namespace {

void run(benchmark::State& state, const std::string& command) {
    for (auto _ : state)
        if (std::system((command + " >/dev/null 2>&1").c_str()) != 0)
            state.SkipWithError("the program failed");
}

void emptyProcess(benchmark::State& state) {
    run(state, "true");
}
void firstWindow(benchmark::State& state) {
    run(state, (hemo::testing::programFolder() / "hemoscope").string() + " --worker /bin/true --quit");
}

} // namespace

BENCHMARK(emptyProcess)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(firstWindow)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(10);
