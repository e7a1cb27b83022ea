#include "made_volumes.h"

#include "core/geometry/reading_plane.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace hemo {
namespace {

using namespace testing;

TEST(ReadingPlane, OfTheAcquisitionIsTheSlicesThemselves) {
    const Grid tilted = tiltedGrid(18.5);
    EXPECT_TRUE(isNative(ReadingPlane::native(), tilted));
    EXPECT_TRUE(isNative(ReadingPlane::along(ViewAxis::Axial), tilted));
    EXPECT_FALSE(isNative(ReadingPlane::along(ViewAxis::Coronal), tilted));
    EXPECT_EQ(frameOf(ReadingPlane::native(), tilted), viewFrame(tilted, ViewAxis::Axial));
}

TEST(ReadingPlane, AnyFrameInPatientSpaceCanBeLookedAtAndScrolled) {
    const Grid grid = uprightGrid(30, 3);
    const double a = 25 * std::numbers::pi / 180;
    const ReadingPlane plane = ReadingPlane::oblique({{1, 0, 0}, {0, std::cos(a), -std::sin(a)}});
    ASSERT_FALSE(isNative(plane, grid));
    EXPECT_FALSE(axisOf(plane, grid));
    const PatientPoint place = grid.centre();
    const PicturePlane picture = pictureOf(plane, grid, place, {2, 5, -3}, 300, 200);
    EXPECT_NEAR(picture.distanceMm(place), 0, 1e-9);
    EXPECT_EQ(picture.right, plane.frame.right);
    const SliceSteps steps = stepsOf(plane, grid, place);
    EXPECT_GT(steps.count, 5);
    for (const int index : {0, steps.count / 2, steps.count - 1}) {
        const PatientPoint there = placeAtStep(plane, grid, place, index);
        EXPECT_EQ(stepsOf(plane, grid, there).index, index);
        EXPECT_NEAR(picture.toPicture(there).x, picture.toPicture(place).x, 1e-9)
            << "straight across the plane";
        EXPECT_NEAR(picture.toPicture(there).y, picture.toPicture(place).y, 1e-9);
    }
    const PatientPoint up = placeAtStep(plane, grid, place, steps.count - 1);
    EXPECT_GT(up.z, place.z) << "more is further superior";
}

TEST(ReadingPlane, TurningFourTimesAndMirroringTwiceIsNothing) {
    ViewState view{2, 30, -10};
    for (int turn = 0; turn < 4; ++turn)
        view = turnedOnce(view);
    EXPECT_EQ(view, (ViewState{2, 30, -10}));
    EXPECT_EQ(mirrored(mirrored(view)), view);
    view = mirrored(view);
    for (int turn = 0; turn < 4; ++turn)
        view = turnedOnce(view);
    EXPECT_EQ(view, mirrored(ViewState{2, 30, -10}));
}

/// A place that is seen somewhere is seen there turned about the picture's middle, also where it was moved.
TEST(ReadingPlane, TurningAndMirroringMoveWhatIsSeenAboutTheMiddleOfThePicture) {
    const Grid grid = tiltedGrid(12);
    for (const ReadingPlane& plane : {ReadingPlane::native(), ReadingPlane::along(ViewAxis::Sagittal)})
        for (const ViewState& before : {ViewState{}, ViewState{2, 14, -9}, mirrored(ViewState{1.5, 3, 8}),
                                        turnedOnce(mirrored(ViewState{3, -3, 8}))}) {
            constexpr int kSize = 301; // a square, so that what fits stays as large
            const PatientPoint place = grid.centre();
            const auto spot = [&](const ViewState& view) {
                const PicturePoint p =
                    pictureOf(plane, grid, place, view, kSize, kSize).toPicture(grid.toPatient({3, 4, 5}));
                return PicturePoint{p.x - (kSize - 1) / 2.0, p.y - (kSize - 1) / 2.0};
            };
            const PicturePoint was = spot(before), turned = spot(turnedOnce(before)),
                               flipped = spot(mirrored(before));
            EXPECT_NEAR(turned.x, -was.y, 1e-6);
            EXPECT_NEAR(turned.y, was.x, 1e-6);
            EXPECT_NEAR(flipped.x, -was.x, 1e-6);
            EXPECT_NEAR(flipped.y, was.y, 1e-6);
        }
}

TEST(ReadingPlane, TurnedAboutAnAxisItTurnsClockwiseForWhoLooksAlongIt) {
    const Grid grid = uprightGrid();
    const ViewFrame axial = viewFrame(grid, ViewAxis::Axial);
    // Looked at in the axial picture, whose normal points away from the viewer.
    const Vec3 away = cross(axial.right, axial.down);
    const double quarter = std::numbers::pi / 2;
    const ReadingPlane turnedInItself =
        turnedAbout(ReadingPlane::along(ViewAxis::Axial), grid, away, quarter);
    EXPECT_NEAR(dot(turnedInItself.frame.right, axial.down), 1, 1e-12) << "right goes to where down was";
    const ReadingPlane coronal = turnedAbout(ReadingPlane::along(ViewAxis::Coronal), grid, away, quarter);
    EXPECT_NEAR(std::abs(dot(cross(coronal.frame.right, coronal.frame.down), Vec3{1, 0, 0})), 1, 1e-12)
        << "a coronal plane is sagittal then";
    EXPECT_EQ(coronal.kind, ReadingPlane::Kind::Oblique);
    const ReadingPlane back = turnedAbout(coronal, grid, away, -quarter);
    EXPECT_LE(length(back.frame.right - viewFrame(grid, ViewAxis::Coronal).right), 1e-12);
}

TEST(ReadingPlane, LeansFromTheNearestOfThePatientsPlanes) {
    const Grid grid = uprightGrid();
    const ReadingPlane plane =
        turnedAbout(ReadingPlane::along(ViewAxis::Axial), grid, {1, 0, 0}, 14 * std::numbers::pi / 180);
    EXPECT_EQ(leanOf(plane.frame).axis, ViewAxis::Axial);
    EXPECT_NEAR(leanOf(plane.frame).degrees, 14, 1e-9);
    EXPECT_NEAR(leanOf(viewFrame(grid, ViewAxis::Sagittal)).degrees, 0, 1e-9);
}

TEST(ReadingPlane, WhatIsTurnedKeepsItsScale) {
    const Grid grid = uprightGrid(30, 3);
    const ReadingPlane coronal = ReadingPlane::along(ViewAxis::Coronal);
    const double straight = pictureOf(coronal, grid, grid.centre(), {2}, 300, 200).mmPerPixel;
    for (const double degrees : {1, 10, 30}) {
        const ReadingPlane turned = turnedAbout(coronal, grid, {0, 0, 1}, degrees * std::numbers::pi / 180);
        EXPECT_NEAR(pictureOf(turned, grid, grid.centre(), {2}, 300, 200).mmPerPixel, straight, 1e-12);
        const ViewState lying{2, 0, 0, 1};
        EXPECT_NEAR(pictureOf(turned, grid, grid.centre(), lying, 300, 200).mmPerPixel,
                    pictureOf(coronal, grid, grid.centre(), lying, 300, 200).mmPerPixel, 1e-12);
    }
}

} // namespace
} // namespace hemo
