#pragma once

#include "core/geometry/picture_plane.h"
#include "core/image/heat_colours.h"
#include "core/image/probability_map.h"
#include "core/image/rgba_image.h"

#include <functional>

namespace hemo {

/// How a heat map lies over a picture.
struct OverlayStyle {
    double opacity = 0.6;     ///< at full evidence, 0..1
    double gateLogOdds = 0.5; ///< alpha falls to zero at and below this; see onScaleOf for other units
    double fullLogOdds = 6.0; ///< end of the colour scale; the legend shows gate to full
    HeatColours colours = HeatColours::Inferno;
    bool operator==(const OverlayStyle&) const = default;
};

/// The same on the scale of a map's unit: a relative map runs from a third of its largest value to all of it.
OverlayStyle onScaleOf(HeatUnit unit, OverlayStyle style);

/// Colour of an evidence value, alpha rising from the gate.
Rgba heatColour(double value, const OverlayStyle& style);

/// The map's colours as they lie in `plane`, through patient space, with their alpha; clear where there is no
/// heat. The map is looked up where each pixel lies, so it is right in every view, zoomed, tilted or
/// mirrored. `isSliceShown[k]` says whether slice k's heat may be shown at all: slices under the threshold
/// show none.
RgbaImage heatLayer(const PicturePlane& plane, const ProbabilityMap& map,
                    const std::vector<bool>& isSliceShown, const OverlayStyle& style);

/// The same seen through: of all planes within `reachMm` of it, to either side, each pixel's strongest heat.
/// What lies beyond `isKept`, where there is one, shows none.
RgbaImage heatThrough(const PicturePlane& plane, double reachMm, const ProbabilityMap& map,
                      const std::vector<bool>& isSliceShown, const OverlayStyle& style,
                      const std::function<bool(PatientPoint)>& isKept = {});

/// A layer upon an opaque picture of the same size.
RgbaImage laidOver(const RgbaImage& picture, const RgbaImage& layer);

/// Both in one: the heat map over the picture that shows `plane`, which must have its size.
RgbaImage blendHeat(const RgbaImage& picture, const PicturePlane& plane, const ProbabilityMap& map,
                    const std::vector<bool>& isSliceShown, const OverlayStyle& style);

} // namespace hemo
