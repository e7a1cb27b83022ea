#pragma once

#include "core/classify/findings/findings.h"
#include "core/image/overlay.h"
#include "core/marks/roi_values.h"
#include "core/state/select/difference.h"
#include "core/state/select/link.h"
#include "core/state/select/screen.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace hemo::ui {

/// The heat map that lies over a slice picture; no map: none is shown.
struct HeatLayer {
    PredictionPtr prediction;
    std::vector<bool> isSliceShown;
    OverlayStyle style;
    bool operator==(const HeatLayer&) const = default;
};

/// Everything that one slice view shows, taken from the state. A view compares scenes to know whether it must
/// paint again.
struct SliceScene {
    ReadingId reading = ReadingId::None; ///< that is shown
    ReadingPlane plane;
    std::optional<ViewAxis> axis;           ///< of the plane; none where it is oblique
    std::optional<select::LinedUp> linedUp; ///< beside the first reading
    std::optional<FilmTile> tile;           ///< on a page of slices
    bool isCurrentTile = false;             ///< it shows the slice that the keys mean
    /// False where a linked reading is at a level at which this one has no slice: the picture stays black
    /// rather than showing the nearest as if it matched. `emptyText` says so.
    bool hasSlice = true;
    VolumePtr native, regular;
    ViewState view;
    Slab slab;
    PatientPoint crosshair;
    WindowLevel window;
    Tool tool = Tool::Window;
    MouseTable mouse;
    bool isInverted = false, isEnlarged = false, isCrosshairShown = true;
    Sides sides = Sides::Known;       ///< unknown: nothing in the view may claim a direction
    Lengths lengths = Lengths::Known; ///< unknown: no millimetre may be told
    bool isSimulated = false;         ///< something was drawn into it, and every picture of it says so
    SliceSteps steps;
    int upwardStep = 1;              ///< +1 where a higher step lies further superior, anterior or left
    std::vector<PlaneOfView> across; ///< of the other views, which the crosshair shows and turns
    std::optional<select::TakenOff> takenOff; ///< the picture is a difference
    HeatLayer heat;
    std::vector<bool> isRejected;             ///< one a finding: the reader does not believe it
    FindingsPtr findings;                     ///< whose outlines lie over the picture, together with the heat
    std::shared_ptr<const HeadMiddle> middle; ///< of the head; null where it is not known
    bool isOtherHalf = false;                 ///< each half stands where the other one stood
    bool isOffPlane = false; ///< that lies in another plane: what is known of this one is not true there
    Marks marks;             ///< that lie in the picture, with the draft
    std::optional<MarkId> chosenMark;
    std::optional<Mark> brushed; ///< the volume that the brush paints into, in this slice or not
    double brushMm = 0;
    std::vector<PatientPoint> ownPlaces;   ///< in the picture: where the reader sees a bleed
    std::vector<PatientPoint> ownFindings; ///< in the picture: those of the reader's own that were added
    std::vector<PatientPoint>
        truth;                 ///< in the picture: points of bleeds that a case names, once they may be seen
    bool isAnswering = false;  ///< a click shows a place of the reader's verdict
    std::optional<Mark> draft; ///< that is drawn or changed in this view
    QStringList heatText;      ///< p(any) of this slice, why no heat is to be seen, and whose answer it is
    QStringList patientText, seriesText, sliceText;
    QString takenOffText; ///< "Less 2026-02-20", where the picture is a difference
    QString emptyText;    ///< where there is no picture: what to do
    bool operator==(const SliceScene&) const = default;
};

SliceScene sliceScene(const AppState& state, ViewportId viewport);

/// The plane of a scene, as regions are counted in it.
ShownPlane shownPlane(const SliceScene& scene);

/// Where the picture of a scene lies at width x height pixels; something must be shown.
PicturePlane scenePlane(const SliceScene& scene, int width, int height);

/// What the view is called: "Axial", "Coronal", "Sagittal", "Oblique".
QString planeText(const SliceScene& scene);

} // namespace hemo::ui
