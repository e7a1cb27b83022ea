// The crosshair turned with the mouse: oblique planes.

#include "gui_fixture.h"

#include "viewer/widgets/palette.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/turn_hand.h"

#include <array>
#include <cmath>
#include <memory>
#include <numbers>

namespace hemo::ui {
namespace {

using namespace testing;

class TurnPlanes : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        for (const ViewportId id : kPlanes) {
            auto& view = views[static_cast<std::size_t>(id)];
            view = std::make_unique<SliceView>(id, renderer, store.dispatch(), nullptr);
            view->resize(314, 300);
            store.show(*view);
            view->show();
        }
    }
    SliceView& view(ViewportId id) { return *views[static_cast<std::size_t>(id)]; }
    SliceScene scene(ViewportId id) const { return sliceScene(store.state, id); }
    AnnotationFrame frame(ViewportId id) {
        return {*view(id).plane(), view(id).devicePixelRatioF(), QRectF(0, 0, 300, 300)};
    }
    std::vector<QPointF> handles(ViewportId id) { return turnHandles(scene(id), frame(id)); }
    QPointF middle(ViewportId id) { return view(id).widgetPoint(scene(id).crosshair); }
    Vec3 normalOf(ViewportId id) const {
        const ViewFrame shown = frameOf(store.state.screen.viewports[static_cast<std::size_t>(id)].plane,
                                        lead(store.state).volume->grid());
        return cross(shown.right, shown.down);
    }
    /// Takes hold of a handle and goes so far about the crosshair, clockwise.
    void turn(ViewportId id, double degrees, std::size_t handle = 0) {
        const QPointF from = handles(id).at(handle), about = middle(id), arm = from - about;
        const double a = degrees * std::numbers::pi / 180;
        const QPointF to = about + QPointF(arm.x() * std::cos(a) - arm.y() * std::sin(a),
                                           arm.x() * std::sin(a) + arm.y() * std::cos(a));
        QTest::mousePress(&view(id), Qt::LeftButton, {}, from.toPoint());
        moveMouse(view(id), (from + to) / 2, Qt::LeftButton);
        moveMouse(view(id), to, Qt::LeftButton);
        QTest::mouseRelease(&view(id), Qt::LeftButton, {}, to.toPoint());
    }

    TestStore store;
    render::SliceRenderer renderer;
    std::array<std::unique_ptr<SliceView>, 3> views;
};

double degreesBetween(Vec3 a, Vec3 b) {
    return std::acos(std::min(std::abs(dot(a, b)), 1.0)) * 180 / std::numbers::pi;
}

constexpr double kHandDegrees = 1; // a press falls on whole pixels

TEST_F(TurnPlanes, DraggingAHandleTurnsTheOtherTwoPlanesAndLeavesThePictureAlone) {
    for (std::size_t handle = 0; handle < 4; ++handle) {
        open(openState());
        const Vec3 coronal = normalOf(kCoronal), sagittal = normalOf(kSagittal);
        const ReadingPlane axial = store.state.screen.viewports[0].plane;
        const WindowLevel window = lead(store.state).look->window;
        ASSERT_EQ(handles(kAxial).size(), 4u);
        turn(kAxial, 20, handle);
        EXPECT_NEAR(degreesBetween(normalOf(kCoronal), coronal), 20, kHandDegrees);
        EXPECT_NEAR(degreesBetween(normalOf(kSagittal), sagittal), 20, kHandDegrees);
        EXPECT_NEAR(dot(normalOf(kCoronal), normalOf(kSagittal)), 0, 1e-9) << "still at a right angle";
        EXPECT_EQ(store.state.screen.viewports[0].plane, axial);
        EXPECT_EQ(lead(store.state).look->window, window) << "the tool did not move";
    }
}

TEST_F(TurnPlanes, TheLineFollowsTheHand) {
    open(openState());
    turn(kAxial, 25, 0);
    const QPointF line = handles(kAxial).front() - middle(kAxial);
    const double degrees = std::atan2(line.y(), line.x()) * 180 / std::numbers::pi;
    EXPECT_NEAR(std::remainder(degrees, 180), 25, kHandDegrees)
        << "the coronal plane's line lay from left to right";
}

TEST_F(TurnPlanes, TheAxialPictureIsTurnedFromTheSagittalOneAndItsLettersStayTrue) {
    open(openState());
    turn(kSagittal, 30);
    const SliceScene axial = scene(kAxial);
    EXPECT_FALSE(axial.axis);
    EXPECT_FALSE(axial.steps.isNative);
    EXPECT_TRUE(axial.sliceText.contains("Oblique"));
    EXPECT_EQ(axial.sliceText.last(), "30° from axial");
    const EdgeLetters letters = edgeLetters(*view(kAxial).plane());
    EXPECT_EQ(letters.left, "R");
    EXPECT_EQ(letters.right, "L");
    EXPECT_EQ(letters.top.size(), 2) << "anterior, and the head's or the feet's end too";
    EXPECT_TRUE(letters.top.startsWith('A'));
    EXPECT_NEAR(view(kAxial).plane()->distanceMm(axial.crosshair), 0, 1e-9) << "through the crosshair";
}

