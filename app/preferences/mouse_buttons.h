#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;

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
    QComboBox* addChoice(QHBoxLayout& row, const char* name, const QString& label);
    void choose();

    Dispatch m_dispatch;
    QComboBox *m_middle, *m_right;
    QLabel* m_fixed;
};

} // namespace hemo::ui
