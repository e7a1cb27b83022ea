#pragma once

#include "core/state/select/link.h"
#include "core/state/select/screen.h"
#include "core/study/same_patient.h"
#include "core/study/study_interval.h"

#include <QString>
#include <QStringList>

namespace hemo::ui {

// What stands over two series that are looked at side by side. Pure.

/// What a series beside is to the first one: "PRIOR", "LATER", "SAME STUDY", "OTHER STUDY".
QString roleText(const SeriesInfo& beside, const SeriesInfo& current);
/// "3 days earlier", "40 minutes later", "same day"; "date unknown". Empty within one study.
QString intervalText(const SeriesInfo& beside, const SeriesInfo& current);
/// "OTHER PATIENT: name and ID differ", "UNKNOWN PATIENT: ..."; empty where it is surely the same.
QString patientAlert(const SeriesInfo& beside, const SeriesInfo& current);

/// The heading over one of several readings.
struct CompareHeading {
    QString role, interval;
    QString series; ///< date and description
    QString alert;
    bool operator==(const CompareHeading&) const = default;
};
CompareHeading compareHeading(const AppState& state, ViewportId viewport);

/// How the readings scroll together or what to do so that they do, and how their planes differ.
QStringList linkText(const AppState& state);

} // namespace hemo::ui
