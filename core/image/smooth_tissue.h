#pragma once

#include <span>

namespace hemo {

/// Smooths the soft tissue of a slice: `hu` row by row, `width` in a row, by a Gaussian of so many pixels
/// along rows and columns. Tissue is averaged with tissue alone, so that bone does not shine into the brain
/// beside it, where a thin bleed may lie, and air does not darken it. What is no tissue stays as it is.
void smoothTissue(std::span<float> hu, int width, double sigmaAlongRow, double sigmaAlongColumn);

} // namespace hemo
