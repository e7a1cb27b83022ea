#include "core/imaging/read/describe_series.h"

#include "core/imaging/parallel.h"
#include "core/imaging/read/group_series.h"
#include "core/imaging/read/load_series.h"
#include "core/imaging/read/order_slices.h"
#include "core/imaging/read/stack_warnings.h"

#include <algorithm>
#include <map>

namespace hemo::imaging {
namespace {

std::string standInUid(const SliceGroup& group) {
    // A prediction is tied to its series by this UID, so an empty one could tie it to another series.
    std::size_t mixed = group.slices.size();
    for (const SliceHeader& slice : group.slices)
        mixed =
            mixed * 1099511628211u ^
            std::hash<std::string>{}(slice.sopInstanceUid + slice.place.file.string() + slice.place.member);
    return "2.25." + std::to_string(mixed);
}

void describeStack(const SliceGroup& group, SeriesInfo& info) {
    const StackOrder order = orderSlices(group.slices);
    const std::vector<SliceHeader> kept = keptSlices(group.slices, order);
    for (const SliceHeader& slice : kept)
        info.images.push_back(slice.place);
    info.warnings = order.warnings;
    for (auto& more : {stackWarnings(kept), geometryWarnings(gridOf(group.slices, order))})
        info.warnings.insert(info.warnings.end(), more.begin(), more.end());
}

void describeListed(const SliceGroup& group, SeriesInfo& info) {
    info.use = SeriesUse::Listed;
    info.whyListed = group.whyListed;
    for (const SliceHeader& slice : group.slices)
        info.images.push_back(slice.place);
}

SeriesInfo describe(SliceGroup& group) {
    std::stable_sort(group.slices.begin(), group.slices.end(),
                     [](const SliceHeader& a, const SliceHeader& b) {
                         return a.instanceNumber.value_or(0) < b.instanceNumber.value_or(0);
                     });
    SeriesInfo info = group.slices.front().about;
    if (info.seriesInstanceUid.empty()) info.seriesInstanceUid = standInUid(group);
    if (info.description.empty())
        info.description =
            info.seriesNumber > 0 ? "Series " + std::to_string(info.seriesNumber) : "Unnamed series";
    if (group.whyListed.empty())
        describeStack(group, info);
    else
        describeListed(group, info);
    info.imageCount = static_cast<int>(info.images.size());
    return info;
}

/// Entries of one series UID are told apart by a part number.
void numberParts(std::vector<SeriesInfo>& series) {
    std::map<std::string, int> parts;
    for (SeriesInfo& info : series)
        info.id = info.seriesInstanceUid + "#" + std::to_string(++parts[info.seriesInstanceUid]);
}

} // namespace

Result<std::vector<SeriesInfo>> describeSeries(std::vector<SliceHeader> slices, const TaskContext& context) {
    std::vector<SliceGroup> groups = groupSeries(std::move(slices));
    std::vector<SeriesInfo> series(groups.size());
    const bool isDone = forEachIndex(groups.size(), context, {"Making the series list", 0.8, 1},
                                     [&](std::size_t i) { series[i] = describe(groups[i]); });
    if (!isDone) return cancelled();
    numberParts(series);
    return series;
}

} // namespace hemo::imaging
