#pragma once

#include "core/image/volume.h"

#include <optional>

namespace hemo {

/// How much the values of even soft tissue scatter within some millimetres, HU: a standard deviation of
/// patches of 0.9 mm in 5 mm of slices, which is what the second reader sees. The quietest quarter of the
/// places counts, so that folds and edges do not; what tissue itself varies by stays in it. Looks at some
/// slices only. None where there is hardly any soft tissue. `pixelMm`: of a column. `smoothedByMm`: the
/// standard deviation of a Gaussian by which the slices were smoothed before (`smoothTissue`).
std::optional<double> softTissueNoiseHu(const Volume& volume, double pixelMm, double smoothedByMm = 0);

} // namespace hemo
