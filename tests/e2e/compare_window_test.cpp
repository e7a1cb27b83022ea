#include "app_fixture.h"

#include "app/freed_elsewhere.h"
#include "app/main_window.h"
#include "app/panels/series_drag.h"
#include "app/panels/series_tree.h"
#include "app/view_layout.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "tests/support/moved_volume.h"
#include "tests/support/temp_folder.h"
#include "viewer/widgets/probability_strip.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/volume_view.h"

#include <QAction>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

#include <atomic>
#include <thread>
#include <utility>

namespace hemo::ui {
namespace {

using hemo::testing::TempFolder;
using namespace testing;

constexpr auto kNow = "1.2.3", kBefore = "1.2.4";
constexpr Vec3 kShift{14.4, -7.2, -420};

imaging::SeriesTags tagsAt(std::string date, std::string frame) {
    imaging::SeriesTags tags;
    tags.studyDate = std::move(date);
    tags.seriesDescription = "Head of " + tags.studyDate;
    tags.frameOfReferenceUid = std::move(frame);
    return tags;
}

/// The program as it runs, with two studies of one head: now, and before.
class CompareWindow : public ProgramTest {
protected:
    CompareWindow() { window->resize(1400, 800); }

    void write(const std::string& name, const char* uid, const imaging::SeriesTags& tags, Vec3 shift = {}) {
        PhantomSpec spec = coarseHead();
        spec.seriesInstanceUid = uid;
        const VolumePtr volume = hemo::testing::movedVolume(*makePhantom(spec).volume, shift, uid);
        ASSERT_TRUE(imaging::writeSeries(*volume, tags, folder.path() / name, TaskContext{}));
    }
    void openBoth() {
        application->store().dispatch(action::OpenPaths{{folder.path() / "now", folder.path() / "before"}});
        ASSERT_TRUE(waitFor([this] { return isRead(state()) && !state().shelf.scan.isRunning; }));
        ASSERT_EQ(state().shelf.contents->series.size(), 2u);
        if (lead(state()).volume->seriesInstanceUid() != kNow) {
            application->store().dispatch(action::OpenSeries{kLead, idOf(kNow)});
            ASSERT_TRUE(waitFor(
                [this] { return isRead(state()) && lead(state()).volume->seriesInstanceUid() == kNow; }));
        }
    }
    std::string idOf(const std::string& uid) const {
        for (const SeriesInfo& series : state().shelf.contents->series)
            if (series.seriesInstanceUid == uid) return series.id;
        return {};
    }
    void compare() {
        press(Qt::Key_B);
        ASSERT_TRUE(waitFor([this] { return isPriorThere(); }));
    }
    /// Where a view stands in the window, once it is shown and nothing moves any more.
    QRect placeOf(SliceView& view) {
        QRect last;
        EXPECT_TRUE(waitFor([&] {
            const QRect now(view.mapTo(window.get(), QPoint()), view.size());
            return view.isVisible() && std::exchange(last, now) == now;
        }));
        return last;
    }
    /// Of an odd number of pixels one of the two views has one more.
    void makeBothAsWide() {
        placeOf(axial());
        if (axial().width() != prior().width()) window->resize(window->width() + 1, window->height());
        ASSERT_TRUE(waitFor([this] { return axial().size() == prior().size(); }));
    }
    bool isPriorThere() const {
        const Reading* beside = select::shownIn(state(), kBeside);
        return select::isComparing(state()) && beside && isWhole(*beside);
    }
    SliceView& prior() { return *views().sliceView(kBeside); }
    SliceView& axial() { return *views().sliceView(kLead); }
    QString text(const char* label) { return window->findChild<QLabel*>(label)->text(); }
};

TEST_F(CompareWindow, PriorOfTheSameFrameStandsBesideAndScrollsAlong) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    EXPECT_TRUE(text("compareLink").isEmpty());
    compare();
    EXPECT_EQ(beside(state()).series->seriesInstanceUid, kBefore);
    EXPECT_TRUE(prior().isVisible());
    EXPECT_TRUE(axial().isVisible());
    EXPECT_LT(axial().mapTo(window.get(), QPoint()).x(), prior().mapTo(window.get(), QPoint()).x());
    EXPECT_EQ(text("compareLink"), "Linked by position");
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    EXPECT_EQ(select::stepsIn(state(), kBeside).index, *currentSlice(lead(state())));
    QTest::qWait(0);
    EXPECT_NEAR(axial().width(), prior().width(), 1);
    press(Qt::Key_B);
    EXPECT_FALSE(select::isComparing(state()));
    EXPECT_TRUE(views().volumeView(kVolumeView)->isVisible()) << "the four views are back";
}

TEST_F(CompareWindow, LinkedByHandBothShowTheSameAnatomy) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "8.8"), kShift);
    openBoth();
    compare();
    ASSERT_TRUE(waitFor([this] { return beside(state()).registration.isDone; }));
    press(Qt::Key_J);
    EXPECT_TRUE(text("compareLink").startsWith("Other frame of reference"));
    application->store().dispatch(action::GoToStep{kBeside, 4});
    application->store().dispatch(action::GoToSlice{lead(state()).id, 9});
    press(Qt::Key_Up);
    EXPECT_EQ(currentSlice(lead(state())), 10);
    EXPECT_EQ(select::stepsIn(state(), kBeside).index, 4) << "each scrolls alone";
    application->store().dispatch(action::GoToStep{kBeside, 10});
    press(Qt::Key_J);
    EXPECT_TRUE(text("compareLink").startsWith("Linked by hand, offset 420.0"))
        << text("compareLink").toStdString();
    EXPECT_LE(length(select::linkBetween(state(), lead(state()), beside(state())).toB.shiftMm - kShift),
              1e-6);
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Down);
    makeBothAsWide();
    // Between the corners' texts and beside the crosshair the pictures are the same to the pixel.
    const QRect inside(axial().width() / 4, axial().height() / 3, axial().width() / 5, axial().height() / 9);
    const QImage a = axial().grab(inside).toImage(), b = prior().grab(inside).toImage();
    EXPECT_EQ(a, b);
    EXPECT_NE(a, axial().grab(inside.translated(inside.width(), 0)).toImage()) << "something is to be seen";
    press(Qt::Key_J);
    EXPECT_EQ(select::linkBetween(state(), lead(state()), beside(state())).kind, LinkKind::Registered);
}

