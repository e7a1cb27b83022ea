#pragma once

#include "app/commands.h"
#include "app/store.h"

#include <QObject>

class QMainWindow;

namespace hemo::ui {

class ApartView;
class AudienceView;

/// The second window of somebody who presents, for another screen: opened, closed and blackened by commands.
/// Owned by the window; GUI thread.
class Audience : public QObject {
    Q_OBJECT
public:
    Audience(Store& store, CommandSet& commands, QMainWindow& window);

private:
    void toggle();
    void close();

    Store& m_store;
    QMainWindow& m_window;
    ApartView* m_apart = nullptr; ///< made when it is first wanted
    AudienceView* m_view = nullptr;
};

} // namespace hemo::ui
