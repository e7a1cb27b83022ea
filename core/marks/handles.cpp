#include "core/marks/handles.h"

#include "core/marks/strokes.h"

namespace hemo {
namespace {

bool hasBox(const Mark& mark) {
    return mark.shape == Mark::Shape::Ellipse || mark.shape == Mark::Shape::Rectangle;
}

/// A way as far as it leads along the mark's plane.
Vec3 inPlane(const Mark& mark, Vec3 way) {
    return mark.frame.right * dot(way, mark.frame.right) + mark.frame.down * dot(way, mark.frame.down);
}

} // namespace

std::vector<PatientPoint> handlesOf(const Mark& mark) {
    const bool isWhole = mark.points.size() >= placesOf(mark.shape);
    if (!isWhole || mark.shape == Mark::Shape::Freehand || mark.shape == Mark::Shape::KeyImage ||
        mark.shape == Mark::Shape::Volume)
        return {};
    if (hasBox(mark)) return boxOf(mark);
    const auto places = placesInPicture(mark);
    return {places.begin(), places.end()};
}

Mark withHandleAt(Mark mark, std::size_t n, PatientPoint place) {
    if (!hasBox(mark)) {
        if (n < mark.points.size()) mark.points[n] = mark.points[n] + inPlane(mark, place - mark.points[n]);
        return mark;
    }
    auto box = boxOf(mark);
    if (n >= box.size()) return mark;
    const PatientPoint opposite = box[(n + 2) % 4];
    mark.points = {box[n] + inPlane(mark, place - box[n]), opposite};
    return mark;
}

Mark movedBy(Mark mark, Vec3 way) {
    if (mark.shape == Mark::Shape::Volume) return mark;
    const Vec3 step = inPlane(mark, way);
    for (PatientPoint& p : mark.points)
        p = p + step;
    return mark;
}

} // namespace hemo
