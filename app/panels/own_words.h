#pragma once

#include "core/reading/agreement.h"

#include <QString>

namespace hemo::ui {

/// "Bleed", "None", "Cannot tell".
QString answerText(ReaderVerdict::Answer answer);
/// "a guess", "unsure", "likely", "sure", "certain".
QString confidenceText(int confidence);
/// "Subdural, epidural"; "Kind open" where none was named.
QString kindsText(const ReaderVerdict& verdict);
/// "2 places".
QString placesText(std::size_t places);
/// What the verdict says, a line each: "Bleed", "Subdural", "Sure, 4 of 5", "2 places".
QString verdictLines(const ReaderVerdict& verdict);
/// "Bleed, subdural, sure, 2 places".
QString verdictLine(const ReaderVerdict& verdict);
/// The local time of day, with the date where that is not today's.
QString timeText(std::int64_t secondsSince1970);
/// What is still to be chosen: one short sentence.
QString gapText(VerdictGap gap);

/// "You disagree"; empty where there is nothing to compare.
QString agreementText(Agreement agreement);
/// Which places are matched, in one sentence; empty where neither shows any.
QString matchText(const MatchedPlaces& places);

} // namespace hemo::ui
