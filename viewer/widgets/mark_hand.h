#pragma once

#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/mark_painting.h"

namespace hemo::ui {

/// The left button at marks: draws new ones, and takes hold of those that are there. What it does goes
/// through the state; a movement that it does not want is told by false. GUI thread.
class MarkHand {
public:
    MarkHand(ViewportId viewport, Dispatch dispatch)
        : m_viewport(viewport), m_dispatch(std::move(dispatch)) {}

    bool press(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);
    bool move(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);
    bool release(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);
    /// The button was let go elsewhere.
    void letGo();

private:
    void draw(Mark mark, bool isWhole);

    ViewportId m_viewport;
    Dispatch m_dispatch;
    std::optional<Grip> m_grip; ///< as it was when the button went down
    QPointF m_from;
    bool m_hasMoved = false;
    bool m_isDrawing = false; ///< the button is down
};

} // namespace hemo::ui
