#include "gui_fixture.h"

#include "viewer/widgets/cursor_value.h"
#include "viewer/widgets/slice_view.h"

#include <memory>
#include <vector>

namespace hemo::ui {
namespace {

using namespace testing;

class CursorValueTest : public ::testing::Test {
protected:
    CursorValueTest() {
        store.begin(openState());
        view.resize(314, 300);
        store.show(view);
        view.show();
        store.send(action::MoveCrosshair{kLead, kMarkCentre});
    }
    QPointF markedPoint() const { return view.widgetPoint(kMarkCentre); }

    TestStore store;
    render::SliceRenderer renderer;
    SliceView view{kAxial, renderer, store.dispatch(), nullptr};
};

TEST_F(CursorValueTest, StandsBesideTheMouseAndSaysWhatIsUnderIt) {
    moveMouse(view, markedPoint());
    ASSERT_TRUE(view.cursorValue());
    EXPECT_EQ(view.cursorValue()->text, "80 HU");
    moveMouse(view, {60, 200});
    EXPECT_EQ(view.cursorValue()->text, "0 HU");
    moveMouse(view, {-5, -5}); // outside the scan
    EXPECT_FALSE(view.cursorValue());
}

TEST_F(CursorValueTest, FollowsTheSliceUnderAMouseThatRests) {
    moveMouse(view, markedPoint());
    turnWheel(view, markedPoint(), -120 * 4);
    ASSERT_TRUE(view.cursorValue());
    EXPECT_EQ(view.cursorValue()->text, "0 HU");
}

TEST_F(CursorValueTest, IsPaintedInLightLettersAndInNoPictureThatLeavesTheProgram) {
    const QRect place = cursorValueRect({markedPoint(), "80 HU"}, QRectF(0, 0, 300, 300)).toRect();
    const auto light = [&](const QImage& picture) {
        const double ratio = picture.devicePixelRatio();
        int pixels = 0;
        for (int y = place.top(); y <= place.bottom(); ++y)
            for (int x = place.left(); x <= place.right(); ++x)
                pixels += picture.pixelColor(int(x * ratio), int(y * ratio)).red() > 150;
        return pixels;
    };
    store.send(action::ToggleCrosshair{});            // its lines are light, too
    store.send(action::SetWindow{kLead, {500, 100}}); // all is black
    const int without = light(view.grab().toImage());
    moveMouse(view, markedPoint());
    EXPECT_GT(light(view.grab().toImage()), without + 20);
    EXPECT_LE(light(view.picture()), without);
}

TEST_F(CursorValueTest, IsGoneWithTheKeyWithADragAndWithTheMouse) {
    moveMouse(view, markedPoint());
    ASSERT_TRUE(view.cursorValue());
    store.send(action::ToggleValueAtCursor{});
    EXPECT_FALSE(view.cursorValue());
    store.send(action::ToggleValueAtCursor{});
    EXPECT_TRUE(view.cursorValue());
    QTest::mousePress(&view, Qt::LeftButton, {}, markedPoint().toPoint());
    moveMouse(view, markedPoint() + QPointF(20, 20), Qt::LeftButton);
    EXPECT_FALSE(view.cursorValue()) << "the hand sets the window";
    QTest::mouseRelease(&view, Qt::LeftButton, {}, (markedPoint() + QPointF(20, 20)).toPoint());
    moveMouse(view, markedPoint());
    EXPECT_TRUE(view.cursorValue());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&view, &leave);
    EXPECT_FALSE(view.cursorValue());
}

TEST(CursorValueRect, NeverCoversWhatIsPointedAtAndStaysInTheView) {
    const QRectF area(0, 0, 300, 200);
    for (int x = 0; x <= 300; x += 10)
        for (int y = 0; y <= 200; y += 10) {
            const QPointF cursor(x, y);
            const QRectF rect = cursorValueRect({cursor, "-1024 HU, +1000"}, area);
            EXPECT_TRUE(area.contains(rect)) << x << " " << y;
            EXPECT_FALSE(rect.adjusted(-8, -8, 8, 8).contains(cursor)) << x << " " << y;
        }
}

TEST(CursorValueRect, DoesNotStandOnTheWordsOfAMarkThatWasJustDrawn) {
    const QRectF area(0, 0, 300, 200);
    const CursorValue value{{150, 100}, "23 HU"};
    const QRectF usual = cursorValueRect(value, area);
    const std::vector<QRectF> right{QRectF(155, 60, 140, 60)};
    const QRectF left = cursorValueRect(value, area, right);
    EXPECT_FALSE(left.intersects(right.front()));
    EXPECT_LT(left.right(), value.cursor.x());
    const std::vector<QRectF> above{QRectF(0, 0, 300, 95)};
    EXPECT_GT(cursorValueRect(value, area, above).top(), value.cursor.y());
    const std::vector<QRectF> everywhere{area};
    EXPECT_EQ(cursorValueRect(value, area, everywhere), usual) << "rather on words than nowhere";
    for (const auto& words : {right, above, everywhere})
        EXPECT_TRUE(cursorValueReach(value, area).contains(cursorValueRect(value, area, words)));
}

} // namespace
} // namespace hemo::ui
