#pragma once

#include "app/drawn_study.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace hemo::ui {

/// Asks which bleed is to be drawn into a copy of the scan, and where. GUI thread.
class BleedMaker : public QDialog {
    Q_OBJECT
public:
    using Draw = std::function<void(const BleedRequest&)>;
    /// `crosshair`: where it may be drawn at.
    BleedMaker(PatientPoint crosshair, Draw draw, QWidget* window);

private:
    void accept() override;

    PatientPoint m_crosshair;
    Draw m_draw;
    QComboBox *m_kind, *m_place;
    QDoubleSpinBox *m_volumeMl, *m_hu;
    QSpinBox* m_seed;
};

} // namespace hemo::ui
