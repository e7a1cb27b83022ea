#pragma once

#include "core/geometry/picture_plane.h"
#include "viewer/widgets/brush_hand.h"
#include "viewer/widgets/cursor_value.h"
#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/drag_hand.h"
#include "viewer/widgets/mark_hand.h"
#include "viewer/widgets/scene_painter.h"
#include "viewer/widgets/turn_hand.h"

#include <QImage>
#include <QWidget>

#include <optional>

class QSlider;

namespace hemo::ui {

class FirstPictures;
class MarkTextEdit;

/// A viewport that shows slices: picture, heat map, crosshair, letters, scale bar and corner text of what the
/// state says stands there, and the mouse. Draws when it is painted, so a burst of changes costs one picture.
/// GUI thread.
class SliceView : public QWidget {
    Q_OBJECT
public:
    /// `renderer` is shared by the views and outlives them; so does `firstPictures`, without which a new
    /// volume is painted at once.
    SliceView(ViewportId viewport, render::SliceRenderer& renderer, Dispatch dispatch, QWidget* parent,
              FirstPictures* firstPictures = nullptr);

    void setState(const AppState& state);
    /// Where the mouse alone has moved: the value beside it.
    void showHover(const AppState& state);
    /// What the picture shows at this size; none where nothing is shown. In device pixels.
    std::optional<PicturePlane> plane() const;
    /// The place under a point of the widget; none where nothing is shown.
    std::optional<PatientPoint> patientAt(QPointF position) const;
    /// The point of the widget that shows `place` (projected onto the picture); something must be shown.
    QPointF widgetPoint(PatientPoint place) const;

    /// What stands at the mouse, of the picture that was painted last; none where nothing does.
    std::optional<CursorValue> cursorValue() const;

    /// As it is seen now, without the patient's name and what is there for the hand alone.
    QImage picture();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PicturePoint picturePoint(QPointF position) const;
    void clickAt(QPointF position);
    void toggleEnlarged();
    AnnotationFrame annotationFrame() const;
    bool canTurnAt(QPointF position) const;
    bool editTextAt(QPointF position);
    void editText(const Mark& mark);
    void showScene(SliceScene scene);
    void paintInTurn(SliceScene before);
    void tellHover();
    std::optional<CursorValue> valueUnderCursor(const AppState& state) const;
    void refreshSlider();
    void refreshCursor();

    const ViewportId m_viewport;
    Dispatch m_dispatch;
    QSlider* m_slider;
    MarkTextEdit* m_markText;
    DragHand m_drag;
    MarkHand m_marks;
    BrushHand m_brush;
    TurnHand m_turn;
    ScenePainter m_painter;
    SliceScene m_scene;
    FirstPictures* m_firstPictures;
    std::optional<SliceScene> m_before;  ///< what is still painted, while a new volume's picture has to wait
    std::optional<QPointF> m_cursor;     ///< where the mouse is, while it is over the view
    std::optional<PatientPoint> m_hover; ///< said last: of a place that the mouse has left it is silent
    std::optional<CursorValue> m_value;
    bool m_isAtHandle = false; ///< of the crosshair's lines, which is filled then
    int m_wheelRest = 0;       ///< of high-resolution wheels: eighths of a degree short of a notch
};

} // namespace hemo::ui
