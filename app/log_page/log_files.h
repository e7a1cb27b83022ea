#pragma once

#include <QString>
#include <QStringList>

namespace hemo::ui {

/// Where logs and tables are looked for first: a reader's documents.
QString logFolder();

/// The name filters of what anybody can read, and of the studies of several readers.
QStringList studyFilters();

} // namespace hemo::ui
