#include "viewer/widgets/slice_view.h"

#include "viewer/widgets/first_pictures.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/mark_text_edit.h"
#include "viewer/widgets/mark_words.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/tool_cursor.h"
#include "viewer/widgets/view_gestures.h"
#include "viewer/widgets/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace hemo::ui {
namespace {

constexpr int kSliderWidth = 14;
constexpr double kZoomPerNotch = 1.2;

/// Beside the slider.
QRectF pictureArea(const QWidget& view) {
    return QRectF(view.rect()).adjusted(0, 0, -kSliderWidth, 0);
}

} // namespace

SliceView::SliceView(ViewportId viewport, render::SliceRenderer& renderer, Dispatch dispatch, QWidget* parent,
                     FirstPictures* firstPictures)
    : QWidget(parent),
      m_viewport(viewport),
      m_dispatch(std::move(dispatch)),
      m_slider(new QSlider(Qt::Vertical, this)),
      m_markText(new MarkTextEdit(
          [this](MarkId mark, std::string text) {
              m_dispatch(action::NameMark{m_scene.reading, mark, std::move(text)});
          },
          this)),
      m_drag(viewport, m_dispatch),
      m_marks(viewport, m_dispatch),
      m_brush(viewport, m_dispatch),
      m_turn(m_dispatch),
      m_painter(renderer),
      m_firstPictures(firstPictures) {
    setObjectName("sliceView");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 120);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the layout alone says how large
    m_slider->setObjectName("sliceSlider");
    m_slider->setCursor(Qt::ArrowCursor);
    m_slider->setFocusPolicy(Qt::NoFocus); // the view itself takes the keys
    m_slider->installEventFilter(this);
    connect(m_slider, &QSlider::valueChanged, this, [this](int index) {
        m_dispatch(action::GoToStep{m_viewport, index});
    });
    refreshSlider();
    refreshCursor();
}

void SliceView::setState(const AppState& state) {
    showScene(sliceScene(state, m_viewport));
    showHover(state);
}

void SliceView::showScene(SliceScene scene) {
    if (scene == m_scene) return;
    const bool isToolNew =
        scene.tool != m_scene.tool || scene.isAnswering != m_scene.isAnswering ||
        (scene.tool == Tool::Brush && (scene.brushMm != m_scene.brushMm || scene.view != m_scene.view));
    SliceScene before = std::exchange(m_scene, std::move(scene));
    if (!m_scene.native) m_painter.forget(); // a hidden view is not painted, but must not keep a volume
    if (isToolNew) refreshCursor();
    refreshSlider();
    tellHover(); // another slice may have come under a mouse that rests
    if (m_cursor && m_scene.draft && m_scene.native && m_scene.steps != before.steps)
        m_marks.move(m_scene, annotationFrame(), *m_cursor);
    const bool isVolumeNew = m_scene.native && m_scene.native != before.native;
    if (isVolumeNew && isVisible() && m_firstPictures) return paintInTurn(std::move(before));
    if (!m_scene.native) m_before.reset();
    update();
}

void SliceView::paintInTurn(SliceScene before) {
    if (m_before) return; // it waits already
    m_before = std::move(before);
    m_firstPictures->ask(this, [this] {
        m_before.reset();
        repaint();
    });
}

void SliceView::showHover(const AppState& state) {
    const auto value = valueUnderCursor(state);
    if (value == m_value) return;
    for (const auto& place : {std::exchange(m_value, value), value}) { // as little as that is painted again
        if (!place) continue;
        // The difference comes with the picture: it may need the other side of the mouse.
        const CursorValue widest{place->cursor, place->text + (m_scene.takenOff ? ", +88888" : "")};
        update(cursorValueReach(widest, pictureArea(*this)).toAlignedRect());
    }
}

/// While the hand pulls at the slab, how thick it is; nothing while it does something else than point.
std::optional<CursorValue> SliceView::valueUnderCursor(const AppState& state) const {
    if (m_drag.meaning() == DragMeaning::Slab && m_drag.hasMoved() && m_cursor)
        return CursorValue{*m_cursor, slabText(m_scene.slab)};
    const auto& hover = state.screen.hover;
    const bool isOurs = hover && hover->viewport == m_viewport && m_cursor;
    if (!isOurs || !state.screen.isValueAtCursor || m_drag.isHeld() || m_turn.isHeld() || m_scene.draft ||
        !m_scene.emptyText.isEmpty())
        return std::nullopt;
    const auto under = select::hoverValue(state);
    if (!under || !under->hu) return std::nullopt;
    return CursorValue{*m_cursor, tr("%1 HU").arg(*under->hu)};
}

