#pragma once

#include "core/imaging/series/hint.h"
#include "core/study/series_info.h"

namespace hemo::imaging {

/// Contrast agent given: by words in the series' description (CTA, "C+", "ohne KM"), else by
/// ContrastBolusAgent or by words in the study's.
Hint hasContrast(const SeriesInfo& info);
/// ContrastBolusAgent names an agent that a description denies.
bool isContrastContradicted(const SeriesInfo& info);
/// A scan of the head: by BodyPartExamined, else by words in the descriptions.
Hint isHead(const SeriesInfo& info);
/// For bone: by its kernel, else by words in the description. No: for soft tissue.
Hint isForBone(const SeriesInfo& info);
/// Scanned again and again while contrast passes.
bool isPerfusion(const SeriesInfo& info);

} // namespace hemo::imaging
