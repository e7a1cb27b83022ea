#pragma once

#include "core/reading/reading.h"

#include <QString>

namespace hemo::ui {

/// A finding in two lines: "Left, S 42 mm, about 18 mL" and "Slices 12-17, subdural", or "Slice 12,
/// 265 HU: calcified?".
struct FindingWords {
    QString where, what;
    bool operator==(const FindingWords&) const = default;
};
/// Nothing that is not known is said: no side where nobody knows the sides, no place without lengths.
/// The level is that of the slice, as the views tell it.
FindingWords findingWords(const Finding& finding, const Reading& reading);

/// "about 18 mL", "under 1 mL"; "over 18 mL" where the blood goes on beyond the outline.
QString volumeText(const BleedOutline& outline);

/// What the rule in force is worth, as it was measured; empty where it was not.
QString worthText(const OperatingPoint& point);
/// "Balanced", "Screening".
QString operatingPointText(const std::string& name);

} // namespace hemo::ui