std::optional<CursorValue> SliceView::cursorValue() const {
    const auto difference = m_value ? m_painter.differenceAt(picturePoint(m_value->cursor)) : std::nullopt;
    if (!difference) return m_value;
    const QString sign = *difference > 0 ? "+" : "";
    return CursorValue{m_value->cursor, QStringLiteral("%1, %2%3").arg(m_value->text, sign).arg(*difference)};
}

std::optional<PicturePlane> SliceView::plane() const {
    if (!m_scene.native) return std::nullopt;
    return scenePlane(m_scene, int(std::lround(width() * devicePixelRatioF())),
                      int(std::lround(height() * devicePixelRatioF())));
}

PicturePoint SliceView::picturePoint(QPointF position) const {
    return {position.x() * devicePixelRatioF(), position.y() * devicePixelRatioF()};
}

std::optional<PatientPoint> SliceView::patientAt(QPointF position) const {
    const auto shown = plane();
    if (!shown) return std::nullopt;
    return shown->toPatient(picturePoint(position));
}

QPointF SliceView::widgetPoint(PatientPoint place) const {
    const PicturePoint p = plane()->toPicture(place);
    return QPointF(p.x, p.y) / devicePixelRatioF();
}

void SliceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painter.paint(painter, m_before ? *m_before : m_scene,
                    {size(), devicePixelRatioF(), pictureArea(*this)});
    // What is there for the hand alone is in no picture that leaves the program.
    if (m_cursor && m_scene.native && !shapeDrawnBy(m_scene.tool))
        drawTurnHandles(painter, m_scene, annotationFrame(), *m_cursor);
    if (const auto value = cursorValue())
        drawCursorValue(painter, *value, pictureArea(*this), m_painter.markWords());
    if (hasFocus() || m_scene.isCurrentTile) {
        painter.setPen(m_scene.isCurrentTile || !m_scene.tile ? palette::kAccent : palette::kLine);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QImage SliceView::picture() {
    return anonymousPicture(m_scene, m_painter, size(), devicePixelRatioF());
}

void SliceView::refreshSlider() {
    const QSignalBlocker quiet(m_slider);
    const SliceSteps& steps = m_scene.steps;
    m_slider->setVisible(steps.count > 1 && !m_scene.tile);
    m_slider->setRange(0, std::max(0, steps.count - 1));
    m_slider->setPageStep(std::max(1, steps.count / 10));
    m_slider->setValue(steps.index);
    // Superior, anterior and left are at the top of the slider.
    m_slider->setInvertedAppearance(m_scene.upwardStep < 0);
    const QString name = m_scene.linedUp ? tr("Beside") : planeText(m_scene);
    m_slider->setAccessibleName(m_scene.linedUp ? tr("Slices of the series beside")
                                                : tr("%1 slices").arg(name));
    if (!m_scene.native)
        setAccessibleName(tr("%1 view, empty").arg(name));
    else if (!m_scene.hasSlice)
        setAccessibleName(tr("%1 view, no slice at this level").arg(name));
    else if (steps.isNative)
        setAccessibleName(tr("%1 view, slice %2 of %3").arg(name).arg(steps.index + 1).arg(steps.count));
    else
        setAccessibleName(tr("%1 view, %2").arg(name, m_scene.sliceText.value(m_scene.sliceText.size() - 1)));
    QStringList description = m_scene.heatText;
    if (m_scene.sides == Sides::Unknown) description.prepend(sidesUnknownText());
    setAccessibleDescription(m_scene.emptyText.isEmpty() ? description.join(". ") : m_scene.emptyText);
}

void SliceView::refreshCursor() {
    if (m_cursor && m_scene.native && m_scene.hasSlice && !m_scene.marks.empty())
        if (const auto grip = gripAt(m_scene, annotationFrame(), *m_cursor);
            grip && (grip->handle || !shapeDrawnBy(m_scene.tool)))
            return setCursor(grip->handle ? Qt::CrossCursor : Qt::SizeAllCursor);
    if (m_scene.tool == Tool::Brush && m_scene.native && m_scene.steps.isNative)
        return setCursor(brushCursor(m_scene.brushMm / annotationFrame().mmPerLogicalPixel()));
    const bool isForPlaces = m_scene.isAnswering && m_scene.tool == Tool::Window;
    const bool isTurning = m_turn.isHeld() || (m_cursor && canTurnAt(*m_cursor));
    setCursor(isTurning ? QCursor(Qt::CrossCursor)
                        : toolCursor(isForPlaces ? Tool::OwnFinding : m_scene.tool));
}

/// While a mark is drawn the handles are not shown, and take nothing.
bool SliceView::canTurnAt(QPointF position) const {
    return m_scene.native && !shapeDrawnBy(m_scene.tool) &&
           isAtTurnHandle(m_scene, annotationFrame(), position);
}

void SliceView::resizeEvent(QResizeEvent*) {
    m_slider->setGeometry(width() - kSliderWidth, 4, kSliderWidth, height() - 8);
}

void SliceView::mousePressEvent(QMouseEvent* event) {
    if (!m_scene.native || m_drag.isHeld()) return;
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    const bool isErasing = event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier;
    if ((isPlain || isErasing) && m_brush.press(m_scene, annotationFrame(), event->position(),
                                                isErasing ? Brush::TakesAway : Brush::Adds))
        return;
    if (isPlain && m_scene.hasSlice && !m_scene.isOffPlane &&
        m_marks.press(m_scene, annotationFrame(), event->position()))
        return;
    if (isPlain && canTurnAt(event->position()))
        if (m_turn.press(m_scene, annotationFrame(), event->position())) return;
    m_drag.press(m_scene, annotationFrame(), event->button(), event->modifiers(), event->position());
    if (m_drag.meaning() == DragMeaning::Pan) setCursor(Qt::ClosedHandCursor);
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
    m_cursor = event->position();
    if (m_drag.isHeld() && !m_drag.isHeldBy(event->buttons())) { // its release went elsewhere
        m_drag.release();
        refreshCursor();
    }
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        m_marks.letGo();
        m_brush.release();
        m_turn.release();
    }
    if (m_scene.native && m_brush.move(m_scene, annotationFrame(), event->position())) return tellHover();
    if (m_turn.isHeld() && m_scene.native) {
        m_turn.move(annotationFrame(), event->position());
        return tellHover();
    }
    if (!m_drag.isHeld() && m_scene.native && m_marks.move(m_scene, annotationFrame(), event->position()))
        return tellHover();
    if (!m_drag.isHeld()) {
        const bool wasAtHandle = std::exchange(m_isAtHandle, canTurnAt(event->position()));
        if (wasAtHandle != m_isAtHandle) update();
        refreshCursor();
    }
    if (m_scene.native && m_drag.isHeld())
        m_drag.move(m_scene, annotationFrame(), event->position());
    else if (m_scene.native && event->modifiers().testFlag(Qt::ShiftModifier))
        m_drag.moveCrosshair(m_scene, annotationFrame(), event->position());
    tellHover();
}

