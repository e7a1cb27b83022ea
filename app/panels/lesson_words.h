#pragma once

#include "core/classroom/learning.h"

#include <QString>

namespace hemo::ui {

/// What a case says: its maker's words, the program's own in the reader's language.
QString caseText(const std::string& text);
/// "CASE 3 OF 12, FOR BEGINNERS".
QString caseTitle(const CaseCollection& collection, std::size_t current);
/// What is so, a line each: "A bleed: subdural", or "No bleed".
QString truthText(const CaseTruth& truth);
/// What the answer was worth, and how long it took, a line each: "Your answer is right.", "Time: 32 s."
QString scoreText(const CaseScore& score, double seconds);
/// "10 of 12 answers right, 8 of 9 places found, ...".
QString roundText(const RoundSummary& summary);

} // namespace hemo::ui
