#include "core/marks/mark.h"

#include "core/geometry/mean_place.h"
#include "core/geometry/voxel_rim.h"
#include "core/geometry/voxels.h"

#include <algorithm>
#include <cmath>

namespace hemo {

std::size_t placesOf(Mark::Shape shape) {
    switch (shape) {
    case Mark::Shape::Angle:
    case Mark::Shape::Freehand:
    case Mark::Shape::MidlineShift:
        return 3;
    case Mark::Shape::EvansIndex:
        return 4;
    case Mark::Shape::Length:
    case Mark::Shape::Ellipse:
    case Mark::Shape::Rectangle:
    case Mark::Shape::Arrow:
        return 2;
    case Mark::Shape::AbcHalf:
        return 6;
    case Mark::Shape::KeyImage:
    case Mark::Shape::Volume:
        return 1;
    }
    return 0;
}

Mark volumeMark(MarkId id, std::vector<std::uint32_t> voxels, const Grid& grid) {
    auto blood = std::make_shared<const Blood>(bloodOf(std::move(voxels), grid));
    const PatientPoint middle = middleOf(*blood, grid);
    return {id, Mark::Shape::Volume, frameOf(ReadingPlane::native(), grid), {middle}, {}, std::move(blood)};
}

bool isRegion(Mark::Shape shape) {
    return shape == Mark::Shape::Ellipse || shape == Mark::Shape::Rectangle || shape == Mark::Shape::Freehand;
}

const Mark* findMark(const Marks& marks, MarkId id) {
    const auto it = std::ranges::find(marks, id, &Mark::id);
    return it == marks.end() ? nullptr : &*it;
}

namespace {

bool isVolumeIn(const Blood& blood, const ReadingPlane& plane, const Grid& grid, PatientPoint place) {
    if (isNative(plane, grid)) return !inSlice(blood.voxels, grid, stepsOf(plane, grid, place).index).empty();
    const ViewFrame frame = frameOf(plane, grid);
    return isCut(blood.voxels, grid, place, cross(frame.right, frame.down));
}

} // namespace

bool liesIn(const Mark& mark, const ReadingPlane& plane, const Grid& grid, PatientPoint place) {
    if (mark.points.empty()) return false;
    if (mark.shape == Mark::Shape::Volume) return mark.blood && isVolumeIn(*mark.blood, plane, grid, place);
    constexpr double kSameDirection = 0.9999; // within a degree
    const ViewFrame frame = frameOf(plane, grid);
    const Vec3 ours = cross(mark.frame.right, mark.frame.down), theirs = cross(frame.right, frame.down);
    if (std::abs(dot(ours, theirs)) < kSameDirection) return false;
    return stepsOf(plane, grid, mark.points.front()).index == stepsOf(plane, grid, place).index;
}

std::span<const PatientPoint> placesInPicture(const Mark& mark) {
    constexpr std::size_t kDiameters = 4;
    const std::span<const PatientPoint> all(mark.points);
    return mark.shape == Mark::Shape::AbcHalf ? all.first(std::min(all.size(), kDiameters)) : all;
}

PatientPoint middleOf(const Mark& mark) {
    MeanPlace mean;
    for (const PatientPoint p : placesInPicture(mark))
        mean.add(p);
    return mean.value();
}

} // namespace hemo
