#include "core/imaging/filter/working_head.h"

#include "core/image/resample.h"
#include "core/imaging/itk/hu_image.h"

#include <itkBinShrinkImageFilter.h>
#include <itkClampImageFilter.h>
#include <itkImageRegionConstIteratorWithIndex.h>
#include <itkSmoothingRecursiveGaussianImageFilter.h>

#include <algorithm>
#include <cmath>

namespace hemo::imaging {
namespace {

constexpr double kPixelMm = 2;
/// What is told apart: fat and air are one, and so is all bone. Brain, fluid and blood have most of the
/// range.
constexpr float kLowestHu = -120, kHighestHu = 400;
constexpr float kInsideHu = -60;
constexpr std::size_t kLeastInside = 1000; // voxels: some 20 ml

WorkImage::Pointer reduced(const VolumePtr& regular) {
    const auto shrink = itk::BinShrinkImageFilter<HuImage, WorkImage>::New();
    const HuImage::ConstPointer image = imageOver(regular);
    shrink->SetInput(image);
    for (unsigned axis = 0; axis < 3; ++axis) {
        const double wanted = std::lround(kPixelMm / image->GetSpacing()[axis]);
        const double most = static_cast<double>(image->GetLargestPossibleRegion().GetSize(axis));
        shrink->SetShrinkFactor(axis, static_cast<unsigned>(std::clamp(wanted, 1.0, most)));
    }
    const auto clamp = itk::ClampImageFilter<WorkImage, WorkImage>::New();
    clamp->SetInput(shrink->GetOutput());
    clamp->SetBounds(kLowestHu, kHighestHu);
    clamp->Update();
    const WorkImage::Pointer reduced = clamp->GetOutput();
    reduced->DisconnectPipeline();
    reduced->SetSpacing(reduced->GetSpacing() / kUnitMm);
    WorkImage::PointType origin = reduced->GetOrigin();
    for (unsigned axis = 0; axis < 3; ++axis)
        origin[axis] /= kUnitMm;
    reduced->SetOrigin(origin);
    return reduced;
}

std::vector<WorkImage::PointType> insideOf(const WorkImage* image) {
    std::vector<WorkImage::PointType> inside;
    itk::ImageRegionConstIteratorWithIndex<WorkImage> voxel(image, image->GetLargestPossibleRegion());
    for (; !voxel.IsAtEnd(); ++voxel) {
        if (voxel.Get() < kInsideHu) continue;
        WorkImage::PointType place;
        image->TransformIndexToPhysicalPoint(voxel.GetIndex(), place);
        inside.push_back(place);
    }
    return inside;
}

} // namespace

Result<WorkingHead> workingHead(const VolumePtr& volume, const TaskContext& context) {
    const Result<VolumePtr> regular = resampleRegular(volume, TaskContext(context.token()));
    if (!regular) return tl::unexpected(regular.error());
    if (context.cancelled()) return cancelled();
    WorkingHead head;
    head.image = reduced(*regular);
    head.inside = insideOf(head.image);
    const WorkImage::SizeType size = head.image->GetLargestPossibleRegion().GetSize();
    if (head.inside.size() < kLeastInside || *std::min_element(size.begin(), size.end()) < 4)
        return fail(ErrorCode::Unsupported, say("heads.too_little"));
    head.middle = middleOf(head.inside);
    return head;
}

WorkImage::Pointer smoothed(const WorkImage* image, double sigmaMm) {
    const auto smooth = itk::SmoothingRecursiveGaussianImageFilter<WorkImage, WorkImage>::New();
    smooth->SetInput(image);
    smooth->SetSigma(sigmaMm / kUnitMm);
    smooth->Update();
    const WorkImage::Pointer result = smooth->GetOutput();
    result->DisconnectPipeline();
    return result;
}

WorkImage::PointType middleOf(const std::vector<WorkImage::PointType>& points) {
    WorkImage::PointType middle;
    middle.Fill(0);
    for (const auto& p : points)
        for (unsigned axis = 0; axis < 3; ++axis)
            middle[axis] += p[axis] / static_cast<double>(points.size());
    return middle;
}

std::vector<WorkImage::PointType> thinned(const std::vector<WorkImage::PointType>& points,
                                          std::size_t count) {
    std::vector<WorkImage::PointType> some;
    some.reserve(count);
    const double step = std::max(1.0, static_cast<double>(points.size()) / static_cast<double>(count));
    for (double n = step / 2; n < static_cast<double>(points.size()); n += step)
        some.push_back(points[static_cast<std::size_t>(n)]);
    return some;
}

} // namespace hemo::imaging
