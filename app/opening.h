#pragma once

#include "app/commands.h"
#include "app/store.h"

#include <QObject>

class QDropEvent;
class QMenu;
class QToolButton;
class QWidget;

namespace hemo::ui {

/// Every way to open something from the window: the two dialogs, the tool bar's button with its menu of
/// recent studies, and drops. Owned by the window; GUI thread.
class Opening : public QObject {
    Q_OBJECT
public:
    Opening(Store& store, CommandSet& commands, QWidget& window);

    /// A click asks for a folder; the menu has the rest.
    QToolButton* makeButton(QWidget* parent);
    /// Takes what was dropped: folders, files and archives, in any mixture.
    void drop(const QDropEvent& event, hemo::Opening opening);

private:
    void askForFolder(hemo::Opening opening);
    void askForFiles();
    void fillMenu();
    void addRecents();
    QString startPlace() const;

    Store& m_store;
    CommandSet& m_commands;
    QWidget& m_window;
    QMenu* m_menu;
};

} // namespace hemo::ui
