// Pictures that something is taken off.

#include "gui_fixture.h"

#include "core/image/difference.h"
#include "tests/support/moved_volume.h"
#include "viewer/widgets/slice_view.h"

#include <QLabel>

namespace hemo::ui {
namespace {

using namespace testing;

constexpr Vec3 kMoved{7, -4, 6};
/// How much further left the earlier scan's places are: at its end, only the later scan shows anything.
constexpr Vec3 kLeftOver{10, 0, 0};

SeriesInfo study(std::string id, std::string date) {
    SeriesInfo info = markedSeries(std::move(id));
    info.studyInstanceUid = "study of " + date;
    info.studyDate = std::move(date);
    return info;
}

/// Where the later scan has its block, the earlier one has none; it lies elsewhere, and is laid upon it.
AppState laidState() {
    const VolumePtr now = markedVolume();
    std::vector<std::int16_t> empty(now->grid().voxelCount(), kBackgroundHu + 10);
    const Volume before(now->grid(), std::move(empty), "prior");
    const VolumePtr prior = movedVolume(before, kMoved, "prior");
    AppState s = openState(now, study("1.2.3", "20190312"));
    FolderContents contents;
    contents.series = {study("1.2.3", "20190312"), study("prior", "20190309")};
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    s = reduce(s, action::ShowBeside{"prior"});
    s = loaded(s, kBeside, study("prior", "20190309"), prior);
    s = reduce(s, action::HeadsRegistered{
                      beside(s).id, beside(s).registration.job.number, {{}, kMoved + kLeftOver}, 0.99});
    s = reduce(s, action::ShowDifference{Difference::Beside});
    return reduce(s, action::MoveCrosshair{kLead, kMarkCentre});
}

class DifferenceView : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        view.resize(414, 400);
        store.show(view);
        view.show();
        store.send(action::ToggleCrosshair{}); // its lines have colours of their own
    }
    void makeRegular(ViewportId id) {
        const Reading& reading = in(store.state, id);
        store.send(action::RegularReady{reading.id, reading.reformat.number, reading.volume});
    }
    void expectColour(PatientPoint place, double hu) {
        const QColor is = colourAt(view, view.widgetPoint(place));
        const Rgba want = differenceColour(hu, lead(store.state).look->window.width / 2);
        EXPECT_NEAR(is.red(), want.r, 2);
        EXPECT_NEAR(is.green(), want.g, 2);
        EXPECT_NEAR(is.blue(), want.b, 2);
    }
    TestStore store;
    render::SliceRenderer renderer;
    SliceView view{kLead, renderer, store.dispatch(), nullptr};
};

TEST_F(DifferenceView, WaitsForTheEvenGridOfTheSeriesBesideAndSaysSo) {
    open(laidState());
    EXPECT_TRUE(view.accessibleDescription().contains("follows"))
        << view.accessibleDescription().toStdString();
    makeRegular(kBeside);
    EXPECT_TRUE(sliceScene(store.state, kLead).emptyText.isEmpty());
}

TEST_F(DifferenceView, ShowsWhatIsMoreInOrangeAndWhatIsLessInBlueThroughPatientSpace) {
    open(laidState());
    makeRegular(kBeside);
    expectColour(kMarkCentre, 70);
    expectColour(kMarkCentre + Vec3{-60, 60, 0}, -10);
    const QColor unknown = colourAt(view, view.widgetPoint({92, 20, 18}));
    EXPECT_EQ(unknown, QColor(Qt::black));
}

TEST_F(DifferenceView, SaysWhatIsTakenOffAndTheScaleFollowsTheWindow) {
    open(laidState());
    makeRegular(kBeside);
    EXPECT_TRUE(sliceScene(store.state, kLead).sliceText.contains("! Less 2019-03-09"));
    EXPECT_FALSE(sliceScene(store.state, kBeside).takenOff);
    store.send(action::SetWindow{kLead, {40, 400}});
    expectColour(kMarkCentre, 70); // of 200 now
}

TEST_F(DifferenceView, TheValueAtTheMouseHasTheDifferenceBesideIt) {
    open(laidState());
    makeRegular(kBeside);
    moveMouse(view, view.widgetPoint(kMarkCentre));
    view.grab();
    ASSERT_TRUE(view.cursorValue());
    EXPECT_EQ(view.cursorValue()->text, "80 HU, +70");
    moveMouse(view, view.widgetPoint(kMarkCentre + Vec3{-60, 60, 0}));
    EXPECT_EQ(view.cursorValue()->text, "0 HU, -10");
}

TEST_F(DifferenceView, NoHeatLiesOverADifference) {
    AppState s = answeredState();
    s = withReading(atSlice(s, 5), lead(s).id,
                    [](Reading& r) { r.middle = std::make_shared<const HeadMiddle>(); });
    s = reduce(s, action::ShowHeat{true});
    open(s);
    ASSERT_TRUE(sliceScene(store.state, kLead).heat.prediction);
    store.send(action::ShowDifference{Difference::OtherHalf});
    EXPECT_FALSE(sliceScene(store.state, kLead).heat.prediction);
    EXPECT_TRUE(sliceScene(store.state, kLead).sliceText.contains("! Less the other half"));
}

} // namespace
} // namespace hemo::ui
