#include "app/log_page/log_files.h"

#include "viewer/widgets/tr.h"

#include <QFileDialog>
#include <QRegularExpression>
#include <QStandardPaths>

namespace hemo::ui {

QString logFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString askForLogFile(QWidget* parent, const QString& title, const QStringList& filters) {
    QString chosen = filters.value(0);
    QString file = QFileDialog::getSaveFileName(parent, title, logFolder() + "/reading-log",
                                                filters.join(";;"), &chosen);
    if (file.isEmpty()) return file;
    static const QRegularExpression ending(R"(\*(\.\w+)\))");
    const QString wanted = ending.match(chosen).captured(1);
    return file.endsWith(wanted, Qt::CaseInsensitive) ? file : file + wanted;
}

QStringList studyFilters() {
    return {tr("iMRMC (*.imrmc)"), tr("RJafroc (*.xlsx)"), tr("Table (*.csv)")};
}

} // namespace hemo::ui
