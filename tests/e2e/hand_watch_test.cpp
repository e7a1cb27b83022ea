// When somebody uses the window, which the worker leaves a core to.

#include "app_fixture.h"

#include "app/hand_watch.h"

namespace hemo::ui {
namespace {

using namespace testing;

class HandWatchTest : public ::testing::Test {
protected:
    HandWatchTest() { window.show(); }
    TurnedClock clock;
    std::vector<bool> told;
    QWidget window;
    HandWatch watch{*QCoreApplication::instance(), clock, [this](bool is) { told.push_back(is); }};
};

TEST_F(HandWatchTest, AHandIsToldOnceAndThatItRestsASecondAfterItsLastTouch) {
    QTest::mousePress(&window, Qt::LeftButton);
    EXPECT_EQ(told, std::vector{true});
    for (int n = 0; n < 12; ++n) {
        clock.turn(std::chrono::milliseconds(250));
        QTest::keyClick(&window, Qt::Key_A);
    }
    EXPECT_EQ(told, std::vector{true}) << "for as long as it does something";
    clock.turn(std::chrono::milliseconds(1001));
    EXPECT_EQ(told, (std::vector{true, false}));
    QTest::mouseRelease(&window, Qt::LeftButton);
    EXPECT_EQ(told.size(), 2u) << "what lets go has touched before";
}

TEST_F(HandWatchTest, AMouseThatOnlyMovesIsNoHand) {
    QTest::mouseMove(&window, {5, 5});
    QTest::mouseMove(&window, {25, 25});
    EXPECT_TRUE(told.empty());
}

} // namespace
} // namespace hemo::ui
