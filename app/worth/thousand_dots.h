#pragma once

#include "core/classify/verdict/predictive_values.h"

#include <QWidget>

namespace hemo::ui {

/// A picture of 1,000 patients, a dot each: who bleeds is found or missed, who does not is passed or alarmed
/// for. Told apart by colour and by shape. GUI thread.
class ThousandDots : public QWidget {
    Q_OBJECT
public:
    explicit ThousandDots(QWidget* parent);
    void setPatients(const ThousandPatients& patients);
    const ThousandPatients& patients() const { return m_patients; }

    enum class Kind { Found, Missed, FalseAlarm, Passed };
    /// One dot, as in the picture: for its legend.
    static void paintDot(QPainter& painter, QPointF centre, Kind kind);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThousandPatients m_patients;
};

} // namespace hemo::ui
