#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace hemo::ui {

/// How the window looks, the colours of heat, how large text and controls are, and the language. GUI thread.
class AppearancePage : public QWidget {
    Q_OBJECT
public:
    AppearancePage(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    QComboBox* addChoice(const char* name, const QString& label);

    Dispatch m_dispatch;
    QComboBox *m_theme, *m_heat, *m_textSize, *m_language;
    QLabel *m_later, *m_fixed;
};

} // namespace hemo::ui
