#include "viewer/widgets/mark_hand.h"

#include "core/anatomy/other_half.h"
#include "core/marks/drawing.h"
#include "core/marks/handles.h"
#include "core/marks/height_by_hand.h"

#include <QRandomGenerator>

namespace hemo::ui {
namespace {

constexpr double kTremble = 3;

double trembleMm(const AnnotationFrame& frame) {
    return kTremble * frame.mmPerLogicalPixel();
}

} // namespace

void MarkHand::draw(Mark mark, bool isWhole) {
    m_dispatch(action::DraftMark{{m_viewport, std::move(mark)}});
    if (isWhole) m_dispatch(action::KeepDraft{});
}

bool MarkHand::press(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    m_from = at;
    m_hasMoved = false;
    const PatientPoint place = frame.toPatient(at);
    if (scene.draft) { // a mark of several strokes goes on
        m_isDrawing = true;
        Drawn drawn = asksForHeight(*scene.draft)
                          ? heightPressed(*scene.draft, scene.plane, scene.native->grid(), place)
                          : pressed(*scene.draft, place, trembleMm(frame));
        draw(std::move(drawn.mark), drawn.isWhole);
        return true;
    }
    const auto shape = shapeDrawnBy(scene.tool);
    if (auto grip = gripAt(scene, frame, at); grip && (!shape || grip->handle)) {
        m_dispatch(action::ChooseMark{grip->mark.id});
        m_grip = std::move(grip);
        return true;
    }
    if (scene.chosenMark) m_dispatch(action::ChooseMark{std::nullopt});
    if (!shape || scene.tool == Tool::Brush) return false; // whose hand is another
    m_isDrawing = true;
    const ViewFrame view{frame.plane.right, frame.plane.down};
    Mark mark = begun(*shape, view, place, MarkId{QRandomGenerator::global()->generate64()});
    if (*shape == Mark::Shape::MidlineShift && scene.middle && scene.axis == ViewAxis::Axial) {
        // The midline is known: what is displaced is under the hand.
        constexpr double kReachMm = 80;
        const MiddleLine line = middleLine(*scene.middle, view, place, kReachMm);
        mark.points = {line.from, line.to, place};
    }
    draw(std::move(mark), false);
    return true;
}

bool MarkHand::move(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    const PatientPoint place = frame.toPatient(at);
    if (m_grip) {
        m_hasMoved = m_hasMoved || (at - m_from).manhattanLength() >= kTremble;
        if (m_hasMoved)
            draw(m_grip->handle ? withHandleAt(m_grip->mark, *m_grip->handle, place)
                                : movedBy(m_grip->mark, place - frame.toPatient(m_from)),
                 false);
        return true;
    }
    if (!scene.draft) return m_isDrawing;
    draw(asksForHeight(*scene.draft) ? withHeightTo(*scene.draft, scene.plane, scene.native->grid(), place)
                                     : moved(*scene.draft, place, trembleMm(frame)),
         false);
    return true;
}

bool MarkHand::release(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    const bool wasDrawing = std::exchange(m_isDrawing, false);
    if (std::exchange(m_grip, std::nullopt)) {
        if (m_hasMoved) m_dispatch(action::KeepDraft{});
        return true;
    }
    if (!wasDrawing || !scene.draft || asksForHeight(*scene.draft)) return wasDrawing;
    if (auto drawn = released(*scene.draft, frame.toPatient(at), trembleMm(frame)))
        draw(std::move(drawn->mark), drawn->isWhole);
    else
        m_dispatch(action::DropDraft{});
    return true;
}

void MarkHand::letGo() {
    m_isDrawing = false;
    if (std::exchange(m_grip, std::nullopt)) m_dispatch(action::DropDraft{});
}

} // namespace hemo::ui
