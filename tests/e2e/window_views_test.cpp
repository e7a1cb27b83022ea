// The views of the window by key: how many, how they lie, how thick, which one is large.

#include "window_fixture.h"

#include "app/main_window.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/volume_view.h"

#include <algorithm>

namespace hemo::ui {
namespace {

using namespace testing;

TEST_F(WindowTest, OneKeyChoosesHowManyViewsThereAre) {
    openAndRead();
    const auto seen = [this] {
        int count = 0;
        for (const SliceView* view : window->findChildren<SliceView*>())
            count += view->isVisibleTo(window.get());
        return count;
    };
    EXPECT_EQ(seen(), 3);
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(seen(), 1);
    press(Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(seen(), 2);
    EXPECT_EQ(select::windowIn(state(), kLead), (WindowLevel{40, 80}));
    EXPECT_EQ(select::windowIn(state(), ViewportId{1}), kBoneWindow);
    press(Qt::Key_3, Qt::ControlModifier);
    EXPECT_EQ(seen(), 3);
    const QWidget *large = views().sliceView(kAxial), *small = views().sliceView(kCoronal);
    EXPECT_TRUE(waitFor(
        [&] { return large->height() > 2 * small->height() && large->width() > small->width(); }, 5000));
    press(Qt::Key_V);
    EXPECT_EQ(seen(), 1);
    press(Qt::Key_V);
    EXPECT_EQ(seen(), 3);
    press(Qt::Key_4, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return std::abs(large->height() - small->height()) <= 2; }, 5000));
}

TEST_F(WindowTest, AViewTurnsAndIsMirroredWithLettersThatStayTrue) {
    openAndRead();
    auto* axial = views().sliceView(kAxial);
    const auto letters = [&] {
        const EdgeLetters at = edgeLetters(*axial->plane());
        return at.left + at.top + at.right + at.bottom;
    };
    EXPECT_EQ(letters(), "RALP");
    press(Qt::Key_O);
    EXPECT_EQ(letters(), "PRAL") << "what was on the left is on top";
    press(Qt::Key_H);
    EXPECT_EQ(letters(), "ARPL");
    EXPECT_TRUE(sliceScene(state(), kAxial).sliceText.contains("! Mirrored"));
    press(Qt::Key_F);
    EXPECT_EQ(letters(), "ARPL") << "fitting does not turn";
    press(Qt::Key_R);
    EXPECT_EQ(letters(), "RALP");
}

TEST_F(WindowTest, SlicesGoByThemselvesUntilEsc) {
    openAndRead();
    const int slice = *currentSlice(lead(state()));
    press(Qt::Key_Space, Qt::ShiftModifier);
    for (int n = 1; n <= 3; ++n) {
        clock.turn(std::chrono::milliseconds(100));
        EXPECT_EQ(currentSlice(lead(state())), slice + n);
    }
    press(Qt::Key_Escape);
    clock.turn(std::chrono::milliseconds(1000));
    EXPECT_EQ(currentSlice(lead(state())), slice + 3);
}

TEST_F(WindowTest, AKeyLaysTheOtherHalfOfTheHeadBesideAndEscTakesItBack) {
    openAndRead();
    ASSERT_TRUE(waitFor([this] { return lead(state()).middle != nullptr; }));
    press(Qt::Key_Y, Qt::AltModifier);
    const auto seen = [this] {
        const auto views = window->findChildren<SliceView*>();
        return std::ranges::count_if(views, [](const SliceView* view) { return view->isVisible(); });
    };
    EXPECT_TRUE(select::areHalvesBeside(state()));
    EXPECT_EQ(seen(), 2);
    press(Qt::Key_Escape);
    EXPECT_FALSE(select::areHalvesBeside(state()));
    EXPECT_EQ(seen(), 3);
}

TEST_F(WindowTest, KeysMakeASlabOfTheActiveViewThickenItAndChangeItsKind) {
    openAndRead();
    const auto slab = [this] { return select::viewport(state(), kAxial)->slab; };
    auto* axial = window->findChild<SliceView*>();
    const QImage thin = axial->grab().toImage();
    press(Qt::Key_T);
    EXPECT_EQ(slab(), (Slab{Slab::Kind::Mean, 5}));
    for (int mm = 5; mm < 25; ++mm)
        press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_T, Qt::ShiftModifier);
    EXPECT_EQ(slab(), (Slab{Slab::Kind::Maximum, 25}));
    EXPECT_NE(axial->grab().toImage(), thin);
    press(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(slab().thicknessMm, 24);
    press(Qt::Key_T);
    EXPECT_EQ(slab().thicknessMm, 0);
    EXPECT_EQ(axial->grab().toImage(), thin) << "as it was";
}

TEST_F(WindowTest, EnterMakesTheViewWithTheFocusLargeAndTakesItBack) {
    openAndRead();
    views().sliceView(kCoronal)->setFocus();
    QTest::keyClick(views().sliceView(kCoronal), Qt::Key_Return);
    EXPECT_EQ(state().screen.enlarged, kCoronal);
    QTest::keyClick(views().sliceView(kCoronal), Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_FALSE(state().screen.enlarged);
    QTest::keyClick(views().sliceView(kCoronal), Qt::Key_Return);
    press(Qt::Key_V);
    EXPECT_FALSE(state().screen.enlarged);
    QTest::keyClick(views().sliceView(kCoronal), Qt::Key_Return);
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().screen.enlarged);
    QTest::keyClick(views().volumeView(*select::volumeViewport(state())), Qt::Key_Return);
    EXPECT_EQ(state().screen.enlarged, select::volumeViewport(state()));
}

TEST_F(WindowTest, EnterThatMeansSomethingElseMakesNoViewLarge) {
    openAndRead();
    SliceView* view = views().sliceView(kAxial);
    view->setFocus();
    press(Qt::Key_Q); // the reader's own verdict
    QTest::keyClick(view, Qt::Key_Return);
    EXPECT_FALSE(state().screen.enlarged);
    press(Qt::Key_Escape);
    QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_FALSE(state().screen.enlarged);
    for (const Command& command : allCommands())
        for (const QKeySequence& key : command.keys)
            EXPECT_TRUE(key != QKeySequence(Qt::Key_Return) && key != QKeySequence(Qt::Key_Enter))
                << command.id;
}

TEST_F(WindowTest, TheSidesOfTheVolumesBoxGoByKey) {
    application->openPhantom(folder.path() / "cache");
    ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    const auto box = [this] { return select::viewport(state(), *select::volumeViewport(state()))->box; };
    press(Qt::Key_A, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_FALSE(box()) << "there is none yet";
    press(Qt::Key_X, Qt::AltModifier);
    ASSERT_TRUE(box());
    const ClipBox whole = *box();
    press(Qt::Key_A, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(box()->low.y, whole.low.y + 5) << "the patient's front is at the lower y of LPS";
    press(Qt::Key_S, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(box()->high.z, whole.high.z - 5);
    press(Qt::Key_R, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(box()->low.x, whole.low.x + 5);
    press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(box()->low.y, whole.low.y);
}

TEST_F(WindowTest, XTakesTheLinesOffWhatIsReadAndF11FillsTheScreen) {
    openAndRead();
    auto* axial = window->findChild<SliceView*>();
    const QImage with = axial->grab().toImage();
    press(Qt::Key_X);
    const QImage without = axial->grab().toImage();
    EXPECT_NE(with, without);
    press(Qt::Key_X);
    EXPECT_EQ(axial->grab().toImage(), with);
    press(Qt::Key_F11);
    EXPECT_TRUE(window->isFullScreen());
    press(Qt::Key_F11);
    EXPECT_FALSE(window->isFullScreen());
}

TEST_F(WindowTest, EscapeGoesBackFromAnEnlargedView) {
    openAndRead();
    auto* axial = window->findChild<SliceView*>();
    QTest::mouseDClick(axial, Qt::LeftButton, {}, axial->rect().center());
    ASSERT_EQ(state().screen.enlarged, kAxial);
    QTest::qWait(0);
    EXPECT_GT(axial->width(), window->width() / 2); // it once stayed in its quarter
    EXPECT_GT(axial->height(), window->height() / 2);
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().screen.enlarged);
}

} // namespace
} // namespace hemo::ui
