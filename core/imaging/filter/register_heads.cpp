#include "core/imaging/filter/register_heads.h"

#include "core/imaging/filter/head_likeness.h"
#include "core/imaging/filter/working_head.h"
#include "core/imaging/guarded.h"
#include "core/imaging/itk_messages.h"

#include <itkCommand.h>
#include <itkEuler3DTransform.h>
#include <itkGradientImageFilter.h>
#include <itkImageRegistrationMethodv4.h>
#include <itkMattesMutualInformationImageToImageMetricv4.h>
#include <itkRegularStepGradientDescentOptimizerv4.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::imaging {
namespace {

using Transform = itk::Euler3DTransform<double>;
using Metric = itk::MattesMutualInformationImageToImageMetricv4<WorkImage, WorkImage>;
using Optimizer = itk::RegularStepGradientDescentOptimizerv4<double>;
using Registration = itk::ImageRegistrationMethodv4<WorkImage, WorkImage, Transform>;

struct Level {
    double smoothMm, firstStepMm, lastStepMm;
    double marginMm; ///< as far from the moving scan's edges as places will be moved
    std::size_t points;
    unsigned iterations;
};
constexpr std::array kLevels{Level{4, 4, 0.4, 12, 6000, 30}, Level{2, 1, 0.1, 6, 24000, 30},
                             Level{1, 0.3, 0.005, 4, 60000, 60}};
/// Unless slices are smoothed by about as much as reading between them smooths, heads are most alike where
/// slices fall on slices, and a tilted head is laid too upright.
constexpr double kSmoothSlices = 0.8;
constexpr unsigned kBins = 40;

Metric::FixedSampledPointSetType::Pointer pointSet(const std::vector<WorkImage::PointType>& points) {
    const auto set = Metric::FixedSampledPointSetType::New();
    for (std::size_t n = 0; n < points.size(); ++n)
        set->SetPoint(n, points[n]);
    return set;
}

/// One work unit: with several, sums are added up in the order in which threads come, and no two answers are
/// the same to the bit.
Metric::Pointer metricFor() {
    const auto metric = Metric::New();
    metric->SetNumberOfHistogramBins(kBins);
    metric->SetMaximumNumberOfWorkUnits(1);
    metric->SetUseFixedImageGradientFilter(false);
    // ITK's own would smooth by as much as slices are apart.
    const auto gradient = itk::GradientImageFilter<WorkImage, double, double>::New();
    gradient->SetUseImageDirection(true);
    metric->SetMovingImageGradientFilter(gradient);
    metric->SetUseSampledPointSet(true);
    return metric;
}

double thickestMm(const WorkingHead& head) {
    const auto spacing = head.image->GetSpacing();
    return *std::max_element(spacing.begin(), spacing.end()) * kUnitMm;
}

/// Three levels of one registration, with the task's progress and stop.
class Levels {
public:
    Levels(const WorkingHead& fixed, const WorkingHead& moving, const TaskContext& context)
        : m_fixed(fixed), m_moving(moving), m_context(context) {
        m_registration->SetFixedImage(fixed.image);
        m_registration->SetMovingImage(moving.image);
        m_registration->SetMetric(m_metric);
        m_registration->SetOptimizer(m_optimizer);
        m_registration->SetNumberOfLevels(kLevels.size());
        Registration::ShrinkFactorsArrayType shrink(kLevels.size());
        shrink.Fill(1);
        Registration::SmoothingSigmasArrayType sigmas(kLevels.size());
        const double thickest = std::max(thickestMm(fixed), thickestMm(moving));
        for (std::size_t n = 0; n < kLevels.size(); ++n)
            sigmas[n] = std::max(kLevels[n].smoothMm, kSmoothSlices * thickest) / kUnitMm;
        m_registration->SetShrinkFactorsPerLevel(shrink);
        m_registration->SetSmoothingSigmasPerLevel(sigmas);
        m_registration->SetSmoothingSigmasAreSpecifiedInPhysicalUnits(true);
        m_optimizer->SetRelaxationFactor(0.5);
        m_optimizer->SetGradientMagnitudeTolerance(1e-9);
    }

