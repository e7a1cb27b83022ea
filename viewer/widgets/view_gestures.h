#pragma once

#include "core/geometry/reading_plane.h"
#include "core/image/slab.h"
#include "core/image/window_level.h"

namespace hemo::ui {

// What movements of the hand mean. Pure; pixels are those of the picture.

/// Zoomed by `factor`; the place `fromCentre` (pixels right and down of the picture's centre) stays where it
/// is. `fitMmPerPixel`: at zoom 1.
ViewState zoomedAt(ViewState view, double factor, PicturePoint fromCentre, double fitMmPerPixel);

/// The picture goes along with the hand.
ViewState panned(ViewState view, PicturePoint byPixels, double mmPerPixel);

/// Zoom of a drag: up is nearer. `downPixels` at 96 dots an inch, whatever the scaling.
double zoomFactor(double downPixels);

/// To the right: wider; down: a higher centre, which is darker. One action, in whole HU. The hand's way is
/// worth more where the window is wide. Pixels at 96 dots an inch.
WindowLevel windowDragged(WindowLevel start, double rightPixels, double downPixels);

/// The slice that a drag has come to: down is onwards. Far enough for the hand to be sure of one, and not so
/// far that all of them need more than the picture's height. Pixels at 96 dots an inch.
int stepDragged(int start, int count, double downPixels, double heightPixels);

/// The layer of a drag: up is thicker, a millimetre at a time. Pixels at 96 dots an inch.
Slab slabDragged(Slab start, double downPixels);

/// Whole notches of a wheel; what is left of a notch stays in `restEighths` for the next movement.
int wheelNotches(int& restEighths, int deltaEighths);

} // namespace hemo::ui
