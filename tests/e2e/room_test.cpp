// How the window divides its room: views in windows of their own, and a narrow window.

#include "app_fixture.h"

#include "app/apart_view.h"
#include "app/panels/series_panel.h"
#include "app/panels/verdict_card.h"
#include "viewer/widgets/audience_view.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/slice_view.h"

namespace hemo::ui {
namespace {

using namespace testing;

class RoomTest : public ProgramTest {
protected:
    RoomTest() {
        PhantomSpec spec = coarseHead();
        spec.seriesInstanceUid = "1.2.3";
        EXPECT_TRUE(
            imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / "series", TaskContext{}));
        application->store().dispatch(action::OpenPaths{{folder.path() / "series"}});
        EXPECT_TRUE(waitFor([this] { return isRead(state()); }));
    }
    ApartView* shownApart() {
        for (auto* each : window->findChildren<ApartView*>())
            if (each->isVisible()) return each;
        return nullptr;
    }
};

TEST_F(RoomTest, AViewGoesIntoAWindowOfItsOwnWithItsKeysAndComesBackWhenThatIsClosed) {
    application->store().dispatch(action::Activate{kCoronal});
    press(Qt::Key_W, Qt::ShiftModifier);
    ApartView* apart = shownApart();
    ASSERT_TRUE(apart);
    SliceView* coronal = views().sliceView(kCoronal);
    EXPECT_EQ(coronal->window(), apart);
    EXPECT_TRUE(coronal->isVisible());
    EXPECT_TRUE(views().sliceView(kLead)->isVisible());
    activate(*apart);
    const int before = select::stepsIn(state(), kCoronal).index;
    QTest::keyClick(coronal, Qt::Key_Up);
    EXPECT_EQ(select::stepsIn(state(), kCoronal).index, before + 1);
    const bool wasShown = state().screen.isHeatShown;
    QTest::keyClick(coronal, Qt::Key_G);
    EXPECT_NE(state().screen.isHeatShown, wasShown) << "the heat's key means this window as well";

    apart->close();
    EXPECT_FALSE(shownApart());
    EXPECT_EQ(coronal->window(), window.get());
    EXPECT_TRUE(coronal->isVisible());
}

TEST_F(RoomTest, AnotherLayoutTakesViewsBackAndTheyStillDraw) {
    application->store().dispatch(action::ToggleApart{kCoronal});
    ASSERT_TRUE(shownApart());
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_FALSE(shownApart());
    press(Qt::Key_4, Qt::ControlModifier);
    SliceView* coronal = views().sliceView(kCoronal);
    EXPECT_EQ(coronal->window(), window.get());
    EXPECT_TRUE(coronal->isVisible());
    EXPECT_FALSE(coronal->grab().toImage().isNull());
}

TEST_F(RoomTest, AnAudienceSeesTheViewWithoutTheNameTheSpotOfTheMouseAndBlackWhenItIsAsked) {
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto* audience = window->findChild<AudienceView*>();
    ASSERT_TRUE(audience && audience->isVisible());
    EXPECT_EQ(audience->window()->windowTitle(), "Hemoscope: audience");
    EXPECT_FALSE(audience->spot());
    const QImage named = audience->grab().toImage();
    press(Qt::Key_P);
    EXPECT_EQ(audience->grab().toImage(), named) << "the name was not in it";
    application->store().dispatch(action::StepSlice{kLead, 1});
    EXPECT_NE(audience->grab().toImage(), named) << "it follows";
    const PatientPoint place = lead(state()).look->place;
    application->store().dispatch(action::HoverAt{Hover{kLead, place}});
    ASSERT_TRUE(audience->spot());
    const QColor spot = audience->grab().toImage().pixelColor(audience->spot()->toPoint());
    EXPECT_EQ(spot.rgb(), palette::kAccent.rgb());
    application->store().dispatch(action::HoverAt{Hover{kCoronal, place}});
    EXPECT_FALSE(audience->spot()) << "of another view";
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    const QImage black = audience->grab().toImage();
    QImage nothing(black.size(), black.format());
    nothing.fill(Qt::black);
    EXPECT_EQ(black, nothing);
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(audience->isVisible());
}

TEST_F(RoomTest, ANarrowWindowKeepsTheCardAndFoldsTheList) {
    auto* list = window->findChild<SeriesPanel*>();
    auto* card = window->findChild<VerdictCard*>();
    EXPECT_TRUE(list->isVisible() && card->isVisible());
    window->resize(1024, 720);
    EXPECT_FALSE(list->isVisible());
    EXPECT_TRUE(card->isVisible());
    EXPECT_LE(window->width(), 1024) << "what is in it does not hold it wider";
    press(Qt::Key_B, Qt::ControlModifier);
    EXPECT_TRUE(list->isVisible());
    window->resize(1400, 800);
    EXPECT_TRUE(list->isVisible());
}

TEST_F(RoomTest, FoldingAgainAndAgainComesBackToTheCardAloneWhereItBegan) {
    auto* list = window->findChild<SeriesPanel*>();
    auto* card = window->findChild<VerdictCard*>();
    window->resize(1024, 720);
    const auto seen = [&] { return std::pair(list->isVisible(), card->isVisible()); };
    const auto atTheStart = seen();
    ASSERT_EQ(atTheStart, std::pair(false, true));
    for (int round = 0; round < 2; ++round) {
        press(Qt::Key_B, Qt::ControlModifier);
        EXPECT_EQ(seen(), std::pair(true, true));
        press(Qt::Key_B, Qt::ControlModifier);
        EXPECT_EQ(seen(), std::pair(false, false));
        press(Qt::Key_B, Qt::ControlModifier);
        EXPECT_EQ(seen(), atTheStart);
    }
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_S); // the list, whatever was folded
    EXPECT_TRUE(list->isVisible());
    window->resize(1400, 800);
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_B, Qt::ControlModifier);
    EXPECT_EQ(seen(), std::pair(true, true)) << "with room there are two";
}

} // namespace
} // namespace hemo::ui
