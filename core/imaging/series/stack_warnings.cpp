#include "core/imaging/series/stack_warnings.h"

#include "core/imaging/header/object_kind.h"
#include "core/imaging/header/value_unit.h"
#include "core/imaging/plain_words.h"

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
        warnings.push_back({Kind::NotCt, "These images are not marked as CT: their values are taken as HU."});
    else if (any([](const SliceHeader& s) { return !s.rescale; }))
        warnings.push_back({Kind::Scale, "The files name no scale to HU: stored values are taken as HU."});
    const auto lacks = [&](Rescale::Missing part) {
        return any([part](const SliceHeader& s) { return s.rescale && s.rescale->missing == part; });
    };
    if (lacks(Rescale::Missing::Slope))
        warnings.push_back({Kind::Scale, "The files name no slope of the scale to HU: 1 is taken."});
    if (lacks(Rescale::Missing::Intercept))
        warnings.push_back({Kind::Scale, "The files name no intercept of the scale to HU: 0 is taken."});
    if (any([](const SliceHeader& s) { return unitOfRescaleType(s.rescaleType) == ValueUnit::Unsaid; }))
        warnings.push_back(
            {Kind::Scale, "The files do not say what their values are: they are taken as HU."});
    if (any([](const SliceHeader& s) { return !s.spacing; }))
        warnings.push_back({Kind::Geometry,
                            "The files name no pixel size: 1 mm is assumed, so lengths and volumes "
                            "cannot be trusted."});
    if (any([](const SliceHeader& s) { return s.isLossy; }))
        warnings.push_back(
            {Kind::Lossy, "These images were compressed with loss: fine detail may be missing."});
    if (const std::size_t missing = missingFrames(slices); missing > 0)
        warnings.push_back({Kind::Unreadable, counted(missing, "image is", "images are") +
                                                  " announced by the files and not there: copy them again "
                                                  "from their source."});
    return warnings;
}

} // namespace hemo::imaging
