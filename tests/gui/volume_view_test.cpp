#include "activate.h"
#include "gui_fixture.h"

#include "core/geometry/picture_plane.h"
#include "tests/support/turned_clock.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/volume_box.h"
#include "viewer/widgets/volume_directions.h"
#include "viewer/widgets/volume_outlines.h"
#include "viewer/widgets/volume_view.h"

#include <QLayout>
#include <QToolButton>

#include <array>
#include <cmath>

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
    ASSERT_EQ(buttons.size(), 5);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    EXPECT_EQ(store.state.screen.viewports[3].volumePreset, VolumePreset::BrainAndBleed);
    store.send(action::ChooseVolumePreset{kVolumeView, VolumePreset::Skin});
    EXPECT_TRUE(buttons[2]->isChecked());
}

TEST_F(VolumeViewTest, ButtonsAreNeverCutHoweverNarrowTheView) {
    open(openState());
    for (const int width : {120, 160, 220, 280, 400, 700}) {
        view.resize(width, 320);
        view.layout()->activate();
        const auto buttons = view.findChildren<QToolButton*>();
        for (const QToolButton* button : buttons) {
            EXPECT_GE(button->width(), button->sizeHint().width()) << width << button->text().toStdString();
            EXPECT_TRUE(view.rect().contains(button->geometry())) << width << button->text().toStdString();
            for (const QToolButton* other : buttons)
                EXPECT_TRUE(other == button || !other->geometry().intersects(button->geometry())) << width;
        }
    }
}

TEST_F(VolumeViewTest, NoButtonStandsOverALetterHoweverSmallTheView) {
    open(openState());
    for (const QSize size : {QSize(300, 260), {240, 260}, {240, 200}, {180, 320}, {180, 420}, {400, 180}}) {
        view.resize(size);
        view.layout()->activate();
        QRectF side(0, 0, 12, 16), top = side;
        side.moveCenter(view.letterFrame().level.center());
        side.moveRight(view.letterFrame().level.right());
        top.moveCenter(view.letterFrame().upright.center());
        const auto buttons = view.findChildren<QToolButton*>();
        const bool isRow = buttons[0]->y() == buttons[1]->y();
        top.moveTop(view.letterFrame().upright.top() + (isRow ? buttons[0]->geometry().bottom() : 0));
        for (const QToolButton* button : buttons)
            for (const QRectF& letter : {side, top})
                EXPECT_FALSE(QRectF(button->geometry()).intersects(letter))
                    << size.width() << " x " << size.height() << ": " << button->text().toStdString();
    }
}

TEST_F(VolumeViewTest, NoLineOfTheBoxGoesThroughAButton) {
    open(openState());
    for (const QSize size : {QSize(400, 300), {140, 320}}) {
        view.resize(size);
        view.layout()->activate();
        const QRegion clear = view.clearOfButtons();
        for (const QToolButton* button : view.findChildren<QToolButton*>())
            EXPECT_FALSE(clear.intersects(button->geometry())) << button->text().toStdString();
        EXPECT_TRUE(clear.contains(QPoint(10, size.height() - 10)));
    }
}

TEST_F(VolumeViewTest, AChosenPresetWithTheFocusHasARingAllRound) {
    applyTheme(*qApp, Theme::Dark);
    open(openState());
    activate(view);
    QToolButton* bone = view.findChildren<QToolButton*>()[0];
    ASSERT_TRUE(bone->isChecked());
    view.setFocus();
    const auto isRing = [bone](QPointF at) { return colourAt(*bone, at) == palette::kAccent; };
    const double middle = bone->height() / 2.0;
    EXPECT_FALSE(isRing({0.5, middle}));
    bone->setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(bone->hasFocus());
    EXPECT_TRUE(isRing({0.5, middle}) && isRing({bone->width() - 0.5, middle}));
    EXPECT_TRUE(isRing({bone->width() / 2.0, 0.5}));
    qApp->setStyleSheet({});
}

TEST_F(VolumeViewTest, CutButtonOpensTheVolumeAtTheSliceThatIsShown) {
    open(openState());
    store.send(action::MoveCrosshair{kAxial, {1, 2, 12}});
    QTest::mouseClick(view.findChildren<QToolButton*>()[3], Qt::LeftButton);
    auto cut = select::cutIn(store.state, kVolumeView);
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->through, (PatientPoint{1, 2, 12}));
    EXPECT_NEAR(cut->away.z, 1, 1e-9) << "what is above is left out";
    store.send(action::GoToSlice{lead(store.state).id, 2});
    EXPECT_NEAR(select::cutIn(store.state, kVolumeView)->through.z, -12, 1e-9) << "it follows the slice";
    store.send(action::TurnPlanes{{{kAxial, turnedAbout(ReadingPlane::along(ViewAxis::Axial),
                                                        lead(store.state).volume->grid(), {1, 0, 0}, 0.3)}}});
    EXPECT_NEAR(select::cutIn(store.state, kVolumeView)->away.z, std::cos(0.3), 1e-9);
    QTest::mouseClick(view.findChildren<QToolButton*>()[3], Qt::LeftButton);
    EXPECT_FALSE(select::cutIn(store.state, kVolumeView));
}

