#pragma once

#include "viewer/render/slice_renderer.h"
#include "viewer/widgets/scene_painter.h"

#include <QWidget>

namespace hemo::ui {

/// What an audience sees of the view that the keys mean: the picture with its heat and marks, letters large
/// enough for the back of a room, no patient's name and nothing to press. The presenter's mouse is a spot in
/// it. GUI thread.
class AudienceView : public QWidget {
    Q_OBJECT
public:
    explicit AudienceView(QWidget* parent = nullptr);

    void setState(const AppState& state);
    void setBlack(bool isBlack);
    bool isBlack() const { return m_isBlack; }
    /// Where the spot stands, logical pixels; none where the mouse is over no picture that is seen here.
    std::optional<QPointF> spot() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The surface as annotations know it: smaller, so that they are larger on it.
    QSize surface() const;

    render::SliceRenderer m_renderer;
    ScenePainter m_painter{m_renderer};
    SliceScene m_scene;
    std::optional<PatientPoint> m_pointed;
    bool m_isBlack = false;
};

} // namespace hemo::ui
