#include "viewer/widgets/slice_scene.h"

#include "core/anatomy/other_half.h"
#include "core/geometry/slice_line.h"
#include "core/state/select/answers.h"
#include "core/state/select/lesson.h"
#include "core/state/select/marks.h"
#include "core/state/select/review.h"
#include "core/state/select/shelf.h"
#include "core/study/simulated.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

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

/// "14° from axial": which plane the reader began with.
QString leanText(const SliceScene& scene) {
    const Lean lean = leanOf(scene.plane.frame);
    if (scene.sides == Sides::Unknown) return {};
    return tr("%1° from %2").arg(std::lround(lean.degrees)).arg(axisText(lean.axis));
}

QString positionText(const SliceScene& scene) {
    if (!scene.axis) return leanText(scene);
    const SliceSteps& steps = scene.steps;
    // A native slice is where it was acquired; the crosshair may lie between two of them.
    PatientPoint place = steps.isNative ? middleOfSlice(scene.native->grid(), steps.index) : scene.crosshair;
    if (scene.isOffPlane) place = scene.middle->mirrored(place);
    const double mm = alongMm(*scene.axis, place);
    switch (*scene.axis) {
    case ViewAxis::Axial:
        return alongText(mm, 'S', 'I', scene.sides);
    case ViewAxis::Coronal:
        return alongText(mm, 'P', 'A', scene.sides);
    case ViewAxis::Sagittal:
        return alongText(mm, 'L', 'R', scene.sides);
    }
    return {};
}

/// The gaps beside the slice that is shown.
QStringList gapText(const Grid& grid, int slice) {
    QStringList lines;
    const SliceLine line(grid);
    for (const Gap& gap : findGaps(grid)) {
        if (gap.after != slice && gap.after + 1 != slice) continue;
        lines << marked(tr("Gap: next slice is %1 mm away").arg(numberText(line.travelMm(gap.foundMm), 1)));
    }
    return lines;
}

bool isKeyImage(const Mark& mark) {
    return mark.shape == Mark::Shape::KeyImage;
}

/// What is the same in all pictures of a page stands in the first.
bool isRepeated(const SliceScene& scene) {
    return scene.tile && scene.tile->index > 0;
}

QStringList sliceText(const SliceScene& scene) {
    const Grid& grid = scene.native->grid();
    const SliceSteps& steps = scene.steps;
    const bool isSlice = steps.isNative && !scene.isOffPlane;
    const bool tellsGaps = isSlice && scene.hasSlice && scene.lengths == Lengths::Known;
    QStringList lines = tellsGaps ? gapText(grid, steps.index) : QStringList{};
    if (scene.slab.thicknessMm > 0) lines << slabText(scene.slab);
    if (scene.isOtherHalf) lines << marked(tr("Other half of the head"));
    if (scene.takenOff) lines << marked(scene.takenOffText);
    if (scene.view.isMirrored) lines << marked(tr("Mirrored"));
    if (std::ranges::any_of(scene.marks, isKeyImage)) lines << tr("Key image");
    if (scene.isInverted) lines << tr("Inverted");
    const QString zoom = QStringLiteral("%1x").arg(numberText(scene.view.zoom, 1));
    if (scene.tile)
        return withoutEmpty(lines << QStringLiteral("%1/%2").arg(steps.index + 1).arg(steps.count));
    lines << windowText(scene.window.width, scene.window.centre) + "   " + zoom;
    if (!scene.hasSlice) return lines;
    // Reformats have planes, not slices: only what was acquired is counted.
    if (isSlice) lines << tr("Slice %1/%2").arg(steps.index + 1).arg(steps.count);
    if (!scene.axis) lines << planeText(scene);
    if (scene.lengths == Lengths::Known) lines << positionText(scene);
    return withoutEmpty(lines);
}

QStringList heatText(const SliceScene& scene) {
    const HeatLayer& heat = scene.heat;
    QStringList lines;
    bool isShown =
        std::find(heat.isSliceShown.begin(), heat.isSliceShown.end(), true) != heat.isSliceShown.end();
    if (scene.steps.isNative) {
        const auto slice = static_cast<std::size_t>(scene.steps.index);
        const QString percent = percentText(heat.prediction->slices[slice].any());
        lines << (scene.tile ? percent : tr("Hemorrhage in this slice: %1").arg(percent));
        isShown = heat.isSliceShown[slice];
    }
    if (!isShown && !scene.tile) lines << tr("Under the threshold: no heat shown");
    if (isRepeated(scene)) return lines;
    lines << translated(explanationName(heat.prediction->provenance.explanation));
    // Every answer stands beside who gave it and what it is not, also while the panels are folded.
    return lines
           << tr("%1, not a diagnosis").arg(QString::fromStdString(heat.prediction->provenance.modelId));
}

