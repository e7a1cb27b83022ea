#pragma once

#include "core/geometry/rigid_transform.h"
#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

#include <itkImage.h>

#include <vector>

namespace hemo::imaging {

/// Lengths inside a registration are in this many mm, about a head's radius: a step of a rotation and one of
/// a shift are then as long, and no optimizer has to be told which is which.
inline constexpr double kUnitMm = 80;

using WorkImage = itk::Image<float, 3>;

/// A head as a registration looks at it: pixels of about 2 mm, densities between fat and bone, lengths in
/// kUnitMm.
struct WorkingHead {
    WorkImage::Pointer image;
    std::vector<WorkImage::PointType> inside; ///< voxels that are no air, evenly chosen
    WorkImage::PointType middle;              ///< of them
};

/// Fails: Cancelled; Unsupported (no head in it, or no even grid to be had).
Result<WorkingHead> workingHead(const VolumePtr& volume, const TaskContext& context);

/// As it is, smoothed with a Gaussian.
WorkImage::Pointer smoothed(const WorkImage* image, double sigmaMm);

/// Their mean; there is at least one.
WorkImage::PointType middleOf(const std::vector<WorkImage::PointType>& points);

/// Every n-th of the points, so that about `count` are left.
std::vector<WorkImage::PointType> thinned(const std::vector<WorkImage::PointType>& points, std::size_t count);

} // namespace hemo::imaging
