#pragma once

#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/slice_annotations.h"

#include <functional>
#include <optional>

namespace hemo::ui {

/// A button that is held over a picture: window, picture, zoom, slices, slab or crosshair go with the hand.
/// What it does goes through the state. GUI thread.
class DragHand {
public:
    DragHand(ViewportId viewport, Dispatch dispatch)
        : m_viewport(viewport), m_dispatch(std::move(dispatch)) {}

    /// False where the button is for something else; nothing happens then.
    bool press(const SliceScene& scene, const AnnotationFrame& frame, Qt::MouseButton button,
               Qt::KeyboardModifiers modifiers, QPointF at);
    void move(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);
    void release() { m_held.reset(); }

    bool isHeld() const { return m_held.has_value(); }
    /// By one of these.
    bool isHeldBy(Qt::MouseButtons buttons) const { return m_held && buttons.testFlag(m_held->button); }
    /// Further than a hand trembles that only clicks.
    bool hasMoved() const { return m_held && m_held->hasMoved; }
    /// None while nothing is held, and of what goes to a place: the crosshair, a click.
    std::optional<DragMeaning> meaning() const { return m_held ? m_held->meaning : std::nullopt; }

    void moveCrosshair(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) const;

private:
    /// Each move's action follows from where the drag began alone, so that no errors add up.
    using Pull = std::function<void(QPointF)>;
    struct Held {
        Qt::MouseButton button;
        QPointF from;
        std::optional<DragMeaning> meaning;
        Pull pull{};
        bool isOfCrosshair = false, hasMoved = false;
    };
    Pull pullOf(DragMeaning meaning, const SliceScene& scene, const AnnotationFrame& frame,
                QPointF from) const;

    ViewportId m_viewport;
    Dispatch m_dispatch;
    std::optional<Held> m_held;
};

} // namespace hemo::ui
