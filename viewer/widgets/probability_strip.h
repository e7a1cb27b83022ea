#pragma once

#include "core/state/select/answers.h"
#include "core/study/sides.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace hemo::ui {

/// The second reader's answers beside the views, one bar a slice, superior on top, and the scroll bar of the
/// study: press, drag, wheel and arrow keys move the slice. GUI thread.
class ProbabilityStrip : public QWidget {
    Q_OBJECT
public:
    /// Of the reading that this viewport shows.
    ProbabilityStrip(ViewportId viewport, Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);
    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the strip shows, taken from the state.
    struct Scene {
        std::vector<select::Bar> bars; ///< superior first
        std::vector<std::optional<SlicePrediction>> answers;
        ReadingId reading = ReadingId::None;
        VolumePtr volume;
        Sides sides = Sides::Known; ///< unknown: neither end has a letter
        Lengths lengths = Lengths::Known;
        std::optional<double> threshold;
        select::Lock lock = select::Lock::Open; ///< nobody is told whether an answer has come
        std::string modelId;
        bool operator==(const Scene&) const = default;
    };
    QRectF barArea() const;
    int rowAt(double y) const;
    QRectF rowRect(int row) const;
    QString waitingText() const;
    QString tipFor(int row) const;
    void goToRow(int row);
    std::optional<int> currentRow() const;
    void paintRows(QPainter& painter) const;
    void paintBar(QPainter& painter, int row) const;
    void paintCurrent(QPainter& painter) const;
    void paintEnds(QPainter& painter) const;
    void describe();

    const ViewportId m_viewport;
    Dispatch m_dispatch;
    Scene m_scene;
    int m_wheelRest = 0; ///< of high-resolution wheels: eighths of a degree short of a notch
};

} // namespace hemo::ui