TEST_F(CompareWindow, APriorInAnotherFrameScrollsAlongByItself) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "8.8"), kShift);
    openBoth();
    compare();
    EXPECT_TRUE(waitFor([this] {
        return text("compareLink").startsWith("Linked by the pictures themselves");
    })) << text("compareLink").toStdString();
    for (int n = 0; n < 3; ++n)
        press(Qt::Key_Up);
    EXPECT_EQ(select::stepsIn(state(), kBeside).index, *currentSlice(lead(state())));
}

TEST_F(CompareWindow, SpaceSwapsTheTwoAtTheSamePixels) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    compare();
    press(Qt::Key_Space);
    const QRect place = placeOf(prior());
    EXPECT_GT(place.width(), window->width() / 2);
    EXPECT_FALSE(axial().isVisible());
    EXPECT_FALSE(views().strip(kLead)->isVisible()) << "its answers are not the prior's";
    EXPECT_TRUE(views().strip(kBeside)->isVisible());
    press(Qt::Key_Space);
    EXPECT_FALSE(prior().isVisible());
    EXPECT_EQ(placeOf(axial()), place);
    press(Qt::Key_Escape);
    EXPECT_TRUE(axial().isVisible() && prior().isVisible());
}

TEST_F(CompareWindow, SpaceAgainAndAgainSwapsAndPressesNothing) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    axial().setFocus();
    compare();
    for (int n = 0; n < 6; ++n) {
        ASSERT_TRUE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        EXPECT_EQ(prior().isVisible(), n % 2 == 0) << n;
        EXPECT_TRUE(qobject_cast<SliceView*>(QApplication::focusWidget())) << n;
    }
    EXPECT_EQ(reader(state()).status, SecondReader::Status::Done);
}

