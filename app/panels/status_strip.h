#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace hemo::ui {

/// The foot of the window: what is under the cursor, how it is looked at, and what the program is doing or
/// has to say. GUI thread.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    StatusStrip(Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRoom();
    void showHover(const AppState& state);
    void showView(const AppState& state);
    void showProgress(const AppState& state);
    void showNotice(const AppState& state);

    Dispatch m_dispatch;
    QLabel *m_place, *m_slice, *m_window, *m_zoom, *m_message;
    QProgressBar* m_progress;
    QToolButton *m_cancel, *m_dismiss;
};

} // namespace hemo::ui
