#include "core/imaging/series/value_warnings.h"

namespace hemo::imaging {

std::vector<LoadWarning> valueWarnings(const ValueFacts& values) {
    constexpr int kAir = -300; // every head CT has air around or inside it
    std::vector<LoadWarning> warnings;
    const auto warn = [&](Message text) { warnings.push_back({LoadWarning::Kind::Scale, std::move(text)}); };
    if (values.range.highest < values.range.lowest)
        warn(say("values.padding_alone"));
    else if (values.range.lowest > kAir && !values.wasWrapped)
        warn(say("values.no_air", whole(values.range.lowest, Unit::Hounsfield)));
    if (values.wasWrapped) warn(say("values.wrapped"));
    if (values.hadConflict) warn(say("values.conflict"));
    if (values.hadContradiction) warn(say("values.contradiction"));
    if (values.range.hasClamped) warn(say("values.too_large"));
    if (values.hasUnusedPadding) warn(say("values.unused_padding"));
    return warnings;
}

} // namespace hemo::imaging
