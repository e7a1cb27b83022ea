#include "core/marks/measure.h"

#include "core/marks/strokes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo {
namespace {

bool isWhole(const Mark& mark, Mark::Shape shape) {
    return mark.shape == shape && mark.points.size() >= placesOf(shape);
}

/// Gauss' formula over the rim.
double enclosed(const Mark& mark) {
    Vec3 sum;
    const auto& rim = mark.points;
    for (std::size_t n = 2; n < rim.size(); ++n)
        sum = sum + cross(rim[n - 1] - rim[0], rim[n] - rim[0]);
    return length(sum) / 2;
}

} // namespace

double lengthMm(const Mark& mark) {
    if (isWhole(mark, Mark::Shape::Length)) return length(mark.points[1] - mark.points[0]);
    if (isWhole(mark, Mark::Shape::MidlineShift)) return length(mark.points[2] - footOf(mark));
    return 0;
}

double angleDegrees(const Mark& mark) {
    if (!isWhole(mark, Mark::Shape::Angle)) return 0;
    const Vec3 a = normalized(mark.points[0] - mark.points[1]);
    const Vec3 b = normalized(mark.points[2] - mark.points[1]);
    return std::atan2(length(cross(a, b)), dot(a, b)) * 180 / std::numbers::pi;
}

double areaMm2(const Mark& mark) {
    if (isWhole(mark, Mark::Shape::Freehand)) return enclosed(mark);
    const bool isEllipse = isWhole(mark, Mark::Shape::Ellipse);
    if (!isEllipse && !isWhole(mark, Mark::Shape::Rectangle)) return 0;
    const Vec3 diagonal = mark.points[1] - mark.points[0];
    const double box = std::abs(dot(diagonal, mark.frame.right) * dot(diagonal, mark.frame.down));
    return isEllipse ? box * std::numbers::pi / 4 : box;
}

double evansIndex(const Mark& mark) {
    if (!isWhole(mark, Mark::Shape::EvansIndex)) return 0;
    const double skull = length(mark.points[3] - mark.points[2]);
    return skull > 0 ? length(mark.points[1] - mark.points[0]) / skull : 0;
}

double abcHalfMl(const Mark& mark) {
    if (!isWhole(mark, Mark::Shape::AbcHalf)) return 0;
    constexpr double kMm3InMl = 1000;
    double product = 1;
    for (std::size_t n = 0; n < 6; n += 2)
        product *= length(mark.points[n + 1] - mark.points[n]);
    return product / 2 / kMm3InMl;
}

} // namespace hemo
