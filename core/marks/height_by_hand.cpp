#include "core/marks/height_by_hand.h"

#include <cmath>

namespace hemo {
namespace {

constexpr std::size_t kBegin = 4, kEnd = 5;

/// The line that the height is told along: upright on the picture, through the middle of the second diameter.
struct Upright {
    PatientPoint foot;
    Vec3 normal;
    double mmOf(PatientPoint place) const { return dot(place - foot, normal); }
    PatientPoint at(double mm) const { return foot + normal * mm; }
};

Upright uprightOn(const Mark& mark) {
    return {lerp(mark.points[2], mark.points[3], 0.5), cross(mark.frame.right, mark.frame.down)};
}

/// Half of what one picture of the stack stands for, across it.
double halfPictureMm(const ReadingPlane& plane, const Grid& grid, PatientPoint at, Vec3 normal) {
    if (isNative(plane, grid)) return grid.typicalSpacingMm() / 2;
    const SliceSteps steps = stepsOf(plane, grid, at);
    const int next = steps.index + (steps.index + 1 < steps.count ? 1 : -1);
    const PatientPoint here = placeAtStep(plane, grid, at, steps.index);
    return std::abs(dot(placeAtStep(plane, grid, at, next) - here, normal)) / 2;
}

} // namespace

bool asksForHeight(const Mark& mark) {
    return mark.shape == Mark::Shape::AbcHalf && mark.points.size() > kBegin;
}

Mark withHeightTo(Mark draft, const ReadingPlane& plane, const Grid& grid, PatientPoint at) {
    const Upright upright = uprightOn(draft);
    const double here = upright.mmOf(at);
    if (draft.points.size() == kEnd) {
        draft.points[kBegin] = upright.at(here);
        return draft;
    }
    // It began in the middle of a picture, and both of its ends are that picture's half further out.
    const double half = halfPictureMm(plane, grid, at, upright.normal);
    const double from = upright.mmOf(draft.points[kBegin]), to = upright.mmOf(draft.points[kEnd]);
    const double begin = from < to ? from + half : from - half;
    const double out = here < begin ? -half : half;
    draft.points[kBegin] = upright.at(begin - out);
    draft.points[kEnd] = upright.at(here + out);
    return draft;
}

Drawn heightPressed(Mark draft, const ReadingPlane& plane, const Grid& grid, PatientPoint at) {
    if (draft.points.size() > kEnd) return {withHeightTo(std::move(draft), plane, grid, at), true};
    const Upright upright = uprightOn(draft);
    const double here = upright.mmOf(at), half = halfPictureMm(plane, grid, at, upright.normal);
    draft.points[kBegin] = upright.at(here - half);
    draft.points.push_back(upright.at(here + half));
    return {std::move(draft), false};
}

} // namespace hemo