QString missedText(const MissedLevel& missed, Sides sides) {
    return tr("No slice at this level: the nearest lies %1").arg(shiftText(missed.toNearest, sides));
}

/// Where nothing is shown: the first view says what is happening or what to do, others only what they wait
/// for.
QString emptyText(const AppState& state, ViewportId viewport) {
    const bool isWaiting = state.shelf.scan.isRunning || select::isLoading(state);
    if (viewport != kLead) return select::isComparing(state) ? tr("Reading images") : QString();
    if (isWaiting) return tr("Reading images");
    return tr("%1, or drop folders, files or archives here").arg(withKey(tr("Open a folder"), state, "open"));
}

void showReading(SliceScene& scene, const AppState& state, const Reading& reading) {
    scene.reading = reading.id;
    scene.native = shownVolume(reading);
    scene.regular = shownRegular(reading);
    const Look& look = *reading.look;
    scene.crosshair = look.place;
    scene.isInverted = look.isInverted;
    const SeriesInfo& series = *reading.series;
    if (state.preferences.isPatientTextShown && !isRepeated(scene)) scene.patientText = patientText(series);
    if (!isRepeated(scene)) scene.seriesText = seriesText(series);
    scene.middle = isWhole(reading) ? reading.middle : nullptr;
    scene.sides = sidesOf(series);
    scene.lengths = lengthsOf(series);
    scene.isSimulated = isSimulated(series);
}

void showPlane(SliceScene& scene, const AppState& state, const Reading& reading) {
    const Grid& grid = scene.native->grid();
    scene.axis = axisOf(scene.plane, grid);
    scene.steps = stepsOf(scene.plane, grid, scene.crosshair);
    scene.upwardStep = upwardStep(scene.plane, grid);
    if (!isNative(scene.plane, grid)) {
        if (!scene.regular)
            scene.emptyText = reading.reformat.hasFailed
                                  ? tr("There was no memory for this view: close other programs and open the "
                                       "series again")
                                  : tr("This view follows when all slices are read");
    } else if (const auto missed = missedHere(reading); missed && select::isComparing(state)) {
        scene.hasSlice = false;
        scene.emptyText = missedText(*missed, scene.sides);
    }
}

void showHalf(SliceScene& scene, const AppState& state, ViewportId viewport) {
    const bool isBeside = select::viewport(state, viewport)->isOtherHalf;
    if (isBeside && !scene.middle) { // what it would show is not the other half
        scene.hasSlice = false;
        scene.emptyText = tr("This view follows when all slices are read");
        return;
    }
    scene.isOtherHalf = scene.middle && state.screen.isOtherHalf != isBeside;
    scene.isOffPlane =
        scene.isOtherHalf && !liesInItsPlane(*scene.middle, frameOf(scene.plane, scene.native->grid()));
    scene.isCrosshairShown = scene.isCrosshairShown && !scene.isOffPlane;
}

/// "Less 2026-02-20": what the picture is a difference from.
void showDifference(SliceScene& scene, const AppState& state, ViewportId viewport) {
    scene.takenOff = select::takenOff(state, viewport);
    if (!scene.takenOff) return;
    if (scene.takenOff->middle) {
        scene.takenOffText = tr("Less the other half");
        return;
    }
    const SeriesInfo& other = *select::reading(state, scene.takenOff->reading)->series;
    const QString date = dateText(other.studyDate);
    scene.takenOffText = date.isEmpty() ? tr("Less the series beside") : tr("Less %1").arg(date);
    if (!scene.takenOff->regular && scene.emptyText.isEmpty())
        scene.emptyText = tr("The difference follows when the series beside is prepared");
}

void showHeat(SliceScene& scene, const AppState& state, const Reading& reading) {
    if (!select::isHeatOn(state.screen) || !scene.hasSlice || scene.isOffPlane || scene.takenOff ||
        !select::canShowHeat(state, reading))
        return;
    scene.heat.prediction = select::shownPrediction(state, reading);
    scene.heat.isSliceShown = select::heatSlices(state, reading);
    scene.heat.style =
        onScaleOf(heatUnit(scene.heat.prediction->provenance.explanation), state.preferences.heatStyle);
    scene.findings = select::shownFindings(state, reading);
    if (scene.findings)
        for (const Finding& finding : *scene.findings)
            scene.isRejected.push_back(isRejected(select::shownReview(state, reading), finding));
    scene.heatText = heatText(scene);
}

