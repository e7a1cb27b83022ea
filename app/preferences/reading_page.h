#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QSpinBox;

namespace hemo::ui {

/// How is read, whether it is logged, what is read ahead, who is named, and the memory that volumes may take,
/// and how dense blood is that a click measures.
/// GUI thread.
class ReadingPage : public QWidget {
    Q_OBJECT
public:
    ReadingPage(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    QCheckBox* addSwitch(const char* name, const QString& words);
    QSpinBox* addHu(const char* name, const QString& words);

    Dispatch m_dispatch;
    QButtonGroup* m_ways;
    QCheckBox *m_isLogKept, *m_isListReadAhead, *m_areNamesShown;
    QSpinBox *m_memory, *m_leastHu, *m_mostHu;
    QLabel* m_fixed;
};

} // namespace hemo::ui
