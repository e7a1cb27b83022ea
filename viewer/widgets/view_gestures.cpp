#include "viewer/widgets/view_gestures.h"

#include <algorithm>
#include <cmath>

namespace hemo::ui {

ViewState zoomedAt(ViewState view, double factor, PicturePoint fromCentre, double fitMmPerPixel) {
    const double zoom = std::clamp(view.zoom * factor, kLeastZoom, kMostZoom);
    const double shiftMm = fitMmPerPixel / view.zoom - fitMmPerPixel / zoom;
    view.zoom = zoom;
    view.panRightMm += fromCentre.x * shiftMm;
    view.panDownMm += fromCentre.y * shiftMm;
    return view;
}

ViewState panned(ViewState view, PicturePoint byPixels, double mmPerPixel) {
    view.panRightMm -= byPixels.x * mmPerPixel;
    view.panDownMm -= byPixels.y * mmPerPixel;
    return view;
}

double zoomFactor(double downPixels) {
    constexpr double kPixelsPerNaturalStep = 150;
    return std::exp(-downPixels / kPixelsPerNaturalStep);
}

WindowLevel windowDragged(WindowLevel start, double rightPixels, double downPixels) {
    constexpr double kPixelsPerNaturalStep = 250;
    const double width = start.width * std::exp(rightPixels / kPixelsPerNaturalStep);
    const double centre = start.centre + downPixels * start.width / kPixelsPerNaturalStep;
    return {std::round(centre), std::max(1.0, std::round(width))};
}

int stepDragged(int start, int count, double downPixels, double heightPixels) {
    constexpr double kMostPerStep = 8;
    const double perStep = std::clamp(heightPixels / std::max(count, 1), 0.5, kMostPerStep);
    return std::clamp(start + int(std::lround(downPixels / perStep)), 0, std::max(count - 1, 0));
}

Slab slabDragged(Slab start, double downPixels) {
    constexpr double kPixelsPerMm = 8;
    return {start.kind,
            std::clamp(std::round(start.thicknessMm - downPixels / kPixelsPerMm), 0.0, kMostSlabMm)};
}

int wheelNotches(int& restEighths, int deltaEighths) {
    constexpr int kNotch = 120;
    // A turn the other way starts afresh: what was left over belongs to the old direction.
    if ((restEighths > 0) != (deltaEighths > 0)) restEighths = 0;
    restEighths += deltaEighths;
    const int notches = restEighths / kNotch;
    restEighths -= notches * kNotch;
    return notches;
}

} // namespace hemo::ui
