#pragma once

#include "app/commands.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace hemo::ui {

/// All that can be done, by its words: type some of them, Enter does it. What is not possible now is listed
/// only when it is asked for, and dim. GUI thread.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(CommandSet& commands, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void list(const QString& wanted);
    void addRow(const Command& command);
    void doChosen();

    CommandSet& m_commands;
    QLineEdit* m_words;
    QListWidget* m_rows;
};

} // namespace hemo::ui