    /// May throw itk::ProcessAborted.
    void run(Transform* transform) {
        m_transform = transform;
        m_registration->AddObserver(itk::MultiResolutionIterationEvent(),
                                    [this](const itk::EventObject&) { startLevel(); });
        m_optimizer->AddObserver(itk::IterationEvent(), [this](const itk::EventObject&) { afterStep(); });
        m_registration->SetInitialTransform(transform);
        m_registration->InPlaceOn();
        m_registration->Update();
    }

private:
    void startLevel() {
        const Level& level = kLevels[m_registration->GetCurrentLevel()];
        // Where places come and go at an edge, what is seen of the head would be made to fit, not the head.
        const auto seen = seenIn(m_moving, m_fixed.inside, *m_transform, level.marginMm);
        m_metric->SetFixedSampledPointSet(pointSet(thinned(seen, level.points)));
        m_optimizer->SetLearningRate(level.firstStepMm / kUnitMm);
        m_optimizer->SetMinimumStepLength(level.lastStepMm / kUnitMm);
        m_optimizer->SetNumberOfIterations(level.iterations);
    }
    void afterStep() {
        const double level = static_cast<double>(m_registration->GetCurrentLevel());
        const double within =
            static_cast<double>(m_optimizer->GetCurrentIteration()) / m_optimizer->GetNumberOfIterations();
        constexpr double kBefore = 0.2; // making the heads ready
        m_context.report(kBefore + (1 - kBefore) * (level + std::min(within, 1.0)) / kLevels.size(),
                         say("stage.heads"));
        if (m_context.cancelled()) throw itk::ProcessAborted(__FILE__, __LINE__);
    }

    const WorkingHead &m_fixed, &m_moving;
    const Transform* m_transform = nullptr;
    const TaskContext& m_context;
    const Metric::Pointer m_metric = metricFor();
    const Optimizer::Pointer m_optimizer = Optimizer::New();
    const Registration::Pointer m_registration = Registration::New();
};

/// ITK's threads add sums up in the order in which they come: what lies below this is of that order. Far
/// under what the heads tell: 1e-9 of a turn is a ten thousandth of a micrometre at the skull.
double withoutSummingOrder(double value) {
    constexpr double kFinest = 1e-9;
    return std::round(value / kFinest) * kFinest;
}

/// In patient space and millimetres.
RigidTransform inMillimetres(const Transform& transform) {
    const auto& m = transform.GetMatrix();
    const auto& offset = transform.GetOffset();
    itk::Versor<double> turn;
    turn.Set(m);
    const auto settled = withoutSummingOrder;
    return {Rotation{settled(turn.GetW()), settled(turn.GetX()), settled(turn.GetY()), settled(turn.GetZ())},
            Vec3{settled(offset[0]), settled(offset[1]), settled(offset[2])} * kUnitMm};
}

Result<HeadFit> fitted(const VolumePtr& fixedVolume, const VolumePtr& movingVolume,
                       const TaskContext& context) {
    const Result<WorkingHead> fixed = workingHead(fixedVolume, context);
    if (!fixed) return tl::unexpected(fixed.error());
    const Result<WorkingHead> moving = workingHead(movingVolume, context);
    if (!moving) return tl::unexpected(moving.error());
    const auto transform = Transform::New();
    transform->SetCenter(fixed->middle);
    if (!lookForStart(*fixed, *moving, context, *transform)) return cancelled();
    try {
        Levels(*fixed, *moving, context).run(transform);
    } catch (const itk::ProcessAborted&) {
        return cancelled();
    }
    const Likeness likeness = likenessOf(*fixed, *moving, *transform);
    return HeadFit{inMillimetres(*transform), withoutSummingOrder(likeness.correlation), likeness.overlap};
}

} // namespace

Result<HeadFit> registerHeads(const VolumePtr& fixed, const VolumePtr& moving, const TaskContext& context) {
    sendItkMessagesToLog();
    return guarded(ErrorCode::Unsupported, say("heads.no_fit"),
                   [&] { return fitted(fixed, moving, context); });
}

} // namespace hemo::imaging
