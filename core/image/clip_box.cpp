#include "core/image/clip_box.h"

#include <algorithm>

namespace hemo {
namespace {

constexpr double kHeadMm = 260, kLeastMm = 10;
constexpr double PatientPoint::*kAxes[] = {&PatientPoint::x, &PatientPoint::y, &PatientPoint::z};

} // namespace

ClipBox boxRound(const Grid& grid) {
    const PatientPoint middle = grid.centre();
    ClipBox box{middle, middle};
    for (const double i : {-0.5, grid.columns() - 0.5})
        for (const double j : {-0.5, grid.rows() - 0.5})
            for (const double k : {-0.5, grid.slices() - 0.5}) {
                const PatientPoint corner = grid.toPatient({i, j, k});
                for (const auto axis : kAxes) {
                    box.low.*axis = std::min(box.low.*axis, corner.*axis);
                    box.high.*axis = std::max(box.high.*axis, corner.*axis);
                }
            }
    for (const auto axis : kAxes) {
        box.low.*axis = std::max(box.low.*axis, middle.*axis - kHeadMm / 2);
        box.high.*axis = std::min(box.high.*axis, middle.*axis + kHeadMm / 2);
    }
    return box;
}

Vec3 outwards(BoxSide side) {
    PatientPoint towards;
    towards.*kAxes[side.axis] = side.isHigh ? 1 : -1;
    return towards - PatientPoint{};
}

PatientPoint middleOf(const ClipBox& box, BoxSide side) {
    PatientPoint middle = lerp(box.low, box.high, 0.5);
    middle.*kAxes[side.axis] = (side.isHigh ? box.high : box.low).*kAxes[side.axis];
    return middle;
}

ClipBox withSideMoved(ClipBox box, BoxSide side, double outwardsMm) {
    double &low = box.low.*kAxes[side.axis], &high = box.high.*kAxes[side.axis];
    if (side.isHigh)
        high = std::max(high + outwardsMm, low + kLeastMm);
    else
        low = std::min(low - outwardsMm, high - kLeastMm);
    return box;
}

std::array<CutPlane, kBoxSides.size()> cutsOf(const ClipBox& box) {
    std::array<CutPlane, kBoxSides.size()> cuts;
    std::ranges::transform(kBoxSides, cuts.begin(), [&](BoxSide side) {
        return CutPlane{middleOf(box, side), outwards(side)};
    });
    return cuts;
}

} // namespace hemo
