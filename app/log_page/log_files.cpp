#include "app/log_page/log_files.h"

#include "viewer/widgets/ask_to_save.h"
#include "viewer/widgets/tr.h"

#include <QStandardPaths>

namespace hemo::ui {

QString logFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString askForLogFile(QWidget* parent, const QString& title, const QStringList& filters) {
    return askToSave(parent, title, logFolder() + "/reading-log", filters);
}

QStringList studyFilters() {
    return {tr("iMRMC (*.imrmc)"), tr("RJafroc (*.xlsx)"), tr("Table (*.csv)")};
}

} // namespace hemo::ui
