#pragma once

#include "core/state/select_compare.h"
#include "viewer/render/slice_renderer.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <array>
#include <optional>

class QGridLayout;
class QLabel;

namespace hemo::ui {

class CompareHeader;
class ProbabilityStrip;
class SliceView;
class VolumeView;

/// The views in the middle of the window and where they stand: four of the current series, one of them large,
/// or the current series' own slices beside a prior's. The probability strip stands at the current series'
/// side, whose answers it shows. GUI thread.
class ViewLayout : public QWidget {
    Q_OBJECT
public:
    ViewLayout(Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);
    /// True where every view shows what the state asks for (the volume view draws in the background).
    bool isSettled() const;

Q_SIGNALS:
    /// The place under the cursor in the patient space of that series; none where it is over no picture.
    void hovered(std::optional<hemo::PatientPoint> place, hemo::ComparedSeries series);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// All that the places follow from.
    struct Arrangement {
        bool isComparing = false, isPriorInFront = false;
        std::optional<Pane> enlarged;
        ViewAxis native = ViewAxis::Axial; ///< the plane of the current series' own slices
        bool operator==(const Arrangement&) const = default;
    };
    void arrange(const Arrangement& next);
    void placeFour(std::optional<Pane> enlarged);
    void keepFocus(QWidget& shown);
    void placeTwo(const Arrangement& next);
    QWidget* pane(Pane which) const;

    Dispatch m_dispatch;
    render::SliceRenderer m_renderer;
    QGridLayout* m_grid;
    std::array<SliceView*, 3> m_sliceViews{};
    VolumeView* m_volumeView;
    SliceView* m_priorView;
    ProbabilityStrip* m_strip;
    CompareHeader *m_currentHeader, *m_priorHeader;
    QLabel* m_link;
    std::optional<Arrangement> m_arrangement;
};

} // namespace hemo::ui
