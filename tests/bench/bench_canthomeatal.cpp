// How long the canthomeatal plane of a head takes to be found, or to be refused, in 512 x 512 x 160 voxels.

#include "core/anatomy/canthomeatal.h"
#include "tests/support/eared_head.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hemo;
using hemo::testing::Canals;

VolumePtr wholeHead(Canals canals) {
    hemo::testing::PosedHead head;
    head.columns = head.rows = 512;
    head.pixelMm = 0.47;
    head.slices = 160;
    head.sliceMm = 1;
    head.fieldShiftMm = {0, 0, -20};
    head.over = hemo::testing::EaredHead(canals);
    return posedHead(head);
}

void findPlane(benchmark::State& state, Canals canals) {
    const VolumePtr head = wholeHead(canals);
    for (auto _ : state)
        if (canthomeatalPlane(*head).has_value() != (canals == Canals::Both))
            return state.SkipWithError("found what is not there, or not what is");
}
BENCHMARK_CAPTURE(findPlane, found, Canals::Both)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK_CAPTURE(findPlane, refused, Canals::BothFilled)->Unit(benchmark::kMillisecond)->Iterations(5);

} // namespace
