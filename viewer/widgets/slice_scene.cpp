#include "viewer/widgets/slice_scene.h"

#include "core/geometry/slice_line.h"
#include "viewer/widgets/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace hemo::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("SliceView", text);
}

/// A mark before what the reader must not miss; colour is kept for suspicion and selection.
QString marked(const QString& text) {
    return QStringLiteral("! ") + text;
}

QStringList withoutEmpty(QStringList lines) {
    lines.removeAll(QString());
    return lines;
}

QStringList patientText(const SeriesInfo& series) {
    const QString sex = QString::fromStdString(series.patientSex);
    const QString age = ageText(series.patientAge);
    return withoutEmpty({personText(series.patientName), QString::fromStdString(series.patientId),
                         sex.isEmpty() || age.isEmpty() ? sex + age : sex + ", " + age});
}

QStringList seriesText(const SeriesInfo& series) {
    QStringList lines{QString::fromStdString(series.description), dateText(series.studyDate)};
    const auto isLossy = [](const LoadWarning& w) { return w.kind == LoadWarning::Kind::Lossy; };
    const auto lossy = std::count_if(series.warnings.begin(), series.warnings.end(), isLossy);
    const auto others = static_cast<int>(series.warnings.size()) - static_cast<int>(lossy);
    if (series.isLossy || lossy > 0) lines << marked(lossyText(series));
    if (others > 0) lines << marked(others == 1 ? tr("1 warning") : tr("%1 warnings").arg(others));
    return withoutEmpty(lines);
}

QString positionText(const SliceScene& scene) {
    const Grid& grid = scene.native->grid();
    const select::SliceSteps& steps = scene.steps;
    const ViewAxis axis = scene.axis;
    // A native slice is where it was acquired; the crosshair may lie between two of them.
    const PatientPoint place =
        steps.isNative
            ? grid.toPatient({(grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0, double(steps.index)})
            : scene.crosshair;
    const Sides sides = scene.sides;
    switch (axis) {
    case ViewAxis::Axial:
        return alongText(alongMm(axis, place), 'S', 'I', sides);
    case ViewAxis::Coronal:
        return alongText(alongMm(axis, place), 'P', 'A', sides);
    case ViewAxis::Sagittal:
        return alongText(alongMm(axis, place), 'L', 'R', sides);
    }
    return {};
}

/// The gaps beside the slice that is shown.
QStringList gapText(const Grid& grid, int slice) {
    QStringList lines;
    const SliceLine line(grid);
    for (const Gap& gap : findGaps(grid)) {
        if (gap.after != slice && gap.after + 1 != slice) continue;
        lines << marked(tr("Gap: next slice is %1 mm away").arg(line.travelMm(gap.foundMm), 0, 'f', 1));
    }
    return lines;
}

QStringList sliceText(const AppState& state, const SliceScene& scene) {
    const Grid& grid = scene.native->grid();
    const select::SliceSteps& steps = scene.steps;
    const bool tellsGaps = steps.isNative && scene.hasSlice && scene.lengths == Lengths::Known;
    QStringList lines = tellsGaps ? gapText(grid, steps.index) : QStringList{};
    if (state.isInverted) lines << tr("Inverted");
    const QString zoom = QStringLiteral("%1x").arg(scene.view.zoom, 0, 'f', 1);
    lines << windowText(state.window.width, state.window.centre) + "   " + zoom;
    if (!scene.hasSlice) return lines;
    // Reformats have planes, not slices: only what was acquired is counted.
    if (steps.isNative) lines << tr("Slice %1/%2").arg(steps.index + 1).arg(steps.count);
    if (scene.lengths == Lengths::Known) lines << positionText(scene);
    return lines;
}

QStringList heatText(const AppState& state, const select::SliceSteps& steps, const HeatLayer& heat) {
    QStringList lines;
    bool isShown =
        std::find(heat.isSliceShown.begin(), heat.isSliceShown.end(), true) != heat.isSliceShown.end();
    if (steps.isNative) {
        const auto slice = static_cast<std::size_t>(*select::currentSlice(state));
        lines << tr("Hemorrhage in this slice: %1").arg(percentText(heat.prediction->slices[slice].any()));
        isShown = heat.isSliceShown[slice];
    }
    if (!isShown) lines << tr("Under the threshold: no heat shown");
    lines << coreText(std::string(explanationName(heat.prediction->provenance.explanation)));
    // Every answer stands beside who gave it and what it is not, also while the panels are folded.
    return lines
           << tr("%1, not a diagnosis").arg(QString::fromStdString(heat.prediction->provenance.modelId));
}

/// The current series' own slices: the view that a prior is compared with.
bool isNativeView(const AppState& state, ViewAxis axis) {
    const VolumePtr& volume = select::shownVolume(state);
    return volume && axis == nativeAxis(volume->grid());
}

QString missedText(const MissedLevel& missed, Sides sides) {
    return tr("No slice at this level: the nearest lies %1").arg(shiftText(missed.toNearest, sides));
}

QString emptyText(const AppState& state, ViewAxis axis) {
    if (select::shownVolume(state)) {
        if (isNativeView(state, axis) || select::shownRegular(state)) return {};
        return tr("This view follows when all slices are read");
    }
    if (axis != ViewAxis::Axial) return {};
    if (state.scan.isRunning || state.load.isRunning) return tr("Reading images");
    return tr("Open a folder (Ctrl+O) or files (Ctrl+Shift+O), or drop them here");
}

/// What all views have in common.
void lookAlike(SliceScene& scene, const AppState& state) {
    scene.tool = state.tool;
    scene.window = state.window;
    scene.isInverted = state.isInverted;
}

void showMissed(SliceScene& scene, const std::optional<MissedLevel>& missed) {
    if (!missed) return;
    scene.hasSlice = false;
    scene.emptyText = missedText(*missed, scene.sides);
}

void nameSeries(SliceScene& scene, const AppState& state, const SeriesInfo& series) {
    if (state.isPatientTextShown) scene.patientText = patientText(series);
    scene.seriesText = seriesText(series);
    scene.sides = sidesOf(series);
    scene.lengths = lengthsOf(series);
}

/// No heat map, no answer: they are the current series'.
SliceScene priorScene(const AppState& state) {
    SliceScene scene;
    scene.role = ComparedSeries::Prior;
    lookAlike(scene, state);
    scene.isEnlarged = state.enlarged && state.comparison.isPriorInFront;
    scene.native = select::shownPrior(state);
    if (!scene.native) {
        if (select::isComparing(state)) scene.emptyText = tr("Reading images");
        return scene;
    }
    scene.axis = nativeAxis(scene.native->grid());
    scene.linedUp = select::linedUp(state);
    scene.view = scene.linedUp->view;
    if (scene.linedUp->current) scene.viewAxis = nativeAxis(scene.linedUp->current->grid());
    scene.crosshair = state.comparison.place;
    scene.steps = select::priorSteps(state);
    scene.upwardStep = select::upwardStep(scene.native->grid());
    if (const SeriesInfo* series = select::priorSeries(state)) nameSeries(scene, state, *series);
    showMissed(scene, select::missedInPrior(state));
    scene.sliceText = sliceText(state, scene);
    return scene;
}

} // namespace

