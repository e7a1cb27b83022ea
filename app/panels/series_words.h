#pragma once

#include "core/state/select/shelf.h"
#include "core/study/recent_study.h"
#include "core/study/study_tree.h"

#include <QString>

namespace hemo::ui {

// What the study browser and the list of recent studies say. Pure; every line of files' text is plain text,
// tool tips are mark-up with that text escaped.

/// P hides names; then a number stands for a person.
enum class Names { Shown, Hidden };

/// "Doe, Jane"; "Patient 2" where names are hidden or there is none.
QString patientText(const SeriesInfo& series, Names names, int number);
/// "2019-03-12  Head without contrast".
QString studyText(const SeriesInfo& series);
/// "28 × 5 mm", "28 images" where no thickness is known or it cannot be opened, "1 image".
QString countText(const SeriesInfo& series);
/// Kernel and contrast: "Hr40  with contrast"; empty where neither is named.
QString kernelText(const SeriesInfo& series);
/// Everything there is to know before opening: what it is, why it cannot be opened, warnings, and why it was
/// opened first (empty: it was not).
QString seriesTip(const SeriesInfo& series, const QString& whyBest);
/// The same for a screen reader, in one line.
QString seriesSpeech(const SeriesInfo& series, const QString& whyBest);

/// "Doe, Jane and 3 others"; "Study 2" where names are hidden or there is none.
QString recentText(const RecentStudy& study, Names names, int number);
/// "Not there now" for what has gone; else the number of images.
QString recentCountText(const RecentStudy& study);
/// "2019-03-12  Head CT".
QString recentStudyText(const RecentStudy& study);

/// What the second reader says of a listed series, in a word: "Suspected"; empty where it has not been asked.
QString answerText(select::ListMark mark);

} // namespace hemo::ui
