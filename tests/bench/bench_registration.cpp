// How long the heads of two studies take to be laid upon each other, as the window does it when a prior is
// put beside: 512 x 512 x 32 slices of 5 mm, the moving head turned by 15 degrees and 30 mm away, with a
// bleed.

#include "core/imaging/filter/register_heads.h"
#include "tests/support/posed_head.h"

#include <benchmark/benchmark.h>

#include <numbers>

namespace {

using namespace hemo;
using hemo::testing::posedHead;
using hemo::testing::PosedHead;

PosedHead wholeHead(unsigned noiseSeed) {
    PosedHead head;
    head.noiseSeed = noiseSeed;
    head.columns = head.rows = 512;
    head.pixelMm = 0.45;
    head.slices = 32;
    return head;
}

void registerHeads512(benchmark::State& state) {
    PosedHead turned = wholeHead(2);
    turned.pose = rigidAbout({}, rotationAbout({0.3, 0.2, 1}, 15 * std::numbers::pi / 180), {18, -12, 21});
    turned.bleedRadiusMm = 16;
    const VolumePtr fixed = posedHead(wholeHead(1)), moving = posedHead(turned);
    double likeness = 0;
    for (auto _ : state) {
        const auto fit = imaging::registerHeads(fixed, moving, TaskContext{});
        if (!fit) return state.SkipWithError("not registered");
        likeness = fit->likeness;
    }
    state.counters["likeness"] = likeness;
}
BENCHMARK(registerHeads512)->Unit(benchmark::kMillisecond)->Iterations(3)->UseRealTime();

} // namespace
