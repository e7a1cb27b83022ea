#pragma once

#include "core/marks/blood.h"
#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/slice_annotations.h"

namespace hemo::ui {

/// The left button as a brush: paints into the volume that it is put on, else into the chosen one or a new
/// one, in the acquired slice that is shown. From button to button one step to undo. GUI thread.
class BrushHand {
public:
    BrushHand(ViewportId viewport, Dispatch dispatch)
        : m_viewport(viewport), m_dispatch(std::move(dispatch)) {}

    /// False where the view is none to paint in.
    bool press(const SliceScene& scene, const AnnotationFrame& frame, QPointF at, Brush brush);
    /// False where the button is not down.
    bool move(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);
    /// The button was let go, here or elsewhere: what was painted stays. False where it was not down.
    bool release();

private:
    bool isOn(const Mark& mark, const SliceScene& scene, PatientPoint at) const;
    std::optional<Mark> volumeUnder(const SliceScene& scene, PatientPoint at) const;
    void paint(const SliceScene& scene, PatientPoint to);

    ViewportId m_viewport;
    Dispatch m_dispatch;
    std::optional<PatientPoint> m_last; ///< where the brush is while the button is down
    std::optional<Mark> m_volume;       ///< that is painted into, as it was when the button went down
    Brush m_brush = Brush::Adds;
};

} // namespace hemo::ui