/// Those that lie in the layer that the picture shows.
std::vector<PatientPoint> placesIn(const SliceScene& scene, std::vector<PatientPoint> places) {
    const Grid& grid = scene.native->grid();
    std::erase_if(places, [&](PatientPoint place) {
        return stepsOf(scene.plane, grid, place).index != scene.steps.index;
    });
    return places;
}

void showOwn(SliceScene& scene, const AppState& state, const Reading& reading) {
    if (!scene.hasSlice || scene.isOffPlane || !scene.emptyText.isEmpty()) return;
    scene.isAnswering = state.screen.isAnswering && isWhole(reading);
    scene.ownPlaces = placesIn(scene, select::ownPlaces(state, reading));
    if (const CaseTruth* truth = select::shownTruth(state, reading))
        for (const BleedPlace& bleed : truth->places)
            scene.truth.insert(scene.truth.end(), bleed.begin(), bleed.end());
    scene.truth = placesIn(scene, std::move(scene.truth));
    for (const OwnFinding& own : select::shownReview(state, reading).own)
        scene.ownFindings.push_back(own.place);
    scene.ownFindings = placesIn(scene, std::move(scene.ownFindings));
}

void showMarks(SliceScene& scene, const AppState& state, ViewportId viewport) {
    if (!scene.hasSlice || scene.isOffPlane || !scene.emptyText.isEmpty()) return;
    scene.marks = select::marksIn(state, viewport);
    scene.chosenMark = state.screen.chosenMark;
    if (scene.tool == Tool::Brush) {
        scene.brushMm = state.screen.brushMm;
        const Reading& shown = *select::shownIn(state, viewport);
        const Mark* chosen = scene.chosenMark ? findMark(marksOf(shown), *scene.chosenMark) : nullptr;
        if (chosen && chosen->shape == Mark::Shape::Volume) scene.brushed = *chosen;
    }
    if (const auto& draft = state.screen.draft; draft && draft->viewport == viewport)
        scene.draft = draft->mark;
}

void showTile(SliceScene& scene, const AppState& state, ViewportId viewport) {
    const Viewport& view = *select::viewport(state, viewport);
    if (!view.tile || view.isApart || scene.isEnlarged) return;
    scene.tile = view.tile;
    scene.isCurrentTile = select::placeIn(state, viewport) == select::shownIn(state, viewport)->look->place;
    scene.isCrosshairShown = scene.isCrosshairShown && scene.isCurrentTile;
}

} // namespace

SliceScene sliceScene(const AppState& state, ViewportId viewport) {
    SliceScene scene;
    scene.tool = state.screen.tool;
    scene.mouse = state.preferences.mouse;
    scene.isEnlarged = state.screen.enlarged == viewport;
    // Alone its lines would point at nothing in another view, and lie on what is read.
    scene.isCrosshairShown = state.screen.isCrosshairShown && !scene.isEnlarged;
    if (const Viewport* shown = select::viewport(state, viewport))
        scene.plane = shown->plane, scene.slab = shown->slab;
    if (scene.plane.kind == ReadingPlane::Kind::Axis) scene.axis = scene.plane.axis;
    const Reading* reading = select::shownIn(state, viewport);
    if (!reading) {
        scene.emptyText = emptyText(state, viewport);
        return scene;
    }
    showTile(scene, state, viewport);
    showReading(scene, state, *reading);
    if (const auto place = select::placeIn(state, viewport))
        scene.crosshair = *place;
    else
        scene.hasSlice = false; // the page goes on where the slices have ended
    scene.view = select::viewIn(state, viewport);
    scene.window = select::windowIn(state, viewport);
    scene.linedUp = select::linedUp(state, viewport);
    showPlane(scene, state, *reading);
    showHalf(scene, state, viewport);
    showDifference(scene, state, viewport);
    scene.across = select::planesAcross(state, viewport);
    showHeat(scene, state, *reading);
    showMarks(scene, state, viewport);
    showOwn(scene, state, *reading);
    scene.sliceText = sliceText(scene);
    return scene;
}

ShownPlane shownPlane(const SliceScene& scene) {
    return {scene.native, scene.regular, scene.slab, scene.steps.isNative};
}

PicturePlane scenePlane(const SliceScene& scene, int width, int height) {
    const Grid& grid = scene.native->grid();
    const PicturePlane plane =
        scene.linedUp ? select::linedUpPlane(*scene.linedUp, grid, scene.crosshair, width, height)
                      : pictureOf(scene.plane, grid, scene.crosshair, scene.view, width, height);
    return scene.isOtherHalf ? otherHalf(plane, *scene.middle) : plane;
}

QString planeText(const SliceScene& scene) {
    if (!scene.axis) return scene.native ? tr("Oblique") : tr("Slice");
    switch (*scene.axis) {
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
