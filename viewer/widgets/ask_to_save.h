#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace hemo::ui {

/// The ending that was typed, where it is one of those of the name filters ("Table (*.csv)"); else that of
/// the filter that was chosen is added.
QString withEnding(const QString& file, const QStringList& filters, const QString& chosen);

/// Asks where to save, as one of these name filters, the first at the beginning. Nothing is written over
/// without being asked, also where the ending was not typed. Empty: nowhere. GUI thread.
QString askToSave(QWidget* parent, const QString& title, QString suggested, const QStringList& filters);

} // namespace hemo::ui
