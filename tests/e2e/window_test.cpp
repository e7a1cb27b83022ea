#include "app_fixture.h"

#include "app/main_window.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "tests/support/temp_folder.h"
#include "viewer/widgets/slice_view.h"

#include <QAction>
#include <QToolButton>

namespace hemo::ui {
namespace {

using hemo::testing::TempFolder;
using namespace testing;

class WindowTest : public ProgramTest {
protected:
    WindowTest() { writePhantom("series", "1.2.3"); }

    void writePhantom(const std::string& name, const std::string& uid) {
        PhantomSpec spec;
        spec.columns = spec.rows = 64;
        spec.pixelSpacingMm = 3.6;
        spec.slices = 14;
        spec.sliceSpacingMm = 10;
        spec.seriesInstanceUid = uid;
        const auto written =
            imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / name, TaskContext{});
        ASSERT_TRUE(written);
    }
    void open(const std::string& name) {
        application->store().dispatch(action::OpenPaths{{folder.path() / name}});
    }
    void openAndRead() {
        open("series");
        ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    }
};

TEST_F(WindowTest, FolderBecomesPicturesBarsAndAVerdict) {
    openAndRead();
    EXPECT_EQ(state().contents->series.size(), 1u);
    EXPECT_EQ(state().reader.prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(select::suspiciousSlices(state()).size(), 7u);
}

TEST_F(WindowTest, KeysScrollChoosePresetsAndFold) {
    openAndRead();
    const int slice = *select::currentSlice(state());
    press(Qt::Key_Up);
    EXPECT_EQ(select::currentSlice(state()), slice + 1);
    press(Qt::Key_Down);
    EXPECT_EQ(select::currentSlice(state()), slice);
    press(Qt::Key_Home);
    EXPECT_EQ(select::currentSlice(state()), 13);
    press(Qt::Key_5);
    EXPECT_EQ(state().window, (WindowLevel{600, 2800}));
    press(Qt::Key_I);
    EXPECT_TRUE(state().isInverted);
    press(Qt::Key_Tab);
    EXPECT_TRUE(state().arePanelsFolded);
    window->findChild<SliceView*>()->setFocus(); // wherever the focus is
    QTest::keyClick(window->findChild<SliceView*>(), Qt::Key_Tab);
    EXPECT_FALSE(state().arePanelsFolded);
    press(Qt::Key_P);
    EXPECT_FALSE(state().isPatientTextShown);
    press(Qt::Key_R);
    EXPECT_EQ(state().window, (WindowLevel{40, 80}));
}

TEST_F(WindowTest, NGoesToTheNextSuspiciousSlice) {
    openAndRead();
    press(Qt::Key_Home);
    press(Qt::Key_N);
    const int first = *select::currentSlice(state());
    EXPECT_TRUE(state().reader.prediction->slices[first].any() > 0.5);
    press(Qt::Key_N);
    EXPECT_EQ(select::currentSlice(state()), first - 2);
    press(Qt::Key_N, Qt::ShiftModifier);
    EXPECT_EQ(select::currentSlice(state()), first);
}

TEST_F(WindowTest, TappingGTogglesTheHeatMapAndHoldingPeeks) {
    openAndRead();
    EXPECT_FALSE(state().isHeatShown);
    press(Qt::Key_G);
    EXPECT_TRUE(state().isHeatShown);
    press(Qt::Key_G);
    EXPECT_FALSE(state().isHeatShown);

    QTest::keyPress(window.get(), Qt::Key_G);
    EXPECT_TRUE(state().isHeatShown);
    QTest::qWait(400);
    QTest::keyRelease(window.get(), Qt::Key_G);
    EXPECT_FALSE(state().isHeatShown);
}

TEST_F(WindowTest, EscapeGoesBackFromAnEnlargedView) {
    openAndRead();
    auto* axial = window->findChild<SliceView*>();
    QTest::mouseDClick(axial, Qt::LeftButton, {}, axial->rect().center());
    ASSERT_EQ(state().enlarged, Pane::Axial);
    QTest::qWait(0);
    EXPECT_GT(axial->width(), window->width() / 2); // it once stayed in its quarter
    EXPECT_GT(axial->height(), window->height() / 2);
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().enlarged);
}

TEST_F(WindowTest, EmptyFolderIsASentenceAndKeepsWhatWasOpen) {
    openAndRead();
    const auto before = state().open;
    std::filesystem::create_directory(folder.path() / "empty");
    open("empty");
    ASSERT_TRUE(waitFor([this] { return !state().scan.isRunning; }));
    ASSERT_TRUE(state().notice);
    EXPECT_TRUE(state().notice->isError);
    EXPECT_EQ(state().open, before);
    EXPECT_EQ(state().reader.status, SecondReader::Status::Done);
}

TEST_F(WindowTest, KilledWorkerLeavesTheReaderReadingAndRetryWorks) {
    tellFakeWorker("crash");
    application->inference().cancel();
    open("series");
    ASSERT_TRUE(waitFor([this] { return state().reader.status == SecondReader::Status::Failed; }));
    const int slice = *select::currentSlice(state());
    press(Qt::Key_Up);
    EXPECT_EQ(select::currentSlice(state()), slice + 1);

    tellFakeWorker("answer");
    application->store().dispatch(action::Classify{});
    EXPECT_TRUE(waitFor([this] { return state().reader.status == SecondReader::Status::Done; }));
}

TEST_F(WindowTest, SecondFolderReplacesTheFirstWithItsOwnAnswer) {
    openAndRead();
    writePhantom("second", "4.5.6");
    open("second");
    ASSERT_TRUE(
        waitFor([this] { return isRead(state()) && state().open->volume->seriesInstanceUid() == "4.5.6"; }));
    EXPECT_EQ(select::shownPrediction(state())->provenance.seriesInstanceUid, "4.5.6");
}

TEST_F(WindowTest, EveryControlHasAnAccessibleName) {
    openAndRead();
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
        if (widget->inherits("QScrollArea") || widget->inherits("QMenu")) continue;
        const QVariant text = widget->property("text");
        EXPECT_FALSE(widget->accessibleName().isEmpty() && text.toString().isEmpty())
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
}

} // namespace
} // namespace hemo::ui
