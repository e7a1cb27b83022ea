#pragma once

#include "core/state/select.h"

#include <QString>

namespace hemo::ui {

/// What the card says at the top, in words. `suspicion` is the score where the answer is "suspected".
struct VerdictWords {
    QString headline, reason, score;
    QString caution; ///< what to know of the scan beside the answer
    std::optional<double> suspicion;
    bool operator==(const VerdictWords&) const = default;
};

VerdictWords verdictWords(const AppState& state);

/// Model, weights, device and time of the answer that is shown; empty where there is none.
QString provenanceText(const AppState& state);

} // namespace hemo::ui
