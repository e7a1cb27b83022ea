#pragma once

#include "core/state/select.h"

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
    ViewAxis axis = ViewAxis::Axial;
    VolumePtr native, regular;
    ViewState view;
    PatientPoint crosshair;
    WindowLevel window;
    Tool tool = Tool::Window;
    bool isInverted = false, isEnlarged = false;
    select::SliceSteps steps;
    int upwardStep = 1; ///< +1 where a higher step lies further superior, anterior or left
    HeatLayer heat;
    QStringList heatText; ///< p(any) of this slice, why no heat is to be seen, and whose answer it is
    QStringList patientText, seriesText, sliceText;
    QString emptyText; ///< where there is no picture: what to do
    bool operator==(const SliceScene&) const = default;
};

SliceScene sliceScene(const AppState& state, ViewAxis axis);

/// Where the picture of a scene lies at width x height pixels; something must be shown.
PicturePlane scenePlane(const SliceScene& scene, int width, int height);

/// "Axial", "Coronal", "Sagittal".
QString axisText(ViewAxis axis);

} // namespace hemo::ui
