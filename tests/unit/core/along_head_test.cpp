#include "made_volumes.h"

#include "core/geometry/reading_plane.h"
#include "core/state/reduce/reduce.h"
#include "core/state/select/screen.h"
#include "tests/support/readings_of.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace hemo {
namespace {

using namespace testing;

/// The head's top leans `back` degrees towards the back of the patient's head and `left` towards the left.
Vec3 upOf(double back, double left) {
    const double toRadians = std::numbers::pi / 180;
    return normalized(Vec3{std::tan(left * toRadians), std::tan(back * toRadians), 1});
}

AppState withLine(AppState s, Vec3 up) {
    CanthomeatalPlane plane;
    plane.up = up;
    return withReading(std::move(s), lead(s).id, [&](Reading& r) { r.canthomeatal = plane; });
}

TEST(LaidAlong, TurnsTheTopToWhereItIsAskedForAndNothingMore) {
    const Vec3 up = upOf(17, -6);
    const ReadingPlane axial = laidAlong(ViewAxis::Axial, up), sagittal = laidAlong(ViewAxis::Sagittal, up),
                       coronal = laidAlong(ViewAxis::Coronal, up);
    EXPECT_NEAR(std::abs(dot(cross(axial.frame.right, axial.frame.down), up)), 1, 1e-9);
    EXPECT_NEAR(dot(sagittal.frame.down, up), -1, 1e-9);
    EXPECT_NEAR(dot(coronal.frame.down, up), -1, 1e-9);
    EXPECT_NEAR(dot(coronal.frame.right, axial.frame.right), 1, 1e-9) << "they stay at right angles";
    EXPECT_NEAR(dot(sagittal.frame.right, coronal.frame.right), 0, 1e-9);
    EXPECT_NEAR(leanOf(axial.frame).degrees, std::acos(up.z) * 180 / std::numbers::pi, 1e-6);
    for (const ViewAxis axis : {ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal})
        EXPECT_EQ(laidAlong(axis, {0, 0, 1}).frame, patientFrame(axis));
}

TEST(AlongHead, PlanesLieAlongTheLineThatWasFoundAndStraightAgain) {
    const Vec3 up = upOf(12, 3);
    AppState s = withLine(openState(), up);
    const AppState laid = reduce(s, action::LayAlongHead{});
    const Grid& grid = lead(s).volume->grid();
    EXPECT_NEAR(std::abs(dot(upAcross(select::viewport(laid, kAxial)->plane, grid), up)), 1, 1e-9);
    for (const ViewportId view : {kCoronal, kSagittal})
        EXPECT_NEAR(dot(frameOf(select::viewport(laid, view)->plane, grid).down, up), -1, 1e-9);
    EXPECT_EQ(reduce(laid, action::LayAlongHead{}).screen.viewports, laid.screen.viewports)
        << "once is enough";
    EXPECT_EQ(reduce(laid, action::StraightenPlanes{}).screen.viewports, s.screen.viewports);
}

TEST(AlongHead, WithoutALineASentenceSaysWhyAndNothingTurns) {
    AppState s = openState();
    s = withReading(s, lead(s).id, [](Reading& r) { r.middleJob.isRunning = false; });
    const AppState none = reduce(s, action::LayAlongHead{});
    ASSERT_TRUE(none.notice);
    EXPECT_EQ(none.notice->text, say("notice.no_canthomeatal"));
    EXPECT_EQ(none.screen.viewports, s.screen.viewports);
    s = withReading(s, lead(s).id, [](Reading& r) { r.middleJob.isRunning = true; });
    EXPECT_EQ(reduce(s, action::LayAlongHead{}).notice->text, say("notice.canthomeatal_later"));
}

TEST(AlongHead, TheLineComesWithTheMiddleOfTheHeadAndGoesWithTheVolume) {
    AppState s = openState();
    ASSERT_TRUE(lead(s).middleJob.isRunning);
    CanthomeatalPlane plane;
    plane.up = upOf(8, 0);
    s = reduce(s, action::MiddleFound{lead(s).id, lead(s).middleJob.number - 1, nullptr, plane});
    EXPECT_FALSE(lead(s).canthomeatal) << "of an old job";
    s = reduce(s, action::MiddleFound{lead(s).id, lead(s).middleJob.number, nullptr, plane});
    EXPECT_EQ(lead(s).canthomeatal, plane);
}

} // namespace
} // namespace hemo
