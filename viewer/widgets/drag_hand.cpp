#include "viewer/widgets/drag_hand.h"

#include "viewer/widgets/view_gestures.h"

namespace hemo::ui {
namespace {

constexpr int kTrembleDistance = 3;

Tool toolOf(const SliceScene& scene, Qt::KeyboardModifiers modifiers) {
    return modifiers.testFlag(Qt::ShiftModifier) ? Tool::Crosshair : scene.tool;
}

/// With Ctrl the right button is for the slab; the left one holds the tool.
std::optional<DragMeaning> meaningOf(Qt::MouseButton button, Qt::KeyboardModifiers modifiers,
                                     const SliceScene& scene) {
    if (button == Qt::MiddleButton) return scene.mouse.middle;
    if (button == Qt::RightButton)
        return modifiers == Qt::ControlModifier ? DragMeaning::Slab : scene.mouse.right;
    if (button != Qt::LeftButton) return std::nullopt;
    switch (toolOf(scene, modifiers)) {
    case Tool::Window:
        return DragMeaning::Window;
    case Tool::Pan:
        return DragMeaning::Pan;
    case Tool::Zoom:
        return DragMeaning::Zoom;
    default:
        return std::nullopt;
    }
}

} // namespace

bool DragHand::press(const SliceScene& scene, const AnnotationFrame& frame, Qt::MouseButton button,
                     Qt::KeyboardModifiers modifiers, QPointF at) {
    Held held{button, at, meaningOf(button, modifiers, scene)};
    if (held.meaning) {
        held.pull = pullOf(*held.meaning, scene, frame, at);
    } else {
        const Tool tool = toolOf(scene, modifiers);
        held.isOfCrosshair = tool == Tool::Crosshair;
        // What a click is for is done where the button is let go without a drag; marks have hands of their
        // own.
        const bool isForLeft = held.isOfCrosshair || tool == Tool::OwnFinding || tool == Tool::Volume;
        if (button != Qt::LeftButton || !isForLeft) return false;
        if (held.isOfCrosshair) moveCrosshair(scene, frame, at);
    }
    m_held = std::move(held);
    return true;
}

DragHand::Pull DragHand::pullOf(DragMeaning meaning, const SliceScene& scene, const AnnotationFrame& frame,
                                QPointF from) const {
    switch (meaning) {
    case DragMeaning::Window:
        return [this, from, start = scene.window](QPointF to) {
            m_dispatch(
                action::SetWindow{m_viewport, windowDragged(start, to.x() - from.x(), to.y() - from.y())});
        };
    case DragMeaning::Pan:
        return [this, from, view = scene.view, mm = frame.mmPerLogicalPixel()](QPointF to) {
            m_dispatch(action::SetView{m_viewport, panned(view, {to.x() - from.x(), to.y() - from.y()}, mm)});
        };
    case DragMeaning::Zoom:
        return [this, from, view = scene.view, fromMiddle = frame.fromMiddle(from),
                fit = frame.plane.mmPerPixel * scene.view.zoom](QPointF to) {
            const double factor = zoomFactor(to.y() - from.y());
            m_dispatch(action::SetView{m_viewport, zoomedAt(view, factor, fromMiddle, fit)});
        };
    case DragMeaning::Slices:
        return [this, from, steps = scene.steps, height = frame.area.height()](QPointF to) {
            m_dispatch(action::GoToStep{m_viewport,
                                        stepDragged(steps.index, steps.count, to.y() - from.y(), height)});
        };
    case DragMeaning::Slab:
        return [this, from, start = scene.slab](QPointF to) {
            m_dispatch(action::SetSlab{m_viewport, slabDragged(start, to.y() - from.y())});
        };
    }
    return {};
}

void DragHand::move(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    if (!m_held) return;
    if ((at - m_held->from).manhattanLength() >= kTrembleDistance) m_held->hasMoved = true;
    if (!m_held->hasMoved) return;
    if (m_held->isOfCrosshair) return moveCrosshair(scene, frame, at);
    if (m_held->pull) m_held->pull(at);
}

void DragHand::moveCrosshair(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) const {
    if (scene.hasSlice) m_dispatch(action::MoveCrosshair{m_viewport, frame.toPatient(at)});
}

} // namespace hemo::ui
