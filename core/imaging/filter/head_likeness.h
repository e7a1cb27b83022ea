#pragma once

#include "core/imaging/filter/working_head.h"

#include <itkEuler3DTransform.h>

namespace hemo::imaging {

struct Likeness {
    double correlation = 0; ///< of densities, where both scans show something
    double overlap = 0;     ///< which part of the fixed head the moving scan shows
};

Likeness likenessOf(const WorkingHead& fixed, const WorkingHead& moving,
                    const itk::Euler3DTransform<double>& transform);

/// Those of the places that the moving scan shows, further than a margin from its edges.
std::vector<WorkImage::PointType> seenIn(const WorkingHead& moving,
                                         const std::vector<WorkImage::PointType>& points,
                                         const itk::Euler3DTransform<double>& transform, double marginMm);

/// Sets the transform, whose centre is the fixed head's middle, to where a registration can begin: the moving
/// head's middle, turned and shifted to where a coarse look finds the two most alike. False where it was
/// stopped.
bool lookForStart(const WorkingHead& fixed, const WorkingHead& moving, const TaskContext& context,
                  itk::Euler3DTransform<double>& transform);

} // namespace hemo::imaging