TEST_F(CompareWindow, TheStripsKeysScrollTheSeriesOfItsBars) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "8.8"));
    openBoth();
    compare();
    prior().setFocus();
    auto* strip = views().strip(kLead);
    strip->setFocus();
    ASSERT_TRUE(waitFor([&] { return strip->hasFocus(); }));
    const int before = *currentSlice(lead(state())), beside = select::stepsIn(state(), kBeside).index;
    press(Qt::Key_Up);
    EXPECT_NE(*currentSlice(lead(state())), before);
    EXPECT_EQ(select::stepsIn(state(), kBeside).index, beside);
}

TEST_F(CompareWindow, KeysScrollTheViewThatHasTheFocus) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "8.8"));
    openBoth();
    compare();
    prior().setFocus();
    const int current = *currentSlice(lead(state())), beside = select::stepsIn(state(), kBeside).index;
    press(Qt::Key_Up);
    EXPECT_EQ(currentSlice(lead(state())), current);
    EXPECT_EQ(select::stepsIn(state(), kBeside).index, beside + 1);
    axial().setFocus();
    press(Qt::Key_Up);
    EXPECT_EQ(currentSlice(lead(state())), current + 1);
}

TEST_F(CompareWindow, FilesThatAreGoneAreASentenceAndTheCurrentSeriesStays) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    const VolumePtr open = lead(state()).volume;
    std::filesystem::remove_all(folder.path() / "before");
    press(Qt::Key_B);
    ASSERT_TRUE(waitFor([this] { return !select::isComparing(state()); }));
    ASSERT_TRUE(state().notice);
    EXPECT_TRUE(state().notice->isError);
    EXPECT_EQ(lead(state()).volume, open);
    EXPECT_TRUE(axial().isVisible());
}

TEST_F(CompareWindow, EscapeStopsLoadingThePrior) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    press(Qt::Key_B);
    ASSERT_TRUE(select::isLoading(state()));
    press(Qt::Key_Escape);
    EXPECT_FALSE(select::isComparing(state()));
    compare(); // and it can be had again
    EXPECT_TRUE(prior().isVisible());
}

TEST_F(CompareWindow, AnotherPatientIsUnmissableInBothViews) {
    imaging::SeriesTags tags = tagsAt("20190309", "9.9");
    tags.patientId = "STRANGER";
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tags);
    openBoth();
    press(Qt::Key_B);
    EXPECT_FALSE(select::isComparing(state())) << "a stranger is never suggested";
    application->store().dispatch(action::ShowBeside{idOf(kBefore)});
    ASSERT_TRUE(waitFor([this] { return isPriorThere(); }));
    int seen = 0;
    for (const QLabel* alert : window->findChildren<QLabel*>("compareAlert")) {
        if (!alert->isVisible()) continue;
        ++seen;
        EXPECT_EQ(alert->text(), "OTHER PATIENT: the ID differs");
    }
    EXPECT_EQ(seen, 2);
    EXPECT_EQ(select::linkBetween(state(), lead(state()), beside(state())).kind, LinkKind::None)
        << "whatever their frame of reference";
}

TEST_F(CompareWindow, ControlClickAndDragPutASeriesBeside) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    auto* tree = window->findChild<SeriesTree*>();
    const auto items = tree->findItems("Head of 20190309", Qt::MatchExactly | Qt::MatchRecursive);
    ASSERT_EQ(items.size(), 1);
    ASSERT_TRUE(tree->viewport()->rect().contains(tree->visualItemRect(items.front()).center()))
        << tree->height() << " " << tree->visualItemRect(items.front()).top();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      tree->visualItemRect(items.front()).center());
    EXPECT_EQ(beside(state()).series->id, idOf(kBefore));
    EXPECT_EQ(lead(state()).series->id, idOf(kNow));
    application->store().dispatch(action::ShowLeadAlone{});

    const std::unique_ptr<QMimeData> data(seriesMimeData(idOf(kBefore)));
    QDragEnterEvent enters(QPoint(100, 100), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window->findChild<ViewLayout*>(), &enters);
    EXPECT_TRUE(enters.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window->findChild<ViewLayout*>(), &drop);
    EXPECT_EQ(beside(state()).series->id, idOf(kBefore));
}

