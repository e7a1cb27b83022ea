#pragma once

#include "core/study/series_info.h"

namespace hemo {

/// Whether anybody knows which side of the pictures is the patient's left. Where not, nothing may claim it:
/// no letters, no "L 34 mm", no "left" in words.
enum class Sides { Known, Unknown };

/// Whether a pixel has a size in millimetres. Where nobody named one, no length and no place may be shown.
enum class Lengths { Known, Unknown };

inline Lengths lengthsOf(const SeriesInfo& series) {
    return series.areLengthsKnown ? Lengths::Known : Lengths::Unknown;
}

inline Sides sidesOf(const SeriesInfo& series) {
    return series.areDirectionsKnown ? Sides::Known : Sides::Unknown;
}

} // namespace hemo
