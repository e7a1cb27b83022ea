#pragma once

#include "core/state/select_compare.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <optional>

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
    /// The place under the cursor, in the patient space of that series; none where it is over no picture.
    void setHover(std::optional<PatientPoint> place, ComparedSeries series = ComparedSeries::Current);

private:
    void showHover();
    void showProgress(const AppState& state);
    void showNotice(const AppState& state);

    Dispatch m_dispatch;
    QLabel *m_place, *m_slice, *m_window, *m_zoom, *m_message;
    QProgressBar* m_progress;
    QToolButton *m_cancel, *m_dismiss;
    /// What the place is looked up in: the pictures that are shown.
    struct Looked {
        VolumePtr native, regular;
        Sides sides = Sides::Known;
        Lengths lengths = Lengths::Known;
    };
    Looked m_current, m_prior;
    std::optional<PatientPoint> m_hover;
    ComparedSeries m_hoverSeries = ComparedSeries::Current;
};

/// HU at a place as the pictures show it: on an acquired slice from that slice, between slices from the even
/// grid. None outside the scan, in a gap, and between slices while there is no even grid yet.
std::optional<int> shownHu(const VolumePtr& native, const VolumePtr& regular, PatientPoint place);

} // namespace hemo::ui