AnnotationFrame SliceView::annotationFrame() const {
    return {*plane(), devicePixelRatioF(), pictureArea(*this)};
}

/// At a mark a double click is for its words.
bool SliceView::editTextAt(QPointF position) {
    if (!m_scene.native || shapeDrawnBy(m_scene.tool)) return false;
    const auto grip = gripAt(m_scene, annotationFrame(), position);
    if (grip) editText(grip->mark);
    return grip.has_value();
}

void SliceView::editText(const Mark& mark) {
    const QStringList lines =
        measuredText(mark, m_painter.roiValues().valuesOf(mark, shownPlane(m_scene)), m_scene.lengths);
    const QRectF label = markLabel(mark, lines, m_scene, annotationFrame());
    m_markText->edit(mark, {label.left(), label.center().y()});
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_turn.release()) return refreshCursor();
    if (event->button() == Qt::LeftButton && m_brush.release()) return;
    if (event->button() == Qt::LeftButton && !m_drag.isHeld() && m_scene.native) {
        const auto drawn = m_scene.draft;
        if (!m_marks.release(m_scene, annotationFrame(), event->position())) return;
        const bool isNew = drawn && m_scene.chosenMark == drawn->id && !m_scene.draft;
        if (isNew && drawn->shape == Mark::Shape::Arrow && drawn->text.empty()) editText(*drawn);
        return;
    }
    if (!m_drag.isHeldBy(event->button())) return;
    const bool isClick = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
                         !m_drag.hasMoved() && m_scene.hasSlice;
    m_drag.release();
    if (isClick) clickAt(event->position());
    refreshCursor();
}

