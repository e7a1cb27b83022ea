// Marks with the mouse: drawing, taking hold, what they say.

#include "gui_fixture.h"

#include "app/panels/mark_list.h"
#include "core/marks/measure.h"
#include "core/state/select/marks.h"
#include "viewer/widgets/mark_text_edit.h"
#include "viewer/widgets/mark_words.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/slice_view.h"

#include <QListWidget>

#include <memory>

namespace hemo::ui {
namespace {

using namespace testing;

class MarksTest : public ::testing::Test {
protected:
    MarksTest() { open(kAxial); }
    void open(ViewportId viewport) {
        store.begin(openState());
        view = std::make_unique<SliceView>(viewport, renderer, store.dispatch(), nullptr);
        view->resize(414, 400);
        store.show(*view);
        view->show();
    }
    void choose(Tool tool) { store.send(action::ChooseTool{tool}); }
    const Marks& marks() const { return marksOf(lead(store.state)); }
    double mmBetween(QPoint a, QPoint b) const { return length(*view->patientAt(b) - *view->patientAt(a)); }
    /// Of the mark that is being drawn.
    QStringList words() const {
        const auto& draft = store.state.screen.draft;
        return draft ? measuredText(draft->mark, {}, Lengths::Known) : QStringList{};
    }
    void drawLength(QPoint from, QPoint to) {
        choose(Tool::Length);
        drag(*view, Qt::LeftButton, from, to);
        choose(Tool::Window);
    }

    TestStore store;
    render::SliceRenderer renderer;
    std::unique_ptr<SliceView> view;
};

TEST_F(MarksTest, ADragWithTheLengthToolIsItsMillimetres) {
    drawLength({100, 150}, {220, 190});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_NEAR(lengthMm(marks().front()), mmBetween({100, 150}, {220, 190}), 1e-6);
}

TEST_F(MarksTest, ALengthOnAReformatIsItsMillimetresToo) {
    open(kCoronal);
    drawLength({100, 150}, {220, 190});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_NEAR(lengthMm(marks().front()), mmBetween({100, 150}, {220, 190}), 1e-6);
}

TEST_F(MarksTest, TwoClicksDrawALengthAndTheViewIsNotEnlarged) {
    choose(Tool::Length);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {100, 150});
    moveMouse(*view, {180, 150});
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {200, 150});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_NEAR(lengthMm(marks().front()), mmBetween({100, 150}, {200, 150}), 1e-6);
    EXPECT_FALSE(store.state.screen.enlarged);
    EXPECT_EQ(store.state.screen.tool, Tool::Length) << "a tool stays chosen";
}

TEST_F(MarksTest, AnAngleTakesADragAndAClick) {
    choose(Tool::Angle);
    drag(*view, Qt::LeftButton, {220, 200}, {120, 200});
    EXPECT_TRUE(marks().empty());
    moveMouse(*view, {120, 120});
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {120, 100});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_NEAR(angleDegrees(marks().front()), 90, 1e-6);
}

TEST_F(MarksTest, AnAbcHalfIsTwoStrokesAndTheFirstAndTheLastSlice) {
    store.send(action::GoToStep{kAxial, 4});
    choose(Tool::AbcHalf);
    drag(*view, Qt::LeftButton, {120, 200}, {220, 200});
    EXPECT_EQ(words().front(), "2 of 3: the longest across it");
    drag(*view, Qt::LeftButton, {170, 150}, {170, 250});
    EXPECT_EQ(words().front(), "3 of 3: click in the first slice with blood,");
    turnWheel(*view, {170, 200}, -120);
    EXPECT_EQ(words().size(), 2u) << "it goes along";
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {170, 200});
    EXPECT_TRUE(marks().empty());
    turnWheel(*view, {170, 200}, 240);
    EXPECT_TRUE(words().front().startsWith("ABC/2")) << "told while the hand rests and the slices go";
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {170, 200});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_FALSE(store.state.screen.draft);
    const double a = mmBetween({120, 200}, {220, 200}), b = mmBetween({170, 150}, {170, 250});
    const double c = 3 * lead(store.state).volume->grid().typicalSpacingMm();
    EXPECT_NEAR(abcHalfMl(marks().front()), a * b * c / 2 / 1000, 1e-6);
}

TEST_F(MarksTest, ARegionSaysTheHuOfItsPixels) {
    store.send(action::MoveCrosshair{kLead, kMarkCentre});
    choose(Tool::Rectangle);
    const auto at = [&](double x, double y) { return view->widgetPoint({x, y, kMarkCentre.z}).toPoint(); };
    drag(*view, Qt::LeftButton, at(45, -57), at(65, -43));
    ASSERT_EQ(marks().size(), 1u);
    const VolumePtr& volume = lead(store.state).volume;
    const auto values = roiValues(marks().front(), {volume, volume, {}, true});
    ASSERT_TRUE(values);
    EXPECT_DOUBLE_EQ(values->meanHu, kMarkHu);
    EXPECT_DOUBLE_EQ(values->sdHu, 0);
    EXPECT_TRUE(measuredText(marks().front(), values, Lengths::Known).front().startsWith("80.0 HU"));
}