TEST_F(CompareWindow, AnotherFolderEndsAComparisonWithWhatItDoesNotHold) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    write("third", "1.2.5", tagsAt("20200101", "9.9"));
    openBoth();
    compare();
    application->store().dispatch(action::OpenPaths{{folder.path() / "third"}});
    ASSERT_TRUE(
        waitFor([this] { return isRead(state()) && lead(state()).volume->seriesInstanceUid() == "1.2.5"; }));
    EXPECT_FALSE(select::isComparing(state()));
}

TEST_F(CompareWindow, NothingKeepsThePriorAfterItIsClosed) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    compare();
    ASSERT_TRUE(waitFor([this] { return prior().isVisible() && axial().isVisible(); }));
    prior().grab(); // drawn, so that view and renderer have it
    const std::weak_ptr<const Volume> volume = beside(state()).volume;
    press(Qt::Key_B);
    application->store().dispatch(action::SetMostVolumeBytes{1});
    EXPECT_TRUE(waitFor([&] { return volume.expired(); }, 5000));
}

TEST_F(CompareWindow, PriorHasItsOwnStripHeatAndCard) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    compare();
    prior().setFocus();
    ASSERT_TRUE(waitFor([this] { return state().screen.active == kBeside; }));
    ASSERT_TRUE(waitFor([this] { return beside(state()).reader.status == SecondReader::Status::Done; }));
    EXPECT_TRUE(window->findChild<QLabel*>("headline")->text().contains("suspected"));
    press(Qt::Key_G);
    press(Qt::Key_N);
    EXPECT_FALSE(sliceScene(state(), kBeside).heat.prediction == nullptr);
    EXPECT_TRUE(select::suspiciousSlices(state(), beside(state())).size() > 0);
}

TEST_F(CompareWindow, GoingAwayAndBackReadsNothingAgain) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    application->store().dispatch(action::GoToSlice{lead(state()).id, 2});
    application->store().dispatch(action::OpenSeries{kLead, idOf(kBefore)});
    ASSERT_TRUE(
        waitFor([this] { return isRead(state()) && lead(state()).series->seriesInstanceUid == kBefore; }));
    std::filesystem::remove_all(folder.path() / "now"); // whatever is shown now was kept
    tellFakeWorker("silent");
    application->store().dispatch(action::OpenSeries{kLead, idOf(kNow)});
    EXPECT_TRUE(isRead(state()));
    EXPECT_EQ(currentSlice(*select::shownIn(state(), kLead)), 2);
}

TEST_F(CompareWindow, EveryControlHasAnAccessibleName) {
    write("now", kNow, tagsAt("20190312", "9.9"));
    write("before", kBefore, tagsAt("20190309", "9.9"));
    openBoth();
    compare();
    EXPECT_FALSE(prior().accessibleName().isEmpty());
    EXPECT_NE(prior().accessibleName(), axial().accessibleName());
}

TEST(FreedElsewhere, LargeVolumesAreGivenBackOnAnotherThread) {
    constexpr int kSide = 512, kSlices = 20;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < kSlices; ++k)
        positions.push_back({0, 0, double(k)});
    std::atomic<bool> isFreed = false, isHere = true;
    const auto here = std::this_thread::get_id();
    std::shared_ptr<const std::int16_t[]> voxels(new std::int16_t[std::size_t(kSide) * kSide * kSlices]{},
                                                 [&](const std::int16_t* memory) {
                                                     delete[] memory;
                                                     isHere = std::this_thread::get_id() == here;
                                                     isFreed = true;
                                                 });
    VolumePtr original = std::make_shared<const Volume>(
        Grid(kSide, kSide, {1, 0, 0}, {0, 1, 0}, 1, 1, positions), std::move(voxels), "1.2");
    const Volume* const seen = original.get();
    VolumePtr volume = freedElsewhere(std::move(original));
    EXPECT_EQ(volume.get(), seen) << "it is the same volume";
    EXPECT_FALSE(isFreed);
    volume.reset();
    ASSERT_TRUE(waitFor([&] { return isFreed.load(); }));
    EXPECT_FALSE(isHere);
}

} // namespace
} // namespace hemo::ui
