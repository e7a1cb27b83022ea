#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hemo::ui {

/// How a series stands that is opened, where it is asked what to open, and how many studies are listed that
/// were. GUI thread.
class OpeningPage : public QWidget {
    Q_OBJECT
public:
    OpeningPage(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    void fillLayouts(const AppState& state);
    void chooseFolder();
    void askAndClear();

    Dispatch m_dispatch;
    QComboBox *m_layout, *m_recents;
    QLineEdit* m_folder;
    QPushButton *m_choose, *m_beside, *m_clear;
    QLabel* m_fixed;
};

} // namespace hemo::ui
