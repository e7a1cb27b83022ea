#pragma once

#include "tests/support/readings_of.h"
#include "tests/support/said.h"
#include "viewer/widgets/dispatch.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>
#include <gtest/gtest.h>

#include <functional>
#include <vector>

namespace hemo::ui::testing {

using namespace hemo::testing; // short ways to a reading and its answers

/// The store without the program: reduces, remembers what was asked, and tells the widgets.
class TestStore {
public:
    AppState state;
    std::vector<Action> asked;

    Dispatch dispatch() {
        return [this](const Action& action) { send(action); };
    }
    void send(const Action& action) {
        asked.push_back(action);
        state = reduce(state, action);
        tell();
    }
    /// From here on with this state, for new widgets.
    void begin(AppState first) {
        m_widgets.clear();
        asked.clear();
        state = std::move(first);
    }
    template <class Widget> void show(Widget& widget) {
        m_widgets.push_back([this, &widget] { widget.setState(state); });
        widget.setState(state);
    }
    void tell() {
        for (const auto& widget : m_widgets)
            widget();
    }
    template <class Wanted> int timesAsked() const {
        int times = 0;
        for (const Action& action : asked)
            times += std::holds_alternative<Wanted>(action);
        return times;
    }

private:
    std::vector<std::function<void()>> m_widgets;
};

// ---- the hand; QTest's own moves know no modifiers, and its wheel is of a later Qt

inline void moveMouse(QWidget& widget, QPointF to, Qt::MouseButtons held = Qt::NoButton,
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, held, modifiers);
    QApplication::sendEvent(&widget, &event);
}

inline void drag(QWidget& widget, Qt::MouseButton button, QPoint from, QPoint to,
                 Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::mousePress(&widget, button, modifiers, from);
    moveMouse(widget, (from + to) / 2, button, modifiers);
    moveMouse(widget, to, button, modifiers);
    QTest::mouseRelease(&widget, button, modifiers, to);
}

inline void turnWheel(QWidget& widget, QPointF at, int eighths,
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

// ---- a small head, odd on purpose

/// How the same patient may lie in a series.
enum class Acquired { FeetToHead, HeadToFeet };

inline constexpr std::int16_t kBackgroundHu = 0, kMarkHu = 80;

/// 48 x 40 voxels of 4 x 5 mm, 9 slices of 6 mm, all 0 HU but for a block of 80 HU at the patient's left,
/// anterior and superior: LPS x 40..70, y -60..-40, z 12..24.
inline VolumePtr markedVolume(Acquired acquired = Acquired::FeetToHead, std::string uid = "1.2.3") {
    const bool isUpward = acquired == Acquired::FeetToHead;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 9; ++k)
        positions.push_back({-94, isUpward ? -97.5 : 97.5, (isUpward ? 1 : -1) * (k * 6.0 - 24)});
    Grid grid(48, 40, {1, 0, 0}, {0, isUpward ? 1.0 : -1.0, 0}, 4, 5, positions);
    std::vector<std::int16_t> voxels;
    voxels.reserve(grid.voxelCount());
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const bool isMark =
                    p.x >= 40 && p.x <= 70 && p.y >= -60 && p.y <= -40 && p.z >= 12 && p.z <= 24;
                voxels.push_back(isMark ? kMarkHu : kBackgroundHu);
            }
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), std::move(uid));
}

inline const PatientPoint kMarkCentre{55, -50, 18};

inline SeriesInfo markedSeries(std::string id = "1.2.3") {
    SeriesInfo info;
    info.id = id;
    info.seriesInstanceUid = id;
    info.studyInstanceUid = "study";
    info.description = id == "1.2.3" ? "Head 6 mm" : "Head thin";
    info.patientName = "Doe^Jane";
    info.patientId = "X-17";
    info.patientAge = "045Y";
    info.patientSex = "F";
    info.studyDate = "20190312";
    info.imageCount = 9;
    info.fileWindow = WindowLevel{50, 350};
    return info;
}

inline SeriesInfo scoutSeries() {
    SeriesInfo info = markedSeries("scout");
    info.description = "Scout";
    info.imageCount = 1;
    info.use = SeriesUse::Listed;
    info.whyListed = said("A scout cannot be opened as a stack.");
    return info;
}

/// Opened, the even grid ready, the second reader at work.
inline AppState openState(VolumePtr volume = markedVolume(), SeriesInfo info = markedSeries()) {
    AppState s;
    s.preferences.presets = {{1, "Brain", {40, 80}}, {5, "Bone", {600, 2800}}};
    FolderContents contents;
    contents.series = {info, markedSeries("other"), scoutSeries()};
    contents.bestSeriesId = info.id;
    contents.filesSkipped = 2;
    s = reduce(s, action::OpenPaths{{"folder"}});
    s = reduce(s,
               action::FolderScanned{s.shelf.scan.number, std::make_shared<const FolderContents>(contents)});
    s = loaded(s, kLead, info, volume);
    s = reduce(s, action::RegularReady{lead(s).id, lead(s).reformat.number, volume});
    return reduce(
        s, action::ClassifierReady{lead(s).id, reader(s).job.number, "model-1", "CPU, 2 threads", {2, 0.6}});
}

/// The whole answer to `volume`: p(any) of each slice as given, evidence 4 everywhere.
inline PredictionPtr answerTo(const Volume& volume, const std::vector<double>& any) {
    Prediction p;
    for (std::size_t k = 0; k < any.size(); ++k)
        p.slices.push_back({int(k), {any[k], 0.01, any[k] * 0.9, 0.02, 0.03, 0.04}});
    p.heat.grid = coarseGrid(volume.grid(), 6, 5);
    p.heat.values.assign(p.heat.grid.voxelCount(), 4.f);
    p.provenance = {"model-1", "0123456789abcdef",        {2, 0.6}, "CPU, 2 threads",
                    1.25,      volume.seriesInstanceUid()};
    p.verdict = judge(p.slices, p.provenance.rule);
    return std::make_shared<const Prediction>(std::move(p));
}

/// Slices 5 and 6 are suspicious.
inline const std::vector<double> kSuspected{.02, .05, .1, .3, .5, .95, .8, .2, .004};

inline AppState answeredState(VolumePtr volume = markedVolume()) {
    AppState s = openState(volume);
    return classified(s, answerTo(*volume, kSuspected));
}

/// All text that a widget and its children show.
inline QString allText(QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget)) texts << label->text();
    return texts.join('\n');
}

inline void expectAccessibleNames(QWidget& widget) {
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        if (child->focusPolicy() == Qt::NoFocus || child->objectName().startsWith("qt_")) continue;
        const bool isNamed =
            !child->accessibleName().isEmpty() || !child->property("text").toString().isEmpty();
        EXPECT_TRUE(isNamed) << child->metaObject()->className() << " " << child->objectName().toStdString();
    }
}

/// What is painted at a point of a widget.
inline QColor colourAt(QWidget& widget, QPointF at) {
    const QImage picture = widget.grab().toImage();
    const double ratio = picture.devicePixelRatio();
    return picture.pixelColor(int(at.x() * ratio), int(at.y() * ratio));
}

inline bool isGrey(QColor c) {
    return std::abs(c.red() - c.green()) <= 2 && std::abs(c.green() - c.blue()) <= 2;
}

} // namespace hemo::ui::testing
