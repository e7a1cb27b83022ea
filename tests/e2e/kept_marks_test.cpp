#include "app_fixture.h"

#include "app/mark_file.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "core/state/select/marks.h"
#include "viewer/widgets/slice_view.h"

#include <fstream>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;

const ViewFrame kFrame{{1, 0, 0}, {0, 1, 0}};

Mark markOf(std::uint64_t id, std::string text = {}) {
    return {MarkId{id}, Mark::Shape::Length, kFrame, {{1, 2, 3}, {4, 5, 3}}, std::move(text)};
}

TEST(MarkFile, GivesBackWhatItWasToldOfEachSeries) {
    TempFolder temp;
    const MarkFile file(temp.path() / "marks");
    constexpr std::uint64_t kHigh = ~std::uint64_t{0}; // SQLite's numbers have a sign
    EXPECT_TRUE(file.read(1).empty());
    EXPECT_FALSE(file.file().exists()) << "nothing is made before there is something to keep";
    ASSERT_TRUE(file.keep(kHigh, {}, {markOf(kHigh - 1, "x"), markOf(2)}));
    ASSERT_TRUE(file.keep(1, {}, {markOf(3)}));
    EXPECT_EQ(file.read(kHigh), (Marks{markOf(kHigh - 1, "x"), markOf(2)}));
    ASSERT_TRUE(file.keep(kHigh, {markOf(kHigh - 1, "x"), markOf(2)}, {markOf(2, "changed")}));
    EXPECT_EQ(file.read(kHigh), Marks{markOf(2, "changed")});
    EXPECT_EQ(file.read(1), Marks{markOf(3)});
}

TEST(MarkFile, TwoWindowsAtOneSeriesLoseNothingOfEachOther) {
    TempFolder temp;
    const MarkFile one(temp.path()), other(temp.path());
    ASSERT_TRUE(one.keep(1, {}, {markOf(1)}));
    ASSERT_TRUE(other.keep(1, {}, {markOf(2)}));
    ASSERT_TRUE(one.keep(1, {markOf(1)}, {markOf(1, "mine")}));
    EXPECT_EQ(one.read(1), (Marks{markOf(1, "mine"), markOf(2)}));
}

TEST(MarkFile, ADamagedFileIsSetAsideAndNoneThatWasSetAsideIsWrittenOver) {
    TempFolder temp;
    const MarkFile file(temp.path());
    for (const char* name : {"marks.set-aside", "marks.set-aside-2"}) {
        std::ofstream(file.file().path(), std::ios::trunc)
            << "no database at all, and long enough to be looked at";
        EXPECT_TRUE(file.keep(1, {}, {markOf(1)}));
        EXPECT_TRUE(fs::exists(temp.path() / name)) << name;
        EXPECT_EQ(file.read(1), Marks{markOf(1)});
    }
}

class KeptMarksTest : public ::testing::Test {
protected:
    KeptMarksTest() {
        tellFakeWorker("answer");
        writeNamedScan(temp.path() / "scan");
    }
    std::unique_ptr<Application> opened() {
        auto application = std::make_unique<Application>(
            InferenceClient::Paths{fakeWorker(), writeModelJson(temp.path() / "model")},
            Application::Folders{std::nullopt, temp.path() / "marks"});
        application->store().dispatch(action::OpenPaths{{temp.path() / "scan"}});
        EXPECT_TRUE(waitFor([&] {
            const Reading* reading = select::shownIn(application->store().state(), kLead);
            return reading && reading->areMarksRead;
        }));
        return application;
    }
    /// Draws the mark as a line of 12 mm into the slice that is shown.
    static Mark drawnIn(Store& store, Mark mark) {
        const Grid& grid = shownVolume(lead(store.state()))->grid();
        mark.points = {middleOfSlice(grid, *currentSlice(lead(store.state())))};
        mark.points.push_back(mark.points[0] + Vec3{12, 0, 0});
        mark.frame = frameOf(ReadingPlane::native(), grid);
        store.dispatch(action::DraftMark{{kLead, mark}});
        store.dispatch(action::KeepDraft{});
        return mark;
    }

    TempFolder temp;
};

TEST_F(KeptMarksTest, WhatWasDrawnIsThereWhenTheSeriesIsOpenedAgainAndNoNameIsInTheFile) {
    Mark drawn;
    {
        const auto application = opened();
        Store& store = application->store();
        drawn = drawnIn(store, markOf(1, "beside the falx"));
        ASSERT_EQ(marksOf(lead(store.state())).size(), 1u);
    }
    const auto again = opened();
    EXPECT_EQ(marksOf(lead(again->store().state())), Marks{drawn});
    const std::string bytes = bytesOf(temp.path() / "marks" / "marks.sqlite");
    EXPECT_NE(bytes.find("beside the falx"), std::string::npos);
    EXPECT_EQ(bytes.find(kNobody), std::string::npos);
    EXPECT_EQ(bytes.find((temp.path() / "scan").string()), std::string::npos);
}