TEST_F(MarksTest, ABrushPaintsAVolumeIsOneStepAStrokeAndCtrlTakesAway) {
    choose(Tool::Brush);
    drag(*view, Qt::LeftButton, {120, 150}, {240, 150});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_EQ(marks().front().shape, Mark::Shape::Volume);
    const double first = marks().front().blood->volumeMl;
    EXPECT_EQ(measuredText(marks().front(), {}, Lengths::Known).front(),
              QString("%1 mL").arg(first, 0, 'f', 1));
    drag(*view, Qt::LeftButton, {120, 260}, {240, 260});
    ASSERT_EQ(marks().size(), 1u) << "the chosen volume is painted on";
    const double second = marks().front().blood->volumeMl;
    EXPECT_NEAR(second, 2 * first, 0.1 * first);
    drag(*view, Qt::LeftButton, {120, 260}, {240, 260}, Qt::ControlModifier);
    EXPECT_NEAR(marks().front().blood->volumeMl, first, 1e-9);
    for (int n = 0; n < 2; ++n)
        store.send(action::UndoMarks{lead(store.state).id});
    EXPECT_NEAR(marks().front().blood->volumeMl, first, 1e-9);
    store.send(action::UndoMarks{lead(store.state).id});
    EXPECT_TRUE(marks().empty());
    EXPECT_EQ(store.timesAsked<action::SetWindow>(), 0);
}

TEST_F(MarksTest, ABrushGoesOnInTheNextSliceAndItsRimIsThatOfEachSlice) {
    choose(Tool::Brush);
    store.send(action::SetBrush{6});
    drag(*view, Qt::LeftButton, {120, 150}, {240, 150});
    const QImage here = view->picture();
    store.send(action::StepSlice{kAxial, 1});
    ASSERT_EQ(marks().size(), 1u);
    drag(*view, Qt::LeftButton, {150, 250}, {160, 250});
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_EQ(select::marksIn(store.state, kAxial).size(), 1u);
    store.send(action::StepSlice{kAxial, -1});
    EXPECT_EQ(view->picture().size(), here.size());
    const double both = marks().front().blood->volumeMl;
    store.send(action::UndoMarks{lead(store.state).id});
    EXPECT_LT(marks().front().blood->volumeMl, both);
}

TEST_F(MarksTest, ABrushPutOnAVolumeThatIsNotChosenPaintsIntoThatOne) {
    choose(Tool::Brush);
    store.send(action::SetBrush{10});
    drag(*view, Qt::LeftButton, {120, 150}, {160, 150});
    store.send(action::ChooseMark{std::nullopt});
    drag(*view, Qt::LeftButton, {240, 150}, {280, 150}); // another one, elsewhere
    ASSERT_EQ(marks().size(), 2u);
    const Marks before = marks();
    EXPECT_EQ(store.state.screen.chosenMark, before[1].id);

    drag(*view, Qt::LeftButton, {140, 150}, {140, 200});
    ASSERT_EQ(marks().size(), 2u);
    EXPECT_EQ(store.state.screen.chosenMark, before[0].id);
    EXPECT_GT(marks()[0].blood->volumeMl, before[0].blood->volumeMl);
    EXPECT_EQ(marks()[1].blood, before[1].blood);

    store.send(action::ChooseMark{std::nullopt});
    drag(*view, Qt::LeftButton, {260, 150}, {265, 150}, Qt::ControlModifier);
    EXPECT_EQ(store.state.screen.chosenMark, before[1].id);
    EXPECT_LT(marks()[1].blood->volumeMl, before[1].blood->volumeMl);
}

TEST_F(MarksTest, ABrushThatHasNothingToTakeAwaySaysSo) {
    choose(Tool::Brush);
    drag(*view, Qt::LeftButton, {120, 150}, {160, 150}, Qt::ControlModifier);
    EXPECT_TRUE(marks().empty());
    ASSERT_TRUE(store.state.notice);
    EXPECT_EQ(store.state.notice->text, say("notice.nothing_to_take_away"));
}

TEST_F(MarksTest, ABrushPaintsNothingInAReformat) {
    open(kCoronal);
    choose(Tool::Brush);
    drag(*view, Qt::LeftButton, {120, 150}, {240, 150});
    EXPECT_TRUE(marks().empty());
    EXPECT_FALSE(store.state.screen.draft);
}

TEST_F(MarksTest, AVolumeIsChosenByItsRimAndNoHandMovesIt) {
    choose(Tool::Brush);
    store.send(action::SetBrush{15});
    drag(*view, Qt::LeftButton, {180, 180}, {190, 180});
    choose(Tool::Window);
    store.send(action::ChooseMark{std::nullopt});
    const Mark before = marks().front();
    const double radius = 15 / (mmBetween({100, 100}, {200, 100}) / 100);
    const QPoint rim(int(180 - radius), 180);
    drag(*view, Qt::LeftButton, rim, rim + QPoint(30, 30));
    EXPECT_EQ(store.state.screen.chosenMark, before.id);
    EXPECT_EQ(marks().front().blood, before.blood);
    EXPECT_EQ(marks().front().points, before.points);
}

