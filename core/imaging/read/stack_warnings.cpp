#include "core/imaging/read/stack_warnings.h"

#include "core/imaging/read/object_kind.h"

#include <algorithm>

namespace hemo::imaging {

std::vector<LoadWarning> stackWarnings(std::span<const SliceHeader> slices) {
    using Kind = LoadWarning::Kind;
    const auto any = [&](auto is) { return std::any_of(slices.begin(), slices.end(), is); };
    std::vector<LoadWarning> warnings;
    if (any(isUnmarkedCt))
        warnings.push_back({Kind::NotCt, "These images are not marked as CT: their values are taken as HU."});
    else if (any([](const SliceHeader& s) { return !s.rescale; }))
        warnings.push_back({Kind::Scale, "The files name no scale to HU: stored values are taken as HU."});
    if (any([](const SliceHeader& s) { return !s.spacing; }))
        warnings.push_back({Kind::Geometry,
                            "The files name no pixel size: 1 mm is assumed, so lengths and volumes "
                            "cannot be trusted."});
    if (any([](const SliceHeader& s) { return s.isLossy; }))
        warnings.push_back(
            {Kind::Lossy, "These images were compressed with loss: fine detail may be missing."});
    return warnings;
}

} // namespace hemo::imaging
