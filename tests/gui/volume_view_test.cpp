#include "gui_fixture.h"

#include "core/geometry/picture_plane.h"
#include "tests/support/turned_clock.h"
#include "viewer/widgets/volume_directions.h"
#include "viewer/widgets/volume_view.h"

#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;

class VolumeViewTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        view.resize(300, 300);
        store.show(view);
        view.show();
    }
    TestStore store;
    TurnedClock clock;
    VolumeView view{kVolumeView, store.dispatch(), nullptr, clock};
};

TEST_F(VolumeViewTest, WithoutADisplayItSaysSoAndTheViewLivesOn) {
    open(openState());
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.isSettled(); }, 20000));
    EXPECT_TRUE(view.sentence().endsWith('.')) << view.sentence().toStdString();
    EXPECT_EQ(view.accessibleDescription(), view.sentence());
    drag(view, Qt::LeftButton, {100, 100}, {150, 100});
    EXPECT_FALSE(view.grab().isNull());
}

TEST_F(VolumeViewTest, DragTurnsTheHeadAlongWithTheHandAndEndsInAFullPicture) {
    open(openState());
    QTest::mousePress(&view, Qt::LeftButton, {}, {100, 100});
    moveMouse(view, {150, 110}, Qt::LeftButton);
    EXPECT_TRUE(store.state.screen.viewports[3].isTurning);
    // To the right: the viewer comes round to the patient's right side; down: over the top of the head.
    EXPECT_LT(store.state.screen.viewports[3].camera.azimuthDegrees, 0);
    EXPECT_GT(store.state.screen.viewports[3].camera.elevationDegrees, 0);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {150, 110});
    EXPECT_FALSE(store.state.screen.viewports[3].isTurning);
}

TEST_F(VolumeViewTest, WheelUpAndRightDragUpComeNearer) {
    open(openState());
    turnWheel(view, {100, 100}, 120);
    const double zoom = store.state.screen.viewports[3].camera.zoom;
    EXPECT_GT(zoom, 1);
    clock.turn(std::chrono::milliseconds(249));
    turnWheel(view, {100, 100}, 120);
    clock.turn(std::chrono::milliseconds(249));
    EXPECT_TRUE(store.state.screen.viewports[3].isTurning) << "another notch begins the pause anew";
    clock.turn(std::chrono::milliseconds(1));
    EXPECT_FALSE(store.state.screen.viewports[3].isTurning) << "a moment after the wheel";
    drag(view, Qt::RightButton, {100, 200}, {100, 150});
    EXPECT_GT(store.state.screen.viewports[3].camera.zoom, zoom);
    EXPECT_FALSE(store.state.screen.viewports[3].isTurning);
}

TEST_F(VolumeViewTest, PresetButtonsChooseAndShowThePreset) {
    open(openState());
    const auto buttons = view.findChildren<QToolButton*>();
    ASSERT_EQ(buttons.size(), 3);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    EXPECT_EQ(store.state.screen.viewports[3].volumePreset, VolumePreset::BrainAndBleed);
    store.send(action::ChooseVolumePreset{kVolumeView, VolumePreset::Skin});
    EXPECT_TRUE(buttons[2]->isChecked());
}

TEST_F(VolumeViewTest, DoubleClickEnlargesAndReturns) {
    open(openState());
    QTest::mouseDClick(&view, Qt::LeftButton, {}, {100, 100});
    EXPECT_EQ(store.state.screen.enlarged, kVolumeView);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, {100, 100});
    EXPECT_FALSE(store.state.screen.enlarged);
}

TEST_F(VolumeViewTest, WaitsForTheEvenGrid) {
    AppState s = openState();
    s = withReading(s, lead(s).id, [](Reading& reading) { reading.regular = nullptr; });
    open(s);
    EXPECT_FALSE(view.isSettled());
    EXPECT_TRUE(view.sentence().contains("all slices are read"));
}

TEST(VolumeDirections, FaceLooksAtTheViewerAndLeftIsOnTheRight) {
    const VolumeDirections front = volumeDirections({0, 0, 1});
    EXPECT_EQ(directionLetters(front.toViewer), "A");
    EXPECT_EQ(directionLetters(front.right), "L");
    EXPECT_EQ(directionLetters(front.up), "S");
    const VolumeDirections left = volumeDirections({90, 0, 1});
    EXPECT_EQ(directionLetters(left.toViewer), "L");
    EXPECT_EQ(directionLetters(left.right), "P");
    const VolumeDirections above = volumeDirections({0, 89, 1});
    EXPECT_EQ(directionLetters(above.toViewer), "S");
    EXPECT_EQ(directionLetters(above.right), "L");
    EXPECT_EQ(directionLetters(above.up), "P");
}

} // namespace
} // namespace hemo::ui
