#include "core/imaging/series/lone_slices.h"

#include "core/imaging/header/object_kind.h"
#include "core/imaging/series/order_slices.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace hemo::imaging {
namespace {

/// All that slices of one scan share beside their UIDs.
std::string likeness(const SliceHeader& slice) {
    const SeriesInfo& about = slice.about;
    std::string key;
    for (const std::string& part :
         {about.patientId, about.patientName, about.patientBirthDate, about.studyDate, about.studyTime,
          about.studyDescription, about.description, about.modality, about.kernel, about.imageType,
          about.bodyPart, about.manufacturer, about.institution, about.contrastAgent, slice.sopClassUid,
          std::to_string(about.seriesNumber), std::to_string(slice.pixels.columns),
          std::to_string(slice.pixels.rows)})
        key += part + '\n';
    return key;
}

/// A monitoring scan looks at one place again and again: that is no stack.
bool lieApart(const std::vector<const SliceHeader*>& slices) {
    constexpr double kSamePlaceMm = 0.01;
    std::vector<SliceHeader> all;
    std::set<int> numbers;
    for (const SliceHeader* slice : slices) {
        all.push_back(*slice);
        if (slice->instanceNumber) numbers.insert(*slice->instanceNumber);
    }
    std::set<long> places;
    for (const auto& mm : offsetsOf(all))
        if (mm) places.insert(std::lround(*mm / kSamePlaceMm));
    return (places.empty() ? numbers.size() : places.size()) * 10 >= slices.size() * 9;
}

} // namespace

std::map<const SliceHeader*, std::string> joinLoneSlices(std::span<const SliceHeader> slices) {
    std::map<std::string, std::vector<const SliceHeader*>> bySeries, byLikeness;
    for (const SliceHeader& slice : slices)
        if (!slice.about.seriesInstanceUid.empty()) bySeries[slice.about.seriesInstanceUid].push_back(&slice);
    for (const auto& [uid, alone] : bySeries)
        if (alone.size() == 1 && whyNotASlice(*alone.front()).empty())
            byLikeness[likeness(*alone.front())].push_back(alone.front());
    std::map<const SliceHeader*, std::string> joined;
    for (const auto& [key, alike] : byLikeness)
        if (alike.size() >= kFewestLoneSlices && lieApart(alike))
            for (const SliceHeader* slice : alike)
                joined[slice] = "\n\n" + key; // as no series is called
    return joined;
}

} // namespace hemo::imaging
