#include "core/imaging/read/choose_series.h"

#include <algorithm>
#include <tuple>

namespace hemo::imaging {
namespace {

bool isBetter(const SeriesInfo& a, const SeriesInfo& b) {
    const auto rank = [](const SeriesInfo& s) {
        return std::tuple(s.use != SeriesUse::Volume, s.modality != "CT", -s.imageCount, s.seriesNumber);
    };
    return rank(a) < rank(b);
}

} // namespace

void chooseSeries(FolderContents& contents) {
    std::stable_sort(contents.series.begin(), contents.series.end(), isBetter);
    if (contents.series.empty() || contents.series.front().use != SeriesUse::Volume) return;
    contents.bestSeriesId = contents.series.front().id;
    contents.whyBest = "The series with the most images.";
}

} // namespace hemo::imaging