TEST_F(VolumeViewTest, BoxButtonPutsABoxRoundTheHeadOfWhichNothingOutsideIsSeen) {
    open(openState());
    QTest::mouseClick(view.findChildren<QToolButton*>()[4], Qt::LeftButton);
    const auto& box = store.state.screen.viewports[3].box;
    ASSERT_TRUE(box);
    const Grid& grid = lead(store.state).volume->grid();
    EXPECT_TRUE(isKept(select::cutsIn(store.state, kVolumeView), grid.toPatient({0, 0, 0})))
        << "first, all is";
    EXPECT_EQ(select::cutsIn(store.state, kVolumeView).size(), 6u);
    store.send(action::SetBox{kVolumeView, withSideMoved(*box, {2, true}, -20)});
    EXPECT_FALSE(
        isKept(select::cutsIn(store.state, kVolumeView), grid.toPatient({0, 0, grid.slices() - 1.0})));
    store.send(action::ToggleCut{kVolumeView});
    EXPECT_EQ(select::cutsIn(store.state, kVolumeView).size(), 7u) << "cut open in its box";
    QTest::mouseClick(view.findChildren<QToolButton*>()[4], Qt::LeftButton);
    EXPECT_FALSE(store.state.screen.viewports[3].box);
}

TEST(VolumeBox, ASideGoesWithTheHandAlongItsOwnAxisAndNeverThroughTheOneAcross) {
    const ClipBox box{{-50, -60, -40}, {50, 60, 40}};
    // From the front, two pixels of the pane a millimetre.
    const PicturePlane front{{-100, 0, 100}, {1, 0, 0}, {0, 0, -1}, 1, 200, 200};
    const auto handles = boxHandles(box, front, {400, 400}, 0);
    ASSERT_EQ(handles.size(), 4u) << "front and back are seen face to face";
    const auto left = handleAt(handles, {301, 198}); // x is 50 mm: the patient's left is on the right
    ASSERT_TRUE(left);
    EXPECT_EQ(left->side, (BoxSide{0, true}));
    EXPECT_FALSE(handleAt(handles, {250, 200}));
    EXPECT_NEAR(outwardsMm(*left, {-40, 300}), -20, 1e-9) << "the way across does not count";
    EXPECT_EQ(withSideMoved(box, left->side, -20).high, (PatientPoint{30, 60, 40}));
    EXPECT_EQ(withSideMoved(box, left->side, -200).high.x, box.low.x + 10);
    for (const BoxHandle& handle : boxHandles({{-500, -500, -500}, {500, 500, 500}}, front, {400, 400}, 40))
        EXPECT_TRUE(QRectF(0, 40, 400, 360).contains(handle.at)) << "it can be reached";
}

TEST(VolumeOutlines, LieWhereTheBloodIsInThePictureAndNotInWhatIsCutOff) {
    const VolumePtr volume = markedVolume();
    const Grid& grid = volume->grid();
    Finding finding;
    for (std::uint32_t v = 0; v < grid.voxelCount(); ++v)
        if (volume->voxels()[v] == kMarkHu) {
            if (!finding.outline) finding.outline.emplace();
            finding.outline->voxels.push_back(v);
        }
    const std::vector<RimPiece> rims = rimsOf({finding}, grid);
    ASSERT_FALSE(rims.empty());
    // From the front, a millimetre a pixel, the head's middle at the picture's; the pane is twice as large.
    const PicturePlane front{{-100, 0, 100}, {1, 0, 0}, {0, 0, -1}, 1, 200, 200};
    QRectF box;
    for (const QLineF& line : rimLines(rims, front, {400, 400}, {}))
        box |= QRectF(line.p1(), line.p2()).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
    EXPECT_NEAR(box.center().x(), 2 * (100 + kMarkCentre.x + 0.5), 5);
    EXPECT_NEAR(box.center().y(), 2 * (100 - kMarkCentre.z + 0.5), 5);
    const auto below = rimLines(rims, front, {400, 400}, std::array{CutPlane{{0, 0, 15}, {0, 0, 1}}});
    EXPECT_LT(below.size(), rims.size());
    EXPECT_FALSE(below.empty());
    for (const QLineF& line : below)
        EXPECT_GE(line.y1(), 2 * (100 - 15));
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
