#pragma once

#include "core/reading_log/shared_log.h"
#include "core/result.h"

#include <QByteArray>

namespace hemo::ui {

/// What the reading log can be saved as.
enum class LogFormat {
    Csv,    ///< one line a reading, with everything
    Imrmc,  ///< for iMRMC: the ratings of cases whose truth is known
    Jafroc, ///< for RJafroc: an Excel workbook of a factorial ROC study, of the cases that everybody read in
            ///< every way
    Shared, ///< to be joined with the logs of other readers of the same study
};
/// By the ending of the file's name; anything else is a table.
LogFormat logFormatOf(const QString& file);

/// The whole file. `log.study`: empty where it belongs to none that is shared; it cannot be joined then.
/// Fails where there is nothing that the format could hold. Any
/// thread; writes a temporary file for a workbook.
Result<QByteArray> logFile(const SharedLog& log, LogFormat format);

} // namespace hemo::ui