SliceScene sliceScene(const AppState& state, const ViewSubject& subject) {
    if (subject.isPrior()) return priorScene(state);
    const ViewAxis axis = subject.axis;
    SliceScene scene;
    scene.axis = scene.viewAxis = axis;
    scene.emptyText = emptyText(state, axis);
    scene.isEnlarged = state.enlarged == static_cast<Pane>(axis);
    lookAlike(scene, state);
    scene.native = select::shownVolume(state);
    if (!scene.native) return scene;
    scene.regular = select::shownRegular(state);
    scene.view = state.views[static_cast<std::size_t>(axis)];
    scene.crosshair = state.crosshair;
    scene.steps = select::sliceSteps(state, axis);
    scene.upwardStep = select::upwardStep(state, axis);
    if (const SeriesInfo* series = select::shownSeries(state)) nameSeries(scene, state, *series);
    if (isNativeView(state, axis)) showMissed(scene, select::missedInCurrent(state));
    if (state.isHeatShown && scene.hasSlice && (scene.heat.prediction = select::shownPrediction(state))) {
        scene.heat.isSliceShown = select::heatSlices(state);
        scene.heat.style =
            onScaleOf(heatUnit(scene.heat.prediction->provenance.explanation), state.heatStyle);
        if (scene.steps.isNative) scene.findings = select::shownFindings(state);
        scene.heatText = heatText(state, scene.steps, scene.heat);
    }
    scene.sliceText = sliceText(state, scene);
    return scene;
}

PicturePlane scenePlane(const SliceScene& scene, int width, int height) {
    if (scene.linedUp)
        return select::priorPlane(*scene.linedUp, scene.native->grid(), scene.crosshair, width, height);
    return viewPlane(scene.native->grid(), scene.axis, scene.crosshair, scene.view.zoom,
                     scene.view.panRightMm, scene.view.panDownMm, width, height);
}

QString axisText(ViewAxis axis) {
    switch (axis) {
    case ViewAxis::Axial:
        return tr("Axial");
    case ViewAxis::Coronal:
        return tr("Coronal");
    case ViewAxis::Sagittal:
        return tr("Sagittal");
    }
    return {};
}

} // namespace hemo::ui
