#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace hemo::ui {

/// Where logs and tables are looked for first: a reader's documents.
QString logFolder();

/// Asks where to save a log, as one of these name filters (viewer/widgets/ask_to_save.h). Empty: nowhere.
QString askForLogFile(QWidget* parent, const QString& title, const QStringList& filters);

/// The name filters of what anybody can read, and of the studies of several readers.
QStringList studyFilters();

} // namespace hemo::ui
