#pragma once

#include "core/classify/findings/finding_changes.h"
#include "core/reading/reading.h"
#include "core/study/sides.h"

#include <QString>

namespace hemo::ui {

/// A finding in two lines: "Left · about 18 mL" and "Subdural · slices 12–17 · S 42 mm", or "265 HU:
/// calcified? · slice 12"; and the figures behind them.
struct FindingWords {
    QString where, what;
    QString decision;   ///< what the reader has decided on it; empty where nothing
    bool isDim = false; ///< they rejected it
    QString exact;      ///< sentences for whoever asks
    bool operator==(const FindingWords&) const = default;
};
/// Nothing that is not known is said: no side where nobody knows the sides, no place without lengths.
/// The level is that of the slice, as the views tell it.
FindingWords findingWords(const Finding& finding, const Reading& reading);

/// What became of it since an earlier study, of which `since` names the day: "10 mL more than on 2026-02-20",
/// "not found on 2026-02-20"; empty where the two cannot be compared.
QString changeText(const FindingChange& change, const QString& since);
/// What is no longer found: "Gone since 2026-02-20: left, about 5 mL"; empty where nothing is gone.
QString goneText(const FindingChanges& changes, const Findings& earlier, Sides sides, const QString& since);

/// "about 18 mL", "under 1 mL"; "over 18 mL" where the blood goes on beyond the outline.
QString volumeText(const BleedOutline& outline);

} // namespace hemo::ui
