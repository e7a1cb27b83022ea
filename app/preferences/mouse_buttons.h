#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QComboBox;

namespace hemo::ui {

/// "pan", as in "Middle drag: pan".
QString dragText(DragMeaning meaning);

/// What the middle and the right button of the mouse do over a picture. GUI thread.
class MouseButtons : public QWidget {
    Q_OBJECT
public:
    MouseButtons(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    QComboBox* addChoice(const char* name, const QString& label);
    void choose();

    Dispatch m_dispatch;
    QComboBox *m_middle, *m_right;
};

} // namespace hemo::ui
