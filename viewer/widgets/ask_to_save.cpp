#include "viewer/widgets/ask_to_save.h"

#include "viewer/widgets/path_text.h"
#include "viewer/widgets/tr.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>

#include <algorithm>

namespace hemo::ui {
namespace {

/// ".csv" of "Table (*.csv)".
QString endingOf(const QString& filter) {
    static const QRegularExpression ending(R"(\*(\.\w+)\))");
    return ending.match(filter).captured(1);
}

bool mayWriteOver(const QString& file, QWidget* parent) {
    QMessageBox question(QMessageBox::NoIcon, tr("Save"),
                         tr("%1 is there already. Write over it?").arg(QFileInfo(file).fileName()),
                         QMessageBox::Yes | QMessageBox::No, parent);
    question.setDefaultButton(QMessageBox::No);
    return question.exec() == QMessageBox::Yes;
}

} // namespace

QString withEnding(const QString& file, const QStringList& filters, const QString& chosen) {
    const bool isTyped = std::ranges::any_of(
        filters, [&](const QString& filter) { return file.endsWith(endingOf(filter), Qt::CaseInsensitive); });
    return isTyped ? file : file + endingOf(chosen);
}

QString saveFolder(const std::filesystem::path& savedIn, const QString& usual) {
    const QString folder = pathText(savedIn);
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : usual;
}

std::filesystem::path folderOf(const QString& file) {
    return pathFrom(QFileInfo(file).absolutePath());
}

QString askToSave(QWidget* parent, const QString& title, QString suggested, const QStringList& filters) {
    QString chosen = filters.value(0);
    for (;;) {
        // The file's name is whole only when its ending is known: what it would write over is asked below.
        const QString typed = QFileDialog::getSaveFileName(parent, title, suggested, filters.join(";;"),
                                                           &chosen, QFileDialog::DontConfirmOverwrite);
        if (typed.isEmpty()) return {};
        QString file = withEnding(typed, filters, chosen);
        if (!QFileInfo::exists(file) || mayWriteOver(file, parent)) return file;
        suggested = std::move(file);
    }
}

} // namespace hemo::ui
