#include "app/log_page/log_files.h"

#include "viewer/widgets/tr.h"

#include <QStandardPaths>

namespace hemo::ui {

QString logFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QStringList studyFilters() {
    return {tr("iMRMC (*.imrmc)"), tr("RJafroc (*.xlsx)"), tr("Table (*.csv)")};
}

} // namespace hemo::ui
