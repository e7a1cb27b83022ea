#include "core/imaging/series/value_warnings.h"

namespace hemo::imaging {

std::vector<LoadWarning> valueWarnings(const ValueFacts& values) {
    constexpr int kAir = -300; // every head CT has air around or inside it
    std::vector<LoadWarning> warnings;
    const auto warn = [&](const std::string& text) { warnings.push_back({LoadWarning::Kind::Scale, text}); };
    if (values.range.highest < values.range.lowest)
        warn("These images hold padding alone: there is nothing to see.");
    else if (values.range.lowest > kAir && !values.wasWrapped)
        warn("The lowest value is " + std::to_string(values.range.lowest) +
             " HU, so there is no air in these images: their scale may be wrong.");
    if (values.wasWrapped)
        warn(
            "Values below zero were stored as very bright ones, so that air was brighter than bone: this was "
            "mended.");
    if (values.hadConflict)
        warn("The header and the compressed pixels disagree on the sign or depth of the values: the reading "
             "that makes a smooth picture is shown.");
    if (values.hadContradiction)
        warn("The files contradict themselves on the bits of a value: the reading that makes a smooth "
             "picture is "
             "shown.");
    if (values.range.hasClamped) warn("Some values are too large for CT and were cut off.");
    if (values.hasUnusedPadding) warn("The files name a padding value that tissue has too: it is not used.");
    return warnings;
}

} // namespace hemo::imaging
