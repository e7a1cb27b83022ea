#include "core/imaging/series/describe_series.h"

#include "core/geometry/slice_line.h"
#include "core/imaging/header/object_kind.h"
#include "core/imaging/parallel.h"
#include "core/imaging/pixels/two_valued.h"
#include "core/imaging/series/geometry_warnings.h"
#include "core/imaging/series/group_series.h"
#include "core/imaging/series/name_parts.h"
#include "core/imaging/series/order_slices.h"
#include "core/imaging/series/stack_warnings.h"
#include "core/study/derive_uid.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace hemo::imaging {
namespace {

std::string standInUid(const SliceGroup& group) {
    // A prediction is tied to its series by this UID, so an empty one could tie it to another series.
    std::string slices;
    for (const SliceHeader& slice : group.slices)
        slices += slice.sopInstanceUid + "\n" + slice.place.file.string() + "\n" + slice.place.member + "\n";
    return deriveUid(slices, "series");
}

/// Where copies were found and which images they copy, without a path: those may hold a patient's name.
std::vector<LoadWarning> copyWarnings(const SliceGroup& group) {
    const std::vector<SliceHeader>& copies = group.copies;
    if (copies.empty()) return {};
    std::vector<std::size_t> all(copies.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto folder = group.slices.front().place.file.parent_path();
    const bool areElsewhere = std::all_of(copies.begin(), copies.end(), [&](const SliceHeader& copy) {
        return copy.place.file.parent_path() != folder;
    });
    const Count count = inWords(copies.size());
    const Message places = placesOf(copies, all);
    const auto said = [&] {
        if (places.empty())
            return areElsewhere ? say("copies.other_folder", count) : say("copies.other_name", count);
        return areElsewhere ? say("copies.other_folder_at", count, places)
                            : say("copies.other_name_at", count, places);
    };
    return {{LoadWarning::Kind::Duplicate, said()}};
}

/// What must be said where UIDs are not what they should be.
std::vector<LoadWarning> identityWarnings(const SliceGroup& group) {
    using Uids = SliceGroup::Uids;
    std::vector<LoadWarning> warnings;
    const auto warn = [&](Message text) {
        warnings.push_back({LoadWarning::Kind::Identity, std::move(text)});
    };
    if (group.uids == Uids::OfSeveralPeople) warn(say("identity.several_people"));
    if (group.uids == Uids::OfSeveralScans) warn(say("identity.several_scans"));
    if (group.uids == Uids::OfEachSlice) warn(say("identity.each_slice"));
    if (std::any_of(group.slices.begin(), group.slices.end(),
                    [](const SliceHeader& s) { return s.sharesUid; }))
        warn(say("identity.shared_image"));
    return warnings;
}

/// What all slices share; none where they differ.
template <class Get> auto shared(const SliceGroup& group, Get get) {
    const auto first = get(group.slices.front());
    const bool isSame = std::all_of(group.slices.begin(), group.slices.end(),
                                    [&](const SliceHeader& slice) { return get(slice) == first; });
    return isSame ? first : decltype(first){};
}

void describeGeometry(const Grid& grid, SeriesInfo& info) {
    const SliceLine line(grid);
    if (info.areDirectionsKnown) info.slicePlane = line.axis();
    if (grid.slices() > 1) info.sliceStepMm = line.typicalStepMm();
}

void describeStack(const SliceGroup& group, SeriesInfo& info) {
    const StackOrder order = orderSlices(group.slices);
    for (std::size_t i : order.kept)
        info.images.push_back(group.slices[i].place);
    info.areDirectionsKnown = group.slices.front().orientation.has_value();
    info.areLengthsKnown = std::all_of(group.slices.begin(), group.slices.end(),
                                       [](const SliceHeader& slice) { return slice.spacing.has_value(); });
    info.isLossy = std::any_of(group.slices.begin(), group.slices.end(),
                               [](const SliceHeader& slice) { return slice.isLossy; });
    info.acquisitionNumber = shared(group, [](const SliceHeader& s) { return s.acquisitionNumber; });
    info.sliceThicknessMm = shared(group, [](const SliceHeader& s) { return s.about.sliceThicknessMm; });
    info.kvp = shared(group, [](const SliceHeader& s) { return s.about.kvp; });
    info.grid = gridOf(group.slices, order);
    describeGeometry(info.grid, info);
    info.warnings = order.warnings;
    for (auto& more : {identityWarnings(group), copyWarnings(group), stackWarnings(group.slices),
                       geometryWarnings(info.grid, sidesOf(info))})
        info.warnings.insert(info.warnings.end(), more.begin(), more.end());
}

void describeListed(const SliceGroup& group, const Message& why, SeriesInfo& info) {
    info.use = SeriesUse::Listed;
    info.whyListed = why;
    for (const SliceHeader& slice : group.slices)
        info.images.push_back(slice.place);
    info.warnings = identityWarnings(group);
    for (LoadWarning& copied : copyWarnings(group))
        info.warnings.push_back(std::move(copied));
}

/// What only the pixels tell. They are looked at where the files leave their kind open, and nowhere else.
Message whyNoCtAfterAll(const SliceGroup& group) {
    if (!isUnmarkedCt(group.slices.front()) || !areTwoValued(group.slices)) return {};
    return say("kind.two_values");
}

SeriesInfo describe(const SliceGroup& group) {
    SeriesInfo info = group.slices.front().about;
    info.areUidsItsOwn = group.uids == SliceGroup::Uids::ItsOwn;
    if (info.seriesInstanceUid.empty() || !info.areUidsItsOwn) info.seriesInstanceUid = standInUid(group);
    if (!info.areUidsItsOwn) info.frameOfReferenceUid.clear(); // nothing else lies in its space for certain
    if (info.description.empty())
        info.description =
            info.seriesNumber > 0 ? "Series " + std::to_string(info.seriesNumber) : "Unnamed series";
    const Message why = group.whyListed.empty() ? whyNoCtAfterAll(group) : group.whyListed;
    if (why.empty())
        describeStack(group, info);
    else
        describeListed(group, why, info);
    info.imageCount = static_cast<int>(info.images.size());
    return info;
}

} // namespace

Result<std::vector<SeriesInfo>> describeSeries(std::vector<SliceHeader> slices, const TaskContext& context) {
    const std::vector<SliceGroup> groups = groupSeries(std::move(slices), context);
    if (context.cancelled()) return cancelled();
    std::vector<SeriesInfo> series(groups.size());
    const bool isDone = forEachIndex(groups.size(), context, {say("stage.series_list"), 0.8, 1},
                                     [&](std::size_t i) { series[i] = describe(groups[i]); });
    if (!isDone) return cancelled();
    nameParts(series);
    return series;
}

} // namespace hemo::imaging
