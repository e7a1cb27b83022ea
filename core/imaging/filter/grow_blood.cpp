#include "core/imaging/filter/grow_blood.h"

#include "core/imaging/guarded.h"
#include "core/imaging/itk/hu_image.h"

#include <itkBinaryDilateImageFilter.h>
#include <itkClampImageFilter.h>
#include <itkDiscreteGaussianImageFilter.h>
#include <itkExtractImageFilter.h>
#include <itkFlatStructuringElement.h>
#include <itkImageRegionConstIteratorWithIndex.h>
#include <itkImageRegionIterator.h>
#include <itkNeighborhoodConnectedImageFilter.h>

#include <algorithm>
#include <cmath>

namespace hemo::imaging {
namespace {

using Smooth = itk::Image<float, 3>;
using Taken = itk::Image<unsigned char, 3>;

/// Bone would shine far into blood beside it when it is smoothed, and air would darken it: as much denser
/// than blood counts, and no darker than water.
constexpr double kDarkestHu = 0, kDenserHu = 20;
constexpr double kSmoothMm = 0.8; ///< deviation, within a slice: slices are thick enough
constexpr double kHalfThicknessMm = 1.5;
constexpr double kRimMm = 1; ///< as far as an edge is blurred
constexpr double kBesideMm = 2.5;
constexpr double kFainterRimHu = 10; ///< of 50 HU 40, which grey matter does not reach
constexpr double kPointedMm = 4;
constexpr double kReachMm = 90; ///< across the slices: further goes no bleed, and thin slices are many

using Radius = Smooth::SizeType;

/// That many millimetres to either side within the slice, at least a pixel, and none across.
Radius radiusOf(const Grid& grid, double mm) {
    const auto pixels = [mm](double spacingMm) {
        return static_cast<itk::SizeValueType>(std::max(1L, std::lround(mm / spacingMm)));
    };
    return {{pixels(grid.columnSpacingMm()), pixels(grid.rowSpacingMm()), 0}};
}

/// ITK asks whether it is to stop.
template <class Filter> void follow(Filter& filter, const TaskContext& context) {
    filter.AddObserver(itk::ProgressEvent(), [&filter, &context](const itk::EventObject&) {
        if (context.cancelled()) filter.AbortGenerateDataOn();
    });
}

/// The densities round the slice that somebody pointed into, smoothed. Numbered as the volume's voxels are.
Smooth::Pointer smoothed(const VolumePtr& volume, int k, const BloodLimits& limits,
                         const TaskContext& context) {
    const Grid& grid = volume->grid();
    const HuImage::ConstPointer image = imageOver(volume);
    HuImage::RegionType region = image->GetLargestPossibleRegion();
    int first = k, last = k;
    while (first > 0 && grid.sliceOffsetMm(k) - grid.sliceOffsetMm(first - 1) <= kReachMm)
        --first;
    while (last + 1 < grid.slices() && grid.sliceOffsetMm(last + 1) - grid.sliceOffsetMm(k) <= kReachMm)
        ++last;
    region.SetIndex(2, first);
    region.SetSize(2, static_cast<itk::SizeValueType>(last - first) + 1);
    const auto some = itk::ExtractImageFilter<HuImage, HuImage>::New();
    some->SetInput(image);
    some->SetExtractionRegion(region);
    const auto clamp = itk::ClampImageFilter<HuImage, Smooth>::New();
    clamp->SetInput(some->GetOutput());
    clamp->SetBounds(float(kDarkestHu), float(limits.mostHu + kDenserHu));
    const auto gauss = itk::DiscreteGaussianImageFilter<Smooth, Smooth>::New();
    gauss->SetInput(clamp->GetOutput());
    gauss->SetFilterDimensionality(2);
    gauss->SetVariance(kSmoothMm * kSmoothMm);
    follow(*gauss, context);
    gauss->Update();
    return gauss->GetOutput();
}

bool isBlood(float hu, const BloodLimits& limits) {
    return hu >= limits.leastHu && hu <= limits.mostHu;
}

/// The nearest voxel of the slice all of whose neighbourhood is blood; none within kPointedMm.
std::optional<Smooth::IndexType> seedNear(const Smooth& image, const Grid& grid, const PatientPoint& from,
                                          int k, const Radius& radius, const BloodLimits& limits) {
    const VoxelIndex at = grid.toVoxel(from);
    const Smooth::RegionType& region = image.GetLargestPossibleRegion();
    const auto isThick = [&](long i, long j) {
        for (long y = j - long(radius[1]); y <= j + long(radius[1]); ++y)
            for (long x = i - long(radius[0]); x <= i + long(radius[0]); ++x) {
                const Smooth::IndexType index{{x, y, k}};
                if (!region.IsInside(index) || !isBlood(image.GetPixel(index), limits)) return false;
            }
        return true;
    };
    const long across = std::lround(kPointedMm / grid.columnSpacingMm()),
               down = std::lround(kPointedMm / grid.rowSpacingMm());
    const long i = std::lround(at.i), j = std::lround(at.j);
    std::optional<Smooth::IndexType> nearest;
    double nearestMm = kPointedMm;
    for (long y = j - down; y <= j + down; ++y)
        for (long x = i - across; x <= i + across; ++x) {
            const double mm =
                std::hypot(double(x - i) * grid.columnSpacingMm(), double(y - j) * grid.rowSpacingMm());
            if (mm > nearestMm || !isThick(x, y)) continue;
            nearestMm = mm;
            nearest = Smooth::IndexType{{x, y, k}};
        }
    return nearest;
}

Taken::Pointer connected(Smooth* image, const Smooth::IndexType& seed, const Radius& radius,
                         const BloodLimits& limits, const TaskContext& context) {
    const auto grow = itk::NeighborhoodConnectedImageFilter<Smooth, Taken>::New();
    grow->SetInput(image);
    grow->SetLower(float(limits.leastHu));
    grow->SetUpper(float(limits.mostHu));
    grow->SetRadius(radius);
    grow->SetSeed(seed);
    grow->SetReplaceValue(1);
    follow(*grow, context);
    grow->Update();
    return grow->GetOutput();
}

/// As wide all around.
Taken::Pointer widened(Taken* taken, const Radius& radius, const TaskContext& context) {
    using Element = itk::FlatStructuringElement<3>;
    const auto widen = itk::BinaryDilateImageFilter<Taken, Taken, Element>::New();
    widen->SetInput(taken);
    widen->SetKernel(Element::Box(radius));
    widen->SetForegroundValue(1);
    follow(*widen, context);
    widen->Update();
    return widen->GetOutput();
}

/// Leaves what is blood of it; returns its mean density.
double keepBlood(Taken& taken, const Smooth& image, const BloodLimits& limits) {
    double sum = 0, count = 0;
    itk::ImageRegionIterator<Taken> voxel(&taken, taken.GetLargestPossibleRegion());
    itk::ImageRegionConstIterator<Smooth> hu(&image, image.GetLargestPossibleRegion());
    for (; !voxel.IsAtEnd(); ++voxel, ++hu) {
        if (voxel.Get() == 0) continue;
        if (isBlood(hu.Get(), limits))
            sum += hu.Get(), ++count;
        else
            voxel.Set(0);
    }
    return count > 0 ? sum / count : 0;
}

/// The rim of blood lies where the density is half way to that of what lies beside it, within its slice.
bool isRim(const Smooth& image, const Smooth::IndexType& at, double bloodHu, const Radius& beside,
           const BloodLimits& limits) {
    const float hu = image.GetPixel(at);
    float least = hu;
    const Smooth::RegionType& region = image.GetLargestPossibleRegion();
    for (long y = at[1] - long(beside[1]); y <= at[1] + long(beside[1]); ++y)
        for (long x = at[0] - long(beside[0]); x <= at[0] + long(beside[0]); ++x)
            if (const Smooth::IndexType index{{x, y, at[2]}}; region.IsInside(index))
                least = std::min(least, image.GetPixel(index));
    return hu <= limits.mostHu && hu >= std::max(limits.leastHu - kFainterRimHu, (bloodHu + least) / 2);
}

/// The blood and its rim, in the order of the volume's voxels.
std::vector<std::uint32_t> withRim(const Taken& blood, const Taken& around, const Smooth& image,
                                   double bloodHu, const BloodLimits& limits, const Grid& grid) {
    const Radius beside = radiusOf(grid, kBesideMm);
    std::vector<std::uint32_t> voxels;
    itk::ImageRegionConstIteratorWithIndex<Taken> voxel(&around, around.GetLargestPossibleRegion());
    for (; !voxel.IsAtEnd(); ++voxel) {
        const Taken::IndexType at = voxel.GetIndex();
        if (voxel.Get() == 0 || (blood.GetPixel(at) == 0 && !isRim(image, at, bloodHu, beside, limits)))
            continue;
        voxels.push_back(static_cast<std::uint32_t>(std::size_t(at[2]) * grid.voxelsPerSlice() +
                                                    std::size_t(at[1]) * grid.columns() +
                                                    std::size_t(at[0])));
    }
    return voxels;
}

std::size_t countOf(const Taken& taken) {
    std::size_t count = 0;
    for (itk::ImageRegionConstIterator<Taken> voxel(&taken, taken.GetLargestPossibleRegion());
         !voxel.IsAtEnd(); ++voxel)
        count += voxel.Get() != 0;
    return count;
}

Message noneHere(const BloodLimits& limits) {
    return say("notice.no_blood_here", whole(limits.leastHu, Unit::Hounsfield),
               whole(limits.mostHu, Unit::Hounsfield));
}

/// Whether what hangs together with the seed, however thin, is so much more.
bool goesOnThin(const Taken& blood, Smooth* image, const Smooth::IndexType& seed, const BloodLimits& limits,
                const TaskContext& context) {
    constexpr double kMuchMore = 1.3;
    const Taken::Pointer all = connected(image, seed, {{0, 0, 0}}, limits, context);
    return double(countOf(*all)) > kMuchMore * double(countOf(blood));
}

Result<GrownVoxels> grown(const VolumePtr& volume, const PatientPoint& from, const BloodLimits& limits,
                          const TaskContext& context) {
    const Grid& grid = volume->grid();
    const int k = grid.nearestSlice(from);
    const Radius radius = radiusOf(grid, kHalfThicknessMm);
    const Smooth::Pointer image = smoothed(volume, k, limits, context);
    if (context.cancelled()) return cancelled();
    const auto seed = seedNear(*image, grid, from, k, radius, limits);
    if (!seed) return fail(ErrorCode::NotFound, noneHere(limits));
    // What all of a neighbourhood is asked of is as much smaller all around.
    const Taken::Pointer blood = widened(connected(image, *seed, radius, limits, context), radius, context);
    const double bloodHu = keepBlood(*blood, *image, limits);
    Radius rim = radiusOf(grid, kRimMm);
    rim[2] = 1;
    return GrownVoxels{withRim(*blood, *widened(blood, rim, context), *image, bloodHu, limits, grid),
                       goesOnThin(*blood, image, *seed, limits, context)};
}

} // namespace

Result<GrownVoxels> growBlood(const VolumePtr& volume, const PatientPoint& from, const BloodLimits& limits,
                              const TaskContext& context) {
    return guarded(ErrorCode::Unsupported, noneHere(limits), [&]() -> Result<GrownVoxels> {
        try {
            return grown(volume, from, limits, context);
        } catch (const itk::ProcessAborted&) {
            return cancelled();
        }
    });
}

} // namespace hemo::imaging
