#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QSlider;
class QToolButton;

namespace hemo::ui {

/// The heat map on and off, how strong it is, and the way from one suspicious slice to the next. GUI thread.
class HeatRow : public QWidget {
    Q_OBJECT
public:
    HeatRow(Dispatch dispatch, QWidget* parent);
    /// `reading`: whose answer the card shows; null where nothing is open.
    void setState(const AppState& state, const Reading* reading);

private:
    void buildSlider();
    QToolButton* buildStep(const char* objectName, const QString& name, int direction);

    Dispatch m_dispatch;
    ReadingId m_reading = ReadingId::None;
    QToolButton *m_heat, *m_previous, *m_next;
    QSlider* m_opacity;
};

} // namespace hemo::ui
