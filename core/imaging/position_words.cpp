#include "core/imaging/position_words.h"

#include "core/geometry/slice_line.h"

#include <cmath>

namespace hemo::imaging {

Message positionAlong(ViewAxis axis, double positionMm) {
    const double tenths = std::round(positionMm * 10) / 10;
    return say("place.along", std::string(1, sideLetter(axis, tenths)),
               Number{std::abs(tenths), Unit::Millimetre, 1});
}

} // namespace hemo::imaging
