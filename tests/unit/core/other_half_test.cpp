#include "core/anatomy/other_half.h"
#include "core/simulate/phantom.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo {
namespace {

struct Head {
    VolumePtr volume;
    HeadMiddle middle;
};

Head phantomHead() {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.bleed = BleedSpec{BleedType::Intraparenchymal, Side::Left, 30};
    VolumePtr volume = makePhantom(spec).volume;
    auto middle = HeadMiddle::find(*volume, 300);
    EXPECT_TRUE(middle);
    return {volume, *middle};
}

TEST(OtherHalf, EveryPixelShowsTheMirrorImageOfItsPlace) {
    const Head head = phantomHead();
    const Grid& grid = head.volume->grid();
    const PicturePlane plain = viewPlane(grid, ViewAxis::Axial, grid.centre(), 1, 5, -3, 200, 180);
    const PicturePlane other = otherHalf(plain, head.middle);
    for (const PicturePoint p : {PicturePoint{0, 0}, {100, 90}, {199, 20}, {30, 150}}) {
        const Vec3 off = other.toPatient(p) - head.middle.mirrored(plain.toPatient(p));
        EXPECT_LE(length(off), 0.5) << p.x << " " << p.y;
    }
    const PicturePlane back = otherHalf(other, head.middle);
    EXPECT_LE(length(back.topLeft - plain.topLeft), 0.5);
    EXPECT_NEAR(dot(back.right, plain.right), 1, 1e-9);
    EXPECT_NEAR(length(other.normal()), 1, 1e-9);
}

TEST(OtherHalf, ABleedOnTheLeftStandsOnTheOtherSideOfThePicture) {
    const Head head = phantomHead();
    const Grid& grid = head.volume->grid();
    const PicturePlane plain = viewPlane(grid, ViewAxis::Axial, grid.centre(), 1, 0, 0, 200, 200);
    const PicturePlane other = otherHalf(plain, head.middle);
    const PatientPoint inLeft{30, 0, plain.toPatient({100, 100}).z};
    EXPECT_GT(plain.toPicture(inLeft).x, 110) << "the patient's left is on the right of the picture";
    EXPECT_LT(other.toPicture(inLeft).x, 90);
}

TEST(OtherHalf, TheMiddleLineRunsFromFrontToBackThroughTheMiddle) {
    const Head head = phantomHead();
    const PatientPoint near{25, 10, 0};
    const MiddleLine line = middleLine(head.middle, {{1, 0, 0}, {0, 1, 0}}, near, 80);
    EXPECT_NEAR(length(line.to - line.from), 160, 1e-9);
    for (const PatientPoint end : {line.from, line.to})
        EXPECT_LE(std::abs(head.middle.leftMm(end)), 1) << end.x;
    EXPECT_GT(std::abs(line.to.y - line.from.y), 150);
    EXPECT_NEAR(line.from.z, near.z, 1e-9);
}

} // namespace
} // namespace hemo
