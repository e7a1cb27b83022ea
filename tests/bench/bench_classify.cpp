// The second reader on a scan of 28 slices of 512x512, heat maps included.

#include "core/simulate/phantom.h"
#include "ml/reader/classifier.h"
#include "ml/reader/device/threads.h"
#include "ml/reader/picture/brain_check.h"
#include "ml/reader/picture/preprocess.h"
#include "tests/support/paths.h"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace {

using namespace hemo;

VolumePtr makeScan() {
    PhantomSpec spec;
    spec.columns = spec.rows = 512;
    spec.pixelSpacingMm = 0.45;
    spec.slices = 28;
    return makePhantom(spec).volume;
}

std::filesystem::path shippedModel() {
    for (const auto& entry :
         std::filesystem::directory_iterator(hemo::testing::sourceFolder() / "resources" / "models"))
        if (entry.is_directory()) return entry.path();
    return {};
}

void classifyScan(benchmark::State& state) {
    ml::useThreads(static_cast<int>(state.range(0)));
    const auto classifier =
        ml::Classifier::load(shippedModel(), ml::DeviceChoice::Cpu, static_cast<int>(state.range(1)));
    if (!classifier) return state.SkipWithError(english(classifier.error().message).c_str());
    (*classifier)->warmUp();
    const VolumePtr scan = makeScan();
    for (auto _ : state)
        benchmark::DoNotOptimize((*classifier)->classify(*scan, {}, TaskContext{}));
}
BENCHMARK(classifyScan)
    ->ArgNames({"threads", "sideBySide"})
    ->Args({1, 1})
    ->Args({2, 1})
    ->Args({1, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void loadModel(benchmark::State& state) {
    for (auto _ : state) {
        const auto classifier = ml::Classifier::load(shippedModel(), ml::DeviceChoice::Cpu);
        if (!classifier) return state.SkipWithError(english(classifier.error().message).c_str());
    }
}
BENCHMARK(loadModel)->Unit(benchmark::kMillisecond)->UseRealTime();

void preparePlane(benchmark::State& state) {
    const VolumePtr scan = makeScan();
    ModelInfo info;
    const ml::Crop crop = ml::cropOf(*scan, info.inputSize);
    for (auto _ : state)
        benchmark::DoNotOptimize(ml::networkPlane(*scan, 14, crop, info));
}
BENCHMARK(preparePlane)->Unit(benchmark::kMillisecond);

void checkBrain(benchmark::State& state) {
    const VolumePtr scan = makeScan();
    ModelInfo info;
    const ml::Plane plane = ml::networkPlane(*scan, 14, ml::cropOf(*scan, info.inputSize), info);
    for (auto _ : state)
        benchmark::DoNotOptimize(ml::showsBrain(plane));
}
BENCHMARK(checkBrain)->Unit(benchmark::kMillisecond);

} // namespace
