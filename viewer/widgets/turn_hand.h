#pragma once

#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/slice_annotations.h"

namespace hemo::ui {

/// Where the lines of the other views' planes can be taken hold of: near both ends of each, within the view.
/// None where no other view has a plane to turn, or the lines are not shown.
std::vector<QPointF> turnHandles(const SliceScene& scene, const AnnotationFrame& frame);

/// Rings on the lines, while the mouse is over the view; the one under it is filled.
void drawTurnHandles(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                     QPointF cursor);

/// The left button at those handles: the planes of the other views turn about the crosshair with the hand,
/// this view's own picture stays. GUI thread.
class TurnHand {
public:
    explicit TurnHand(Dispatch dispatch) : m_dispatch(std::move(dispatch)) {}

    /// False where there is no handle; nothing happens then.
    bool press(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);
    bool move(const AnnotationFrame& frame, QPointF at);
    bool release();
    bool isHeld() const { return m_held.has_value(); }

private:
    /// As it was when the button went down: what is turned follows from it alone, so that no errors add up.
    struct Held {
        std::vector<PlaneOfView> planes;
        Grid grid;
        PatientPoint crosshair;
        double radians = 0; ///< of the hand, clockwise on the screen
    };
    Dispatch m_dispatch;
    std::optional<Held> m_held;
};

/// Whether a handle is under the mouse.
bool isAtTurnHandle(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);

} // namespace hemo::ui
