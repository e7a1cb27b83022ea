#pragma once

#include "core/classify/findings/findings.h"
#include "core/state/viewport.h"
#include "core/study/sides.h"
#include "viewer/widgets/clock.h"
#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/volume_box.h"
#include "viewer/widgets/volume_outlines.h"
#include "viewer/widgets/volume_render_thread.h"

#include <QImage>
#include <QRegion>
#include <QStringList>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QAbstractButton;
class QBoxLayout;

namespace hemo::ui {

/// The head in three dimensions. Shows the newest picture that the volume thread has made, and asks for
/// another one where the state wants something else; small ones while the user turns. GUI thread.
class VolumeView : public QWidget {
    Q_OBJECT
public:
    VolumeView(ViewportId viewport, Dispatch dispatch, QWidget* parent, Clock& clock = systemClock());

    void setState(const AppState& state);
    /// In the middles of its edges letters stand: those of up and down, and those of the sides, where no
    /// button does.
    struct LetterFrame {
        QRectF upright, level;
    };
    LetterFrame letterFrame() const;
    /// Where lines may be drawn over the picture: all of it but the buttons.
    QRegion clearOfButtons() const;
    /// True where the picture is the one the state asks for, or there will be none.
    bool isSettled() const;
    /// Why there is no picture; empty where there is one, or will be.
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
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

private:
    /// What the view shows, taken from the state.
    struct Scene {
        VolumePtr regular;
        bool isWaiting = false; ///< something is open, but not ready for this view
        VolumePreset preset = VolumePreset::Bone;
        Sides sides = Sides::Known; ///< unknown: no letters
        bool isSimulated = false;   ///< something was drawn into it
        VolumeCamera camera;
        bool isTurning = false, isEnlarged = false;
        bool isCut = false;
        std::optional<ClipBox> box;
        std::vector<CutPlane> cuts; ///< of both
        render::VolumeHeat heat;
        FindingsPtr findings; ///< whose rims are drawn, together with the heat
        Grid slices;          ///< that the findings count
        QStringList heatText; ///< whose answer it is, and what it is not
        bool operator==(const Scene&) const = default;
    };
    struct Drag {
        Qt::MouseButton button;
        QPointF from;
        VolumeCamera camera;
        std::optional<BoxHandle> side; ///< of the box, that goes with the hand instead of the head
        ClipBox box;                   ///< as it was then, where a side goes
    };
    void buildButtons();
    /// Buttons are never cut: where the view is narrow they have short words, or stand below each other.
    void fitButtons();
    double lettersTop() const;
    double buttonsLeft() const;
    std::array<QAbstractButton*, 5> buttons() const {
        return {m_presets[0], m_presets[1], m_presets[2], m_cut, m_box};
    }
    void showAnswers(Scene& scene, const AppState& state, const Reading& reading) const;
    void drawAnswers(QPainter& painter) const;
    /// None where there is no box, or no picture yet.
    std::vector<BoxHandle> sides() const;
    void hover(QPointF at);
    void toggleEnlarged();
    void ask();
    void take(VolumePicture picture);
    void beginTurning();
    void endTurning();
    void drawLetters(QPainter& painter) const;
    void drawSimulated(QPainter& painter) const;

    const ViewportId m_viewport;
    Dispatch m_dispatch;
    std::array<QAbstractButton*, 3> m_presets{}; ///< in the order of VolumePreset
    QAbstractButton *m_cut = nullptr, *m_box = nullptr;
    std::optional<BoxSide> m_hovered;
    QBoxLayout* m_buttons = nullptr;
    Scene m_scene;
    std::optional<Drag> m_drag;
    Wait m_wheelPause; ///< ends turning a moment after the last notch
    std::optional<render::VolumeRequest> m_wanted;
    render::VolumeRequest m_shown; ///< what m_picture shows
    QImage m_picture;
    PicturePlane m_plane; ///< where its pixels lie
    std::vector<RimPiece> m_rims;
    std::optional<Error> m_error;
    VolumeRenderThread m_thread; ///< last: it ends before anything it reports to
};

} // namespace hemo::ui
