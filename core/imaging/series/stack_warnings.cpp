#include "core/imaging/series/stack_warnings.h"

#include "core/imaging/header/object_kind.h"
#include "core/imaging/header/value_unit.h"

#include <algorithm>
#include <map>

namespace hemo::imaging {

namespace {

/// Frames that objects announce and are too short to hold, each object counted once.
std::size_t missingFrames(std::span<const SliceHeader> slices) {
    std::map<std::pair<std::string, std::string>, int> objects;
    for (const SliceHeader& slice : slices)
        if (slice.missingFrames > 0)
            objects[{slice.place.file.string(), slice.place.member}] = slice.missingFrames;
    std::size_t sum = 0;
    for (const auto& [object, missing] : objects)
        sum += static_cast<std::size_t>(missing);
    return sum;
}

} // namespace

std::vector<LoadWarning> stackWarnings(std::span<const SliceHeader> slices) {
    using Kind = LoadWarning::Kind;
    const auto any = [&](auto is) { return std::any_of(slices.begin(), slices.end(), is); };
    std::vector<LoadWarning> warnings;
    if (any(isUnmarkedCt))
        warnings.push_back({Kind::NotCt, say("stack.not_ct")});
    else if (any([](const SliceHeader& s) { return !s.rescale; }))
        warnings.push_back({Kind::Scale, say("stack.no_scale")});
    const auto lacks = [&](Rescale::Missing part) {
        return any([part](const SliceHeader& s) { return s.rescale && s.rescale->missing == part; });
    };
    if (lacks(Rescale::Missing::Slope)) warnings.push_back({Kind::Scale, say("stack.no_slope")});
    if (lacks(Rescale::Missing::Intercept)) warnings.push_back({Kind::Scale, say("stack.no_intercept")});
    if (any([](const SliceHeader& s) { return unitOfRescaleType(s.rescaleType) == ValueUnit::Unsaid; }))
        warnings.push_back({Kind::Scale, say("stack.no_unit")});
    if (any([](const SliceHeader& s) { return !s.spacing; }))
        warnings.push_back({Kind::Geometry, say("stack.no_pixel_size")});
    if (any([](const SliceHeader& s) { return s.isLossy; }))
        warnings.push_back({Kind::Lossy, say("stack.lossy")});
    if (const std::size_t missing = missingFrames(slices); missing > 0)
        warnings.push_back({Kind::Unreadable, say("stack.missing_frames", inWords(missing))});
    return warnings;
}

} // namespace hemo::imaging