/// While the reader makes up a verdict a click shows a place, and a drag is what it always is.
void SliceView::clickAt(QPointF position) {
    const auto place = patientAt(position);
    if (m_scene.tile) m_dispatch(action::GoToStep{m_viewport, m_scene.steps.index});
    if (!place || !m_scene.native->grid().contains(*place)) return;
    if (m_scene.tool == Tool::OwnFinding)
        m_dispatch(action::AddOwnFinding{m_scene.reading, *place});
    else if (m_scene.tool == Tool::Volume)
        m_dispatch(action::GrowBlood{m_scene.reading, *place});
    else if (m_scene.isAnswering && m_scene.tool == Tool::Window)
        m_dispatch(action::TogglePlace{m_scene.reading, *place});
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || shapeDrawnBy(m_scene.tool) || canTurnAt(event->position()))
        return mousePressEvent(event);
    if (m_scene.isAnswering || editTextAt(event->position())) return; // the first click was meant
    toggleEnlarged();
}

/// What is being drawn or said goes first: Enter then is not for the view.
void SliceView::keyPressEvent(QKeyEvent* event) {
    if (isPlainEnter(*event) && m_scene.native && !m_scene.draft) return toggleEnlarged();
    QWidget::keyPressEvent(event);
}

void SliceView::toggleEnlarged() {
    m_dispatch(action::Enlarge{m_scene.isEnlarged ? std::nullopt : std::optional(m_viewport)});
}

void SliceView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!m_scene.native) return;
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const AnnotationFrame frame = annotationFrame();
        m_dispatch(action::SetView{m_viewport, zoomedAt(m_scene.view, std::pow(kZoomPerNotch, delta / 120.0),
                                                        frame.fromMiddle(event->position()),
                                                        frame.plane.mmPerPixel * m_scene.view.zoom)});
        return;
    }
    if (const int notches = wheelNotches(m_wheelRest, delta))
        m_dispatch(action::StepSlice{m_viewport, m_scene.tile ? notches * kFilmColumns : notches});
}

void SliceView::tellHover() {
    std::optional<PatientPoint> place;
    if (m_cursor) place = patientAt(*m_cursor);
    if (place && (!m_scene.hasSlice || !m_scene.native->grid().contains(*place))) place.reset();
    if (place == m_hover) return;
    m_hover = place;
    m_dispatch(action::HoverAt{place ? std::optional(Hover{m_viewport, *place}) : std::nullopt});
}

void SliceView::enterEvent(QEnterEvent* event) {
    m_cursor = event->position();
    if (!m_scene.across.empty()) update(); // the handles come with the mouse, and go with it
}

void SliceView::leaveEvent(QEvent*) {
    m_cursor.reset();
    if (!m_scene.across.empty()) update();
    tellHover();
}

void SliceView::focusInEvent(QFocusEvent*) {
    m_dispatch(action::Activate{m_viewport});
    update();
}

void SliceView::focusOutEvent(QFocusEvent*) {
    update();
}

bool SliceView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) { // it means the same over the slider as over the picture
        const auto& wheel = static_cast<QWheelEvent&>(*event);
        QWheelEvent ours(m_slider->mapTo(this, wheel.position()), wheel.globalPosition(), wheel.pixelDelta(),
                         wheel.angleDelta(), wheel.buttons(), wheel.modifiers(), wheel.phase(),
                         wheel.inverted());
        wheelEvent(&ours);
        return true;
    }
    if (event->type() == QEvent::Enter) leaveEvent(event);
    return QWidget::eventFilter(watched, event);
}

} // namespace hemo::ui
