#pragma once

#include "core/state/select/answers.h"

#include <QString>

namespace hemo::ui {

/// What the card says at the top, in words. `suspicion` is the score where the answer is "suspected".
struct VerdictWords {
    QString headline, reason, score;
    QString caution; ///< what to know of the scan beside the answer
    std::optional<double> suspicion;
    bool operator==(const VerdictWords&) const = default;
};

/// `reading`: null where no series is open.
VerdictWords verdictWords(const AppState& state, const Reading* reading);

/// Model, weights, device and time of the answer that is shown; empty where there is none.
QString provenanceText(const AppState& state, const Reading& reading);

} // namespace hemo::ui
