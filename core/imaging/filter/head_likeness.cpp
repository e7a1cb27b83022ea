#include "core/imaging/filter/head_likeness.h"

#include <itkLinearInterpolateImageFunction.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo::imaging {
namespace {

using Transform = itk::Euler3DTransform<double>;
using Interpolator = itk::LinearInterpolateImageFunction<WorkImage, double>;
using Points = std::vector<WorkImage::PointType>;

/// Densities of the fixed head at some of its places, to be compared with the moving one again and again.
class Comparison {
public:
    Comparison(const WorkImage* fixed, const Points& points, const WorkImage* moving) : m_points(points) {
        const auto at = Interpolator::New();
        at->SetInputImage(fixed);
        for (const auto& p : points)
            m_densities.push_back(at->Evaluate(p));
        m_moving->SetInputImage(moving);
    }

    Likeness under(const Transform& transform) const {
        double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            const auto place = transform.TransformPoint(m_points[i]);
            if (!m_moving->IsInsideBuffer(place)) continue;
            const double x = m_densities[i], y = m_moving->Evaluate(place);
            ++n, a += x, b += y, aa += x * x, bb += y * y, ab += x * y;
        }
        if (n < 2) return {};
        const double spread = std::sqrt(std::max(0.0, aa - a * a / n) * std::max(0.0, bb - b * b / n));
        return {spread > 0 ? (ab - a * b / n) / spread : 0, n / static_cast<double>(m_points.size())};
    }

private:
    const Points& m_points;
    std::vector<double> m_densities;
    const Interpolator::Pointer m_moving = Interpolator::New();
};

/// Half of the head outside the other scan is a wrong place, however alike the rest is.
double worth(const Likeness& likeness) {
    return likeness.correlation * std::min(1.0, likeness.overlap / 0.6);
}

using Pose = std::array<double, 6>; ///< three angles, three shifts

/// The pose, of those in a grid round `about`, that is worth most.
Pose bestNear(const Comparison& comparison, const Pose& about,
              const std::array<std::vector<double>, 6>& steps, Transform& transform) {
    Pose best = about;
    double most = -1;
    std::array<std::size_t, 6> at{};
    while (true) {
        Transform::ParametersType parameters(6);
        Pose pose = about;
        for (unsigned n = 0; n < 6; ++n)
            parameters[n] = pose[n] += steps[n][at[n]];
        transform.SetParameters(parameters);
        if (const double value = worth(comparison.under(transform)); value > most) most = value, best = pose;
        unsigned n = 0;
        while (n < 6 && ++at[n] == steps[n].size())
            at[n++] = 0;
        if (n == 6) return best;
    }
}

/// Turns about the middle of these without laying anything elsewhere: turning about a place far from them,
/// every turn would have to be made good by a shift, and the way down is a narrow valley.
void centreOn(const Points& points, Transform& transform) {
    if (points.empty()) return;
    const WorkImage::PointType centre = middleOf(points);
    const auto shift = transform.TransformPoint(centre) - centre;
    transform.SetCenter(centre);
    transform.SetTranslation(shift);
}

std::vector<double> degrees(std::initializer_list<double> all) {
    std::vector<double> radians;
    for (const double each : all)
        radians.push_back(each * std::numbers::pi / 180);
    return radians;
}

std::vector<double> millimetres(std::initializer_list<double> all) {
    std::vector<double> units;
    for (const double each : all)
        units.push_back(each / kUnitMm);
    return units;
}

} // namespace

Likeness likenessOf(const WorkingHead& fixed, const WorkingHead& moving, const Transform& transform) {
    const Points points = thinned(fixed.inside, 20000);
    return Comparison(fixed.image, points, moving.image).under(transform);
}

std::vector<WorkImage::PointType> seenIn(const WorkingHead& moving, const Points& points,
                                         const Transform& transform, double marginMm) {
    const auto size = moving.image->GetLargestPossibleRegion().GetSize();
    const auto spacing = moving.image->GetSpacing();
    Points seen;
    for (const auto& p : points) {
        itk::ContinuousIndex<double, 3> at;
        moving.image->TransformPhysicalPointToContinuousIndex(transform.TransformPoint(p), at);
        bool isSeen = true;
        for (unsigned axis = 0; axis < 3; ++axis) {
            const double margin = marginMm / kUnitMm / spacing[axis];
            isSeen = isSeen && at[axis] >= margin && at[axis] <= static_cast<double>(size[axis] - 1) - margin;
        }
        if (isSeen) seen.push_back(p);
    }
    return seen;
}

bool lookForStart(const WorkingHead& fixed, const WorkingHead& moving, const TaskContext& context,
                  Transform& transform) {
    constexpr double kBlurMm = 5;
    const Points points = thinned(fixed.inside, 1500);
    const WorkImage::Pointer fixedImage = smoothed(fixed.image, kBlurMm);
    const WorkImage::Pointer movingImage = smoothed(moving.image, kBlurMm);
    const Comparison comparison(fixedImage, points, movingImage);
    const auto offset = moving.middle - fixed.middle;
    Pose pose{0, 0, 0, offset[0], offset[1], offset[2]};
    const auto tilts = degrees({-20, -10, 0, 10, 20}), none = std::vector<double>{0};
    const auto far = millimetres({-24, -12, 0, 12, 24}), near = millimetres({-6, 0, 6});
    context.report(0.1, say("stage.heads"));
    if (context.cancelled()) return false;
    // Where a scan ends moves a head's middle along it, and less to the sides.
    pose = bestNear(comparison, pose, {tilts, tilts, tilts, none, none, far}, transform);
    if (context.cancelled()) return false;
    pose =
        bestNear(comparison, pose,
                 {none, none, none, millimetres({-12, -6, 0, 6, 12}), millimetres({-12, -6, 0, 6, 12}), near},
                 transform);
    pose = bestNear(comparison, pose,
                    {degrees({-5, 0, 5}), degrees({-5, 0, 5}), degrees({-5, 0, 5}), none, none, near},
                    transform);
    Transform::ParametersType parameters(6);
    std::copy(pose.begin(), pose.end(), parameters.begin());
    transform.SetParameters(parameters);
    centreOn(seenIn(moving, fixed.inside, transform, 0), transform);
    return !context.cancelled();
}

} // namespace hemo::imaging
