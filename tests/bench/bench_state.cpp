// What an action costs before anything is painted: the state is copied and compared for each. Two hundred
// series are listed with their pictures, eight were opened and answered.

#include "tests/support/readings_of.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hemo;
using namespace hemo::testing;

constexpr int kSeries = 200, kOpened = 8, kSlices = 40;

VolumePtr smallVolume(const std::string& uid) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < kSlices; ++k)
        positions.push_back({0, 0, k * 5.0});
    return std::make_shared<const Volume>(Grid(8, 8, {1, 0, 0}, {0, 1, 0}, 30, 30, positions),
                                          std::vector<std::int16_t>(8 * 8 * kSlices, 30), uid);
}

SeriesInfo seriesNamed(const std::string& id) {
    SeriesInfo info;
    info.id = info.seriesInstanceUid = id;
    info.images.resize(kSlices, {"a-folder/of-images/slice.dcm", {}, 0});
    return info;
}

PredictionPtr answerTo(const Volume& volume) {
    Prediction p;
    for (int k = 0; k < kSlices; ++k)
        p.slices.push_back({k, {.9}});
    p.provenance.rule = {2, 0.5};
    p.provenance.seriesInstanceUid = volume.seriesInstanceUid();
    p.verdict = judge(p.slices, p.provenance.rule);
    return std::make_shared<const Prediction>(std::move(p));
}

AppState busyState() {
    FolderContents contents;
    for (int n = 0; n < kSeries; ++n)
        contents.series.push_back(
            seriesNamed("1.2.840.113619.2.55.3.604688119.971.1234567890." + std::to_string(n)));
    contents.bestSeriesId = contents.series.front().id;
    AppState s = reduce(AppState{}, action::OpenPaths{{"a folder"}});
    s = scanned(s, contents);
    for (int n = 0; n < kOpened; ++n) {
        const SeriesInfo& info = contents.series[static_cast<std::size_t>(n)];
        s = reduce(s, action::OpenSeries{kLead, info.id});
        s = loaded(s, kLead, info, smallVolume(info.id));
        s = classified(s, answerTo(*lead(s).volume));
    }
    for (const SeriesInfo& info : contents.series)
        s = reduce(s, action::ThumbnailMade{s.shelf.thumbnailJob.number, info.id,
                                            std::make_shared<const RgbaImage>(64, 64)});
    return s;
}

void copyState(benchmark::State& state) {
    const AppState s = busyState();
    for (auto _ : state) {
        AppState copy = s;
        benchmark::DoNotOptimize(copy);
    }
    state.counters["thumbnails"] = double(s.shelf.thumbnails->size());
}
void stepASlice(benchmark::State& state) {
    AppState s = busyState();
    int by = 1;
    for (auto _ : state) {
        s = reduce(s, action::StepSlice{kLead, by});
        by = -by;
    }
}
BENCHMARK(copyState)->Unit(benchmark::kMicrosecond);
BENCHMARK(stepASlice)->Unit(benchmark::kMicrosecond);

} // namespace