TEST_F(TurnPlanes, APlaceIsFoundAgainUnderTheMouseOfAnObliqueView) {
    open(openState());
    store.send(action::MoveCrosshair{kAxial, kMarkCentre});
    store.send(action::ToggleCrosshair{}); // no line over what is looked at
    store.send(action::ToggleCrosshair{});
    turn(kAxial, 35);
    for (const ViewportId id : {kCoronal, kSagittal}) {
        const QPointF at = view(id).widgetPoint(kMarkCentre);
        EXPECT_LE(length(*view(id).patientAt(at) - kMarkCentre), 1e-6);
        moveMouse(view(id), at);
        EXPECT_EQ(select::hoverValue(store.state)->hu, kMarkHu);
        EXPECT_GT(colourAt(view(id), at + QPointF(5, 5)).red(), 200) << "the bright block is there";
    }
}

TEST_F(TurnPlanes, HeatLiesOverTheSamePlaceWhenOblique) {
    AppState s = answeredState();
    s = atSlice(s, 5);
    s = reduce(s, action::ShowHeat{true});
    open(s);
    turn(kAxial, 20);
    ASSERT_TRUE(scene(kCoronal).heat.prediction);
    const PatientPoint hot = lead(store.state).look->place + Vec3{0, 0, 1};
    const QPointF at = view(kCoronal).widgetPoint(hot);
    const QPointF aside(9, 0); // beside the lines
    EXPECT_FALSE(isGrey(colourAt(view(kCoronal), at + aside)));
}

TEST_F(TurnPlanes, AMarkDrawnOnAnObliquePlaneStaysThereAndIsSeenAgain) {
    open(openState());
    turn(kAxial, 30);
    store.send(action::ChooseTool{Tool::Length});
    drag(view(kCoronal), Qt::LeftButton, {90, 200}, {130, 220});
    ASSERT_EQ(marksOf(lead(store.state)).size(), 1u);
    EXPECT_EQ(scene(kCoronal).marks.size(), 1u);
    store.send(action::ChooseTool{Tool::Window});
    turn(kAxial, -30);
    EXPECT_TRUE(scene(kCoronal).marks.empty()) << "it lies in another plane";
    const Mark mark = marksOf(lead(store.state)).front();
    for (const PatientPoint p : mark.points)
        EXPECT_NEAR(dot(p - mark.points.front(), cross(mark.frame.right, mark.frame.down)), 0, 1e-9);
}

TEST_F(TurnPlanes, StraightenedAndResetAllPlanesLieAsTheyDid) {
    for (const Action& back : {Action{action::StraightenPlanes{}}, Action{action::ResetViews{}}}) {
        open(openState());
        const auto planes = [&] {
            std::vector<ReadingPlane> all;
            for (const Viewport& viewport : store.state.screen.viewports)
                all.push_back(viewport.plane);
            return all;
        };
        const auto before = planes();
        turn(kAxial, 20);
        turn(kCoronal, 15);
        EXPECT_NE(planes(), before);
        store.send(back);
        EXPECT_EQ(planes(), before);
    }
}

TEST_F(TurnPlanes, AnotherSeriesBeginsWithStraightPlanes) {
    open(openState());
    turn(kAxial, 20);
    AppState s = reduce(store.state, action::OpenSeries{kLead, "other"});
    s = loaded(s, kLead, markedSeries("other"), markedVolume());
    for (const Viewport& viewport : s.screen.viewports)
        EXPECT_NE(viewport.plane.kind, ReadingPlane::Kind::Oblique);
}

TEST_F(TurnPlanes, WheelGoesAcrossTheObliquePlane) {
    open(openState());
    turn(kAxial, 20);
    const PatientPoint before = lead(store.state).look->place;
    turnWheel(view(kCoronal), {100, 100}, 120);
    const Vec3 way = lead(store.state).look->place - before;
    EXPECT_GT(length(way), 1);
    EXPECT_LE(length(cross(way, normalOf(kCoronal))), 1e-9);
}

TEST_F(TurnPlanes, HandlesAreThereForTheHandAlone) {
    open(openState());
    const QPoint at = handles(kAxial).front().toPoint();
    const auto isRing = [](QColor c) { return c.blue() > c.red() + 60; };
    const auto ring = [&](const QImage& picture) {
        const double ratio = picture.devicePixelRatio();
        int pixels = 0;
        for (int dy = -6; dy <= 6; ++dy)
            for (int dx = -6; dx <= 6; ++dx)
                pixels += isRing(picture.pixelColor(int((at.x() + dx) * ratio), int((at.y() + dy) * ratio)));
        return pixels;
    };
    const int without = ring(view(kAxial).grab().toImage());
    moveMouse(view(kAxial), {200, 200});
    EXPECT_GT(ring(view(kAxial).grab().toImage()), without + 10);
    EXPECT_LE(ring(view(kAxial).picture()), without) << "none in a picture that leaves the program";
    store.send(action::ChooseTool{Tool::Length});
    EXPECT_LE(ring(view(kAxial).grab().toImage()), without) << "none while a mark is drawn";
    store.send(action::ChooseTool{Tool::Window});
    store.send(action::ToggleCrosshair{});
    EXPECT_TRUE(handles(kAxial).empty()) << "no lines, nothing to turn";
}

TEST_F(TurnPlanes, WhereNoOtherViewHasAPlaneNothingCanBeTurned) {
    open(reduce(openState(), action::ChooseViews{ViewSet::One}));
    EXPECT_TRUE(handles(kAxial).empty());
}

} // namespace
} // namespace hemo::ui
