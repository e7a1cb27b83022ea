#pragma once

#include "core/state/select/answers.h"

#include <QString>

namespace hemo::ui {

/// What stands beside the headline, so that states are told apart from two metres by more than words.
enum class VerdictMark {
    None,
    Suspected,    ///< a filled block
    RestUnknown,  ///< the same with a broken edge: what was found stands, the rest cannot be excluded
    BelowRule,    ///< an open outline: slices to look at that are not enough for the rule
    CannotAssess, ///< hatched
    Failed,       ///< a dashed outline
    Locked,       ///< a closed eye: the answer is not for whoever reads now
};

/// What the card says at the top, in words. `suspicion` is the score where the answer is "suspected".
struct VerdictWords {
    VerdictMark mark = VerdictMark::None;
    QString headline;
    QString rest; ///< why what was not seen cannot be excluded, beside what was found
    QString sure; ///< how sure that is: of what was found how likely, of none how many are found at all
    QString reason;
    QString misses;  ///< what the model is known to miss, where it says that it saw nothing
    QString worth;   ///< how often the rule raises a false alarm, where it has raised one
    QString exact;   ///< the figures behind all of this, for whoever asks
    QString caution; ///< what to know of the scan beside the answer
    std::optional<double> suspicion;
    bool operator==(const VerdictWords&) const = default;
};

/// `reading`: null where no series is open.
VerdictWords verdictWords(const AppState& state, const Reading* reading);

/// What computed: "CPU, 2 threads", or a GPU by its name.
QString deviceText(const std::string& device);
/// Model, weights, device and time of the answer that is shown; empty where there is none.
QString provenanceText(const AppState& state, const Reading& reading);

} // namespace hemo::ui
