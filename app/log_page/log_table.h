#pragma once

#include "core/reading_log/log_summary.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hemo::ui {

/// "Assisted", "Second reader, before", ...
QString conditionText(ReadingCondition condition);

/// What was measured, once for each condition of the summary; "-" where it was not.
struct LogRow {
    QString name;
    QString meaning; ///< in one sentence
    QStringList cells;
};
std::vector<LogRow> logRows(const LogSummary& summary);

/// "41 readings, the truth of 30 is known."
QString logHeadline(const LogSummary& summary);
/// Empty where nobody changed their mind.
QString changesText(const ChangesOfMind& changes);

} // namespace hemo::ui
