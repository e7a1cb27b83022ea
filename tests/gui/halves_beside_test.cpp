// One picture, and the other half of the head beside it.

#include "gui_fixture.h"

#include "core/simulate/phantom.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/slice_view.h"

#include <cmath>

namespace hemo::ui {
namespace {

using namespace testing;

/// A head with a bleed in its left half, whose middle is known.
AppState headState() {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.bleed = BleedSpec{BleedType::Intraparenchymal, Side::Left, 30};
    const VolumePtr volume = makePhantom(spec).volume;
    const auto middle = HeadMiddle::find(*volume, 300);
    EXPECT_TRUE(middle);
    const AppState s = openState(volume);
    return withReading(s, lead(s).id,
                       [&](Reading& r) { r.middle = std::make_shared<const HeadMiddle>(*middle); });
}

class HalvesView : public ::testing::Test {
protected:
    void open(ViewportId active) {
        AppState s = reduce(headState(), action::Activate{active});
        s = reduce(s, action::MoveCrosshair{kLead, {30, 5, lead(s).look->place.z}});
        s = reduce(s, action::ToggleCrosshair{});
        store.begin(reduce(s, action::ToggleHalvesBeside{}));
        for (SliceView* view : {&plain, &other}) {
            view->resize(414, 400);
            store.show(*view);
            view->show();
        }
    }
    TestStore store;
    render::SliceRenderer renderer;
    SliceView plain{kLead, renderer, store.dispatch(), nullptr};
    SliceView other{kBeside, renderer, store.dispatch(), nullptr};
};

TEST_F(HalvesView, ShowAtEachPixelTheMirrorImageOfItsPlaceAndTheLettersStayTrue) {
    open(kAxial);
    const HeadMiddle& middle = *lead(store.state).middle;
    for (const QPointF at : {QPointF(60, 80), QPointF(200, 200), QPointF(330, 290)}) {
        const PatientPoint there = *other.patientAt(at);
        EXPECT_LE(length(there - middle.mirrored(*plain.patientAt(at))), 0.5);
    }
    EXPECT_EQ(edgeLetters(*plain.plane()).left, "R");
    EXPECT_EQ(edgeLetters(*other.plane()).left, "L");
    EXPECT_EQ(edgeLetters(*other.plane()).top, edgeLetters(*plain.plane()).top);
    const PatientPoint blood = lead(store.state).look->place;
    EXPECT_LT(other.widgetPoint(blood).x(), plain.widgetPoint(blood).x() - 50);
}

TEST_F(HalvesView, OnlyTheOtherOneSaysThatItIs) {
    open(kAxial);
    const QString word = "! Other half of the head";
    EXPECT_FALSE(sliceScene(store.state, kLead).sliceText.contains(word));
    EXPECT_TRUE(sliceScene(store.state, kBeside).sliceText.contains(word));
    store.send(action::ToggleOtherHalf{}); // they change places
    EXPECT_TRUE(sliceScene(store.state, kLead).sliceText.contains(word));
    EXPECT_FALSE(sliceScene(store.state, kBeside).sliceText.contains(word));
}

TEST_F(HalvesView, TheWheelOverOneScrollsBoth) {
    open(kAxial);
    const int before = sliceScene(store.state, kLead).steps.index;
    turnWheel(other, {200, 200}, 120);
    EXPECT_NE(sliceScene(store.state, kLead).steps.index, before);
    EXPECT_EQ(sliceScene(store.state, kLead).steps, sliceScene(store.state, kBeside).steps);
}

TEST_F(HalvesView, AMarkLiesOverItsOwnPlaceInBoth) {
    open(kAxial);
    const PatientPoint blood = lead(store.state).look->place;
    store.send(action::ChooseTool{Tool::Length});
    const QPoint at = other.widgetPoint(blood).toPoint();
    drag(other, Qt::LeftButton, at, at + QPoint(30, 0));
    ASSERT_EQ(marksOf(lead(store.state)).size(), 1u);
    const Vec3 off = marksOf(lead(store.state)).front().points.front() - blood;
    EXPECT_LE(std::hypot(off.x, off.y), 1) << "the crosshair lies between two slices";
    EXPECT_EQ(sliceScene(store.state, kLead).marks.size(), 1u);
    EXPECT_EQ(sliceScene(store.state, kBeside).marks.size(), 1u);
}

TEST_F(HalvesView, OfASagittalPlaneItIsTheOneOnTheOtherSideWhereNothingOfThisOneIsTrue) {
    open(kSagittal);
    store.send(action::ToggleCrosshair{});
    store.send(action::ChooseTool{Tool::Length});
    drag(plain, Qt::LeftButton, {150, 200}, {250, 200});
    drag(other, Qt::LeftButton, {150, 250}, {250, 250});
    EXPECT_EQ(marksOf(lead(store.state)).size(), 1u) << "none that would not be seen";
    const SliceScene left = sliceScene(store.state, kLead), right = sliceScene(store.state, kBeside);
    EXPECT_EQ(left.marks.size(), 1u);
    EXPECT_TRUE(right.marks.empty());
    EXPECT_TRUE(left.isCrosshairShown);
    EXPECT_FALSE(right.isCrosshairShown);
    EXPECT_TRUE(left.sliceText.last().startsWith("L ")) << left.sliceText.last().toStdString();
    EXPECT_TRUE(right.sliceText.last().startsWith("R ")) << right.sliceText.last().toStdString();
}

TEST_F(HalvesView, WithoutAMiddleTheOtherOneIsEmptyRatherThanTheSameAgain) {
    open(kAxial);
    store.begin(withReading(store.state, lead(store.state).id, [](Reading& r) { r.middle = nullptr; }));
    const SliceScene scene = sliceScene(store.state, kBeside);
    EXPECT_FALSE(scene.hasSlice);
    EXPECT_FALSE(scene.emptyText.isEmpty());
}

} // namespace
} // namespace hemo::ui
