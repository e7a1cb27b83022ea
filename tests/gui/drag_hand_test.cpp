// A button that is held over a picture.

#include "slice_view_fixture.h"

namespace hemo::ui {
namespace {

using namespace testing;

using DragHandTest = SliceViewTest;

TEST_F(DragHandTest, LeftDragChangesWidthAndCentreInOneAction) {
    open(openState());
    const WindowLevel before = lead(state()).look->window;
    drag(axial(), Qt::LeftButton, {100, 100}, {160, 140});
    EXPECT_GT(lead(state()).look->window.width, before.width);
    EXPECT_GT(lead(state()).look->window.centre, before.centre);
    EXPECT_EQ(store.timesAsked<action::SetWindow>(), 2) << "one a move";
    EXPECT_FALSE(lead(state()).look->presetKey);
    drag(axial(), Qt::LeftButton, {160, 140}, {100, 140});
    EXPECT_NEAR(lead(state()).look->window.width, before.width, 1) << "the way back ends where it began";
}

TEST_F(DragHandTest, ClickThatTremblesLeavesTheWindowAlone) {
    open(openState());
    drag(axial(), Qt::LeftButton, {100, 100}, {101, 101});
    EXPECT_EQ(lead(state()).look->presetKey, 1);
    EXPECT_EQ(store.timesAsked<action::SetWindow>(), 0);
}

TEST_F(DragHandTest, MiddleDragTakesThePictureAlong) {
    open(openState());
    const PatientPoint held = *axial().patientAt({100, 100});
    drag(axial(), Qt::MiddleButton, {100, 100}, {130, 80});
    expectNear(*axial().patientAt({130, 80}), held, kTinyMm);
}

TEST_F(DragHandTest, PanToolPansWithTheLeftButton) {
    open(openState());
    store.send(action::ChooseTool{Tool::Pan});
    const PatientPoint held = *coronal().patientAt({100, 100});
    drag(coronal(), Qt::LeftButton, {100, 100}, {90, 140});
    expectNear(*coronal().patientAt({90, 140}), held, kTinyMm);
    EXPECT_EQ(lead(state()).look->window, (WindowLevel{40, 80}));
}

TEST_F(DragHandTest, RightDragUpZoomsIn) {
    open(openState());
    drag(axial(), Qt::RightButton, {150, 200}, {150, 120});
    EXPECT_GT(state().screen.viewports[0].view.zoom, 1.3);
    EXPECT_EQ(state().screen.viewports[1].view.zoom, 1);
}

TEST_F(DragHandTest, AButtonThatIsForSlicesGoesThroughThemWithTheHand) {
    open(openState());
    store.send(action::SetMouse{{DragMeaning::Window, DragMeaning::Slices}});
    store.send(action::GoToSlice{lead(state()).id, 2});
    drag(axial(), Qt::RightButton, {150, 100}, {150, 124});
    EXPECT_EQ(currentSlice(lead(state())), 5) << "three of eight pixels each, downwards is onwards";
    EXPECT_EQ(state().screen.viewports[0].view, ViewState{});
    drag(axial(), Qt::RightButton, {150, 100}, {150, -400});
    EXPECT_EQ(currentSlice(lead(state())), 0) << "no further than there are slices";
    drag(axial(), Qt::MiddleButton, {150, 100}, {190, 100});
    EXPECT_GT(lead(state()).look->window.width, 80);
}

TEST_F(DragHandTest, ControlAndTheRightButtonPullTheSlabThickerAndSayHowThick) {
    open(openState());
    const auto slabOf = [&](ViewportId id) { return select::viewport(state(), id)->slab; };
    drag(coronal(), Qt::RightButton, {150, 200}, {150, 120}, Qt::ControlModifier);
    EXPECT_EQ(slabOf(kCoronal), (Slab{Slab::Kind::Mean, 10})) << "eight pixels a millimetre, up is thicker";
    EXPECT_EQ(slabOf(kAxial), Slab{});
    EXPECT_EQ(select::viewIn(state(), kCoronal), ViewState{}) << "nothing is zoomed";
    store.send(action::SetSlab{kCoronal, {Slab::Kind::Maximum, 10}});
    QTest::mousePress(&coronal(), Qt::RightButton, Qt::ControlModifier, {150, 200});
    moveMouse(coronal(), {150, 224}, Qt::RightButton, Qt::ControlModifier);
    EXPECT_EQ(slabOf(kCoronal), (Slab{Slab::Kind::Maximum, 7}));
    ASSERT_TRUE(coronal().cursorValue());
    EXPECT_EQ(coronal().cursorValue()->text, "Maximum of 7 mm");
    moveMouse(coronal(), {150, 319}, Qt::RightButton, Qt::ControlModifier);
    EXPECT_EQ(slabOf(kCoronal).thicknessMm, 0);
    EXPECT_EQ(coronal().cursorValue()->text, "One plane");
    QTest::mouseRelease(&coronal(), Qt::RightButton, Qt::ControlModifier, {150, 319});
}

TEST_F(DragHandTest, AButtonCanBeForTheSlabWithoutAKey) {
    open(openState());
    store.send(action::SetMouse{{DragMeaning::Slab, DragMeaning::Zoom}});
    drag(axial(), Qt::MiddleButton, {150, 200}, {150, 160});
    EXPECT_EQ(select::viewport(state(), kAxial)->slab, (Slab{Slab::Kind::Mean, 5}));
}

TEST_F(DragHandTest, ShiftMoveBringsAllViewsToThePlaceUnderTheCursor) {
    open(openState());
    store.send(action::MoveCrosshair{kLead, kMarkCentre}); // the slice that holds the mark
    const QPointF cursor = axial().widgetPoint(kMarkCentre);
    store.send(action::MoveCrosshair{kLead, {-30, 20, kMarkCentre.z}});
    moveMouse(axial(), cursor, Qt::NoButton, Qt::ShiftModifier);
    expectNear(lead(state()).look->place, kMarkCentre, 2);
    // and from there, in the coronal view, one slice down and to the patient's right
    const PatientPoint next{20, lead(state()).look->place.y, 6};
    moveMouse(coronal(), coronal().widgetPoint(next), Qt::NoButton, Qt::ShiftModifier);
    expectNear(lead(state()).look->place, next, 2);
    EXPECT_EQ(currentSlice(lead(state())), 5);
    EXPECT_EQ(lead(state()).look->window, (WindowLevel{40, 80}));
}

TEST_F(DragHandTest, CrosshairToolPutsTheCrosshairWhereItClicks) {
    open(openState());
    store.send(action::ChooseTool{Tool::Crosshair});
    const PatientPoint place{lead(state()).look->place.x, -40, 12};
    const QPointF at = sagittal().widgetPoint(place);
    QTest::mouseClick(&sagittal(), Qt::LeftButton, {}, at.toPoint());
    expectNear(lead(state()).look->place, place, 2);
}

} // namespace
} // namespace hemo::ui