TEST_F(MarksTest, AMarkIsTakenByItsLineMovedAndItsHandleChangesIt) {
    drawLength({100, 150}, {200, 150});
    const double mm = lengthMm(marks().front());
    drag(*view, Qt::LeftButton, {150, 150}, {150, 180});
    EXPECT_NEAR(lengthMm(marks().front()), mm, 1e-6);
    EXPECT_NEAR(view->widgetPoint(marks().front().points[0]).y(), 180, 1.5);
    drag(*view, Qt::LeftButton, {200, 180}, {250, 180});
    EXPECT_NEAR(lengthMm(marks().front()), mm * 1.5, mm * 0.02);
    EXPECT_EQ(store.timesAsked<action::SetWindow>(), 0) << "the window stays as it is";
    for (int n = 0; n < 3; ++n)
        store.send(action::UndoMarks{lead(store.state).id});
    EXPECT_TRUE(marks().empty()) << "three steps, not one a pixel";
}

TEST_F(MarksTest, ADragBesideTheMarksStillChangesTheWindow) {
    drawLength({100, 150}, {200, 150});
    drag(*view, Qt::LeftButton, {150, 250}, {180, 280});
    EXPECT_GT(store.timesAsked<action::SetWindow>(), 0);
    EXPECT_FALSE(store.state.screen.chosenMark) << "a click elsewhere lets the mark go";
}

TEST_F(MarksTest, AMarkStaysOnItsPlaceAtEveryZoomAndInItsSliceAlone) {
    drawLength({100, 150}, {200, 150});
    const Marks before = marks();
    const auto hasAccent = [&](QPointF at) {
        const QColor c = colourAt(*view, at);
        return c.blue() > c.red() + 40;
    };
    EXPECT_TRUE(hasAccent({150, 150.5}));
    store.send(action::SetView{kAxial, {2, 10, -5}});
    EXPECT_EQ(marks(), before);
    const QPointF middle =
        (view->widgetPoint(before[0].points[0]) + view->widgetPoint(before[0].points[1])) / 2;
    EXPECT_TRUE(hasAccent(middle + QPointF(0.5, 0.5)));
    store.send(action::StepSlice{kAxial, 1});
    EXPECT_FALSE(hasAccent(middle + QPointF(0.5, 0.5)));
}

TEST_F(MarksTest, AnArrowAsksForItsWordsAndEnterKeepsThem) {
    choose(Tool::Arrow);
    drag(*view, Qt::LeftButton, {200, 200}, {260, 240});
    auto* edit = view->findChild<MarkTextEdit*>();
    ASSERT_TRUE(edit->isVisible());
    QTest::keyClicks(edit, "old lacune");
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_FALSE(edit->isVisible());
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_EQ(marks().front().text, "old lacune");
}

TEST_F(MarksTest, EscInTheWordsKeepsTheMarkAsItWas) {
    choose(Tool::Arrow);
    drag(*view, Qt::LeftButton, {200, 200}, {260, 240});
    auto* edit = view->findChild<MarkTextEdit*>();
    QTest::keyClicks(edit, "nonsense");
    QTest::keyClick(edit, Qt::Key_Escape);
    ASSERT_EQ(marks().size(), 1u);
    EXPECT_TRUE(marks().front().text.empty());
}

TEST_F(MarksTest, NoMillimetreIsToldWhereNobodyKnowsThePixelSize) {
    drawLength({100, 150}, {200, 150});
    EXPECT_FALSE(measuredText(marks().front(), {}, Lengths::Unknown).front().contains("mm"));
    Mark box = marks().front();
    box.shape = Mark::Shape::Rectangle;
    const RoiValues values{4, 30, 2, 28, 33};
    EXPECT_EQ(measuredText(box, values, Lengths::Unknown).size(), 2);
    EXPECT_EQ(measuredText(box, values, Lengths::Known).size(), 3);
}

TEST_F(MarksTest, TheListGoesToAMarkAndHidesWhereThereIsNone) {
    MarkList list(store.dispatch(), nullptr);
    store.show(list);
    EXPECT_FALSE(list.isVisibleTo(list.parentWidget()));
    drawLength({100, 150}, {200, 150});
    store.send(action::StepSlice{kAxial, 2});
    auto* rows = list.findChild<QListWidget*>();
    ASSERT_EQ(rows->count(), 1);
    EXPECT_TRUE(rows->item(0)->text().startsWith("Length: ")) << rows->item(0)->text().toStdString();
    list.show();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualItemRect(rows->item(0)).center());
    EXPECT_EQ(select::marksIn(store.state, kAxial).size(), 1u);
    expectAccessibleNames(list);
}

} // namespace
} // namespace hemo::ui
