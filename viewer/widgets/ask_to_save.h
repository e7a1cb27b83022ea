#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>

class QWidget;

namespace hemo::ui {

/// The ending that was typed, where it is one of those of the name filters ("Table (*.csv)"); else that of
/// the filter that was chosen is added.
QString withEnding(const QString& file, const QStringList& filters, const QString& chosen);

/// Asks where to save, as one of these name filters, the first at the beginning. Nothing is written over
/// without being asked, also where the ending was not typed. Empty: nowhere. GUI thread.
QString askToSave(QWidget* parent, const QString& title, QString suggested, const QStringList& filters);

/// Where a dialog that saves begins: the folder that something was saved in last, `usual` where there is none
/// or it is gone. Looks at the disk.
QString saveFolder(const std::filesystem::path& savedIn, const QString& usual);
/// The folder that a file lies in.
std::filesystem::path folderOf(const QString& file);

} // namespace hemo::ui