TEST_F(KeptMarksTest, WhatWasUndoneDoesNotComeBack) {
    {
        const auto application = opened();
        Store& store = application->store();
        drawnIn(store, markOf(1));
        store.dispatch(action::UndoMarks{lead(store.state()).id});
    }
    EXPECT_TRUE(marksOf(lead(opened()->store().state())).empty());
}

class MarksInTheWindow : public ProgramTest {};

TEST_F(MarksInTheWindow, KeysChooseTheToolsDrawUndoAndRemove) {
    PhantomSpec spec;
    spec.slices = 8;
    ASSERT_TRUE(imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / "scan", TaskContext{}));
    application->store().dispatch(action::OpenPaths{{folder.path() / "scan"}});
    ASSERT_TRUE(waitFor([&] { return select::shownIn(state(), kLead) && !select::isLoading(state()); }));
    auto* view = window->findChild<SliceView*>();
    const auto dragFrom = [&](QPoint from, QPoint to) {
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, (from + to) / 2);
        QTest::mouseMove(view, to);
        QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    };
    const auto count = [&] { return marksOf(lead(state())).size(); };
    press(Qt::Key_L);
    EXPECT_EQ(state().screen.tool, Tool::Length);
    dragFrom({60, 80}, {140, 90});
    EXPECT_EQ(count(), 1u);
    press(Qt::Key_E);
    dragFrom({60, 120}, {140, 160});
    EXPECT_EQ(count(), 2u);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(count(), 1u);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(count(), 2u);
    press(Qt::Key_W);
    QTest::mouseClick(view, Qt::LeftButton, {}, {100, 120}); // on the rim of the ellipse
    ASSERT_TRUE(select::chosenMark(state()));
    press(Qt::Key_Delete);
    EXPECT_EQ(count(), 1u);
    press(Qt::Key_A);
    QTest::mousePress(view, Qt::LeftButton, {}, {60, 80});
    EXPECT_TRUE(state().screen.draft);
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().screen.draft);
    EXPECT_EQ(state().screen.tool, Tool::Angle) << "Esc goes back one thing at a time";
    press(Qt::Key_Escape);
    EXPECT_EQ(state().screen.tool, Tool::Window);
}

TEST_F(MarksInTheWindow, AClickIntoABleedMeasuresItsVolume) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.bleed = BleedSpec{BleedType::Intraparenchymal, Side::Left, 30};
    const Phantom phantom = makePhantom(spec);
    ASSERT_TRUE(imaging::writeSeries(*phantom.volume, {}, folder.path() / "scan", TaskContext{}));
    application->store().dispatch(action::OpenPaths{{folder.path() / "scan"}});
    ASSERT_TRUE(waitFor([&] { return select::shownIn(state(), kLead) && !select::isLoading(state()); }));
    application->store().dispatch(action::MoveCrosshair{kLead, phantom.bleedCentre});
    SliceView& view = *views().sliceView(kLead);
    press(Qt::Key_L, Qt::ShiftModifier);
    EXPECT_EQ(state().screen.tool, Tool::Volume);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.widgetPoint(phantom.bleedCentre).toPoint());
    ASSERT_TRUE(waitFor([&] { return !marksOf(lead(state())).empty(); }));
    const Mark& mark = marksOf(lead(state())).front();
    EXPECT_EQ(mark.shape, Mark::Shape::Volume);
    EXPECT_NEAR(mark.blood->volumeMl / phantom.bleedVolumeMl, 1, 0.08);
    EXPECT_EQ(select::marksIn(state(), kLead).size(), 1u);
    EXPECT_EQ(state().screen.tool, Tool::Window);
    press(Qt::Key_P, Qt::ShiftModifier);
    const double brush = state().screen.brushMm;
    press(Qt::Key_BracketRight);
    EXPECT_GT(state().screen.brushMm, brush);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(marksOf(lead(state())).empty());
}

TEST_F(MarksInTheWindow, AClickWhereNoBloodIsSaysWhatToDo) {
    PhantomSpec spec = coarseHead();
    ASSERT_TRUE(imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / "scan", TaskContext{}));
    application->store().dispatch(action::OpenPaths{{folder.path() / "scan"}});
    ASSERT_TRUE(waitFor([&] { return select::shownIn(state(), kLead) && !select::isLoading(state()); }));
    SliceView& view = *views().sliceView(kLead);
    press(Qt::Key_L, Qt::ShiftModifier);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center());
    EXPECT_TRUE(waitFor([&] { return state().notice.has_value(); }));
    EXPECT_TRUE(marksOf(lead(state())).empty());
}

} // namespace
} // namespace hemo::ui
