#include "gui_fixture.h"

#include "app/panels/compare_header.h"
#include "app/panels/status_strip.h"
#include "tests/support/moved_volume.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/words.h"

#include <QLabel>

#include <memory>

namespace hemo::ui {
namespace {

using namespace testing;

constexpr double kTinyMm = 1e-6;

SeriesInfo studyOf(std::string id, std::string date, std::string frame) {
    SeriesInfo info = markedSeries(std::move(id));
    info.studyInstanceUid = "study of " + date;
    info.studyDate = std::move(date);
    info.frameOfReferenceUid = std::move(frame);
    return info;
}

struct Pair {
    SeriesInfo current = studyOf("1.2.3", "20190312", "frame"), prior = studyOf("prior", "20190309", "frame");
    VolumePtr currentVolume = markedVolume(), priorVolume = markedVolume(Acquired::HeadToFeet, "prior");
};

AppState comparedState(const Pair& pair = {}) {
    const VolumePtr& volume = pair.currentVolume;
    AppState s = openState(volume, pair.current);
    FolderContents contents;
    contents.series = {pair.current, pair.prior};
    s.contents = std::make_shared<const FolderContents>(contents);
    s = reduce(s, action::Classified{s.reader.job.number, answerTo(*volume, kSuspected)});
    s = reduce(s, action::CompareWith{"prior"});
    return reduce(s, action::PriorLoaded{s.comparison.load.number, pair.prior, pair.priorVolume});
}

class CompareViews : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        for (auto* view : {&current, &prior}) {
            const ViewSubject subject =
                view == &current ? ViewSubject(ViewAxis::Axial) : ViewSubject::prior();
            *view = std::make_unique<SliceView>(subject, renderer, store.dispatch(), nullptr);
            (*view)->resize(300, 320);
            store.show(**view);
            (*view)->show();
        }
    }
    const AppState& state() const { return store.state; }

    TestStore store;
    render::SliceRenderer renderer;
    std::unique_ptr<SliceView> current, prior;
};

TEST_F(CompareViews, EachNamesItsOwnSeries) {
    Pair pair;
    pair.prior.description = "Head, before";
    pair.prior.patientId = "X-17";
    const AppState s = comparedState(pair);
    EXPECT_TRUE(sliceScene(s, ViewSubject::prior()).seriesText.contains("Head, before"));
    EXPECT_TRUE(sliceScene(s, ViewSubject::prior()).seriesText.contains("2019-03-09"));
    EXPECT_TRUE(sliceScene(s, ViewAxis::Axial).seriesText.contains("2019-03-12"));
}

TEST_F(CompareViews, WheelOverEitherScrollsBoth) {
    open(comparedState());
    const double z = state().crosshair.z;
    turnWheel(*current, {100, 100}, 120);
    EXPECT_NEAR(state().crosshair.z, z + 6, kTinyMm);
    EXPECT_NEAR(state().comparison.place.z, z + 6, kTinyMm);
    turnWheel(*prior, {100, 100}, 240);
    EXPECT_NEAR(state().comparison.place.z, z + 18, kTinyMm) << "up, though acquired from head to feet";
    EXPECT_NEAR(state().crosshair.z, z + 18, kTinyMm);
}

TEST_F(CompareViews, TheSamePlaceIsDrawnAtTheSamePixelOfBoth) {
    open(comparedState());
    store.send(action::MoveCrosshair{kMarkCentre});
    store.send(action::SetView{ViewAxis::Axial, {1.7, 12, -9}});
    const QPointF a = current->widgetPoint(kMarkCentre), b = prior->widgetPoint(kMarkCentre);
    EXPECT_NEAR(a.x(), b.x(), 1e-6);
    EXPECT_NEAR(a.y(), b.y(), 1e-6);
    store.send(action::MoveCrosshair{kMarkCentre + Vec3{-20, 25, 0}}); // its lines are not over the mark
    EXPECT_GT(colourAt(*prior, b).red(), 200);
    EXPECT_GT(colourAt(*current, a).red(), 200);
}

TEST_F(CompareViews, CrosshairInEitherStandsInBoth) {
    open(comparedState());
    moveMouse(*prior, {120, 90}, Qt::NoButton, Qt::ShiftModifier);
    const PatientPoint place = *prior->patientAt({120, 90});
    EXPECT_LE(length(state().comparison.place - place), kTinyMm);
    EXPECT_LE(length(state().crosshair - place), kTinyMm);
    EXPECT_EQ(sliceScene(state(), ViewSubject::prior()).crosshair, state().comparison.place);
}

TEST_F(CompareViews, WindowZoomAndPanAreShared) {
    open(comparedState());
    drag(*prior, Qt::LeftButton, {100, 100}, {160, 140});
    EXPECT_GT(state().window.width, 80);
    const QPointF cursor(70, 210);
    const PatientPoint under = *prior->patientAt(cursor);
    turnWheel(*prior, cursor, 360, Qt::ControlModifier);
    EXPECT_LE(length(*prior->patientAt(cursor) - under), kTinyMm);
    EXPECT_GT(state().views[0].zoom, 1.5);
    EXPECT_DOUBLE_EQ(prior->plane()->mmPerPixel, current->plane()->mmPerPixel);
    const PatientPoint held = *prior->patientAt({100, 100});
    drag(*prior, Qt::MiddleButton, {100, 100}, {130, 80});
    EXPECT_LE(length(*prior->patientAt({130, 80}) - held), kTinyMm);
}

TEST_F(CompareViews, NoHeatAndNoAnswerOnThePrior) {
    open(comparedState());
    store.send(action::GoToSlice{5}); // suspicious
    store.send(action::ShowHeat{true});
    ASSERT_TRUE(sliceScene(state(), ViewAxis::Axial).heat.prediction);
    const SliceScene scene = sliceScene(state(), ViewSubject::prior());
    EXPECT_FALSE(scene.heat.prediction);
    EXPECT_TRUE(scene.heatText.isEmpty());
    EXPECT_FALSE(isGrey(colourAt(*current, {110, 200})));
    EXPECT_TRUE(isGrey(colourAt(*prior, {110, 200})));
}

TEST_F(CompareViews, LevelThatThePriorLacksIsBlackAndSaysSo) {
    Pair pair;
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, -30}, "prior"); // -54 .. -6
    open(comparedState(pair));
    store.send(action::MoveCrosshair{{20, 0, 18}});
    const SliceScene scene = sliceScene(state(), ViewSubject::prior());
    EXPECT_FALSE(scene.hasSlice);
    EXPECT_TRUE(scene.emptyText.contains("No slice at this level")) << scene.emptyText.toStdString();
    EXPECT_TRUE(scene.emptyText.contains("24.0")) << scene.emptyText.toStdString();
    EXPECT_TRUE(scene.emptyText.contains("inferior"));
    EXPECT_FALSE(scene.sliceText.join(' ').contains("Slice")) << "no number of a slice that is not shown";
    bool isPlaceSaid = false;
    QObject::connect(prior.get(), &SliceView::hovered, [&](auto place) { isPlaceSaid = place.has_value(); });
    moveMouse(*prior, {120, 90});
    EXPECT_FALSE(isPlaceSaid) << "nothing is under the cursor";
    EXPECT_EQ(colourAt(*prior, {200, 80}), QColor(Qt::black));
    turnWheel(*prior, {100, 100}, 120);
    EXPECT_EQ(select::priorSteps(state()).index, 8) << "there is none further up: the top slice";
    EXPECT_TRUE(sliceScene(state(), ViewSubject::prior()).hasSlice);
}

TEST_F(CompareViews, LevelThatTheCurrentSeriesLacksIsBlackToo) {
    Pair pair;
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, 30}, "prior"); // 6 .. 54
    open(comparedState(pair));
    store.send(action::GoToPriorSlice{8});
    EXPECT_FALSE(sliceScene(state(), ViewAxis::Axial).hasSlice);
    EXPECT_TRUE(sliceScene(state(), ViewSubject::prior()).hasSlice);
    EXPECT_EQ(colourAt(*current, {200, 80}), QColor(Qt::black));
    for (const select::Bar& bar : select::stripBars(state()))
        EXPECT_FALSE(bar.isCurrent) << "no bar is of a slice that is not seen";
}

TEST_F(CompareViews, ReadingsBelongToTheViewUnderTheCursor) {
    Pair pair;
    pair.prior.frameOfReferenceUid = "other";
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, 500}, "prior");
    open(comparedState(pair));
    StatusStrip strip(store.dispatch(), nullptr);
    store.show(strip);
    const auto text = [&] {
        for (const QLabel* label : strip.findChildren<QLabel*>())
            if (label->accessibleName() == "Under the cursor") return label->text();
        return QString();
    };
    const PatientPoint mark = kMarkCentre + Vec3{0, 0, 500};
    strip.setHover(mark, ComparedSeries::Prior);
    EXPECT_TRUE(text().startsWith("Beside: HU 80")) << text().toStdString();
    strip.setHover(mark, ComparedSeries::Current);
    EXPECT_FALSE(text().contains("HU")) << text().toStdString();
    strip.setHover(kMarkCentre, ComparedSeries::Current);
    EXPECT_TRUE(text().startsWith("HU 80")) << text().toStdString();
}

TEST_F(CompareViews, ZoomIsToldOfTheViewThatIsSeenWhereSlicesAreSagittal) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 9; ++k)
        positions.push_back({k * 5.0, 0, 0});
    Pair pair;
    pair.currentVolume = std::make_shared<const Volume>(Grid(8, 8, {0, 1, 0}, {0, 0, -1}, 10, 10, positions),
                                                        std::vector<std::int16_t>(8 * 8 * 9, 40), "1.2.3");
    StatusStrip strip(store.dispatch(), nullptr);
    store.begin(comparedState(pair));
    store.show(strip);
    store.send(action::SetView{ViewAxis::Sagittal, {2.5, 0, 0}});
    EXPECT_TRUE(allText(strip).contains("2.5x")) << allText(strip).toStdString();
}

TEST_F(CompareViews, FocusSaysWhichSeriesTheKeysScroll) {
    open(comparedState());
    QFocusEvent in(QEvent::FocusIn);
    QApplication::sendEvent(prior.get(), &in);
    EXPECT_EQ(state().comparison.active, ComparedSeries::Prior);
    QApplication::sendEvent(current.get(), &in);
    EXPECT_EQ(state().comparison.active, ComparedSeries::Current);
}

TEST_F(CompareViews, DoubleClickOnThePriorMakesItLargeAndBack) {
    open(comparedState());
    QTest::mouseDClick(prior.get(), Qt::LeftButton, {}, {100, 100});
    EXPECT_TRUE(state().enlarged && state().comparison.isPriorInFront);
    QTest::mouseDClick(prior.get(), Qt::LeftButton, {}, {100, 100});
    EXPECT_FALSE(state().enlarged);
}

TEST_F(CompareViews, PriorOfUnknownSidesShowsNoLetters) {
    Pair pair;
    pair.prior.areDirectionsKnown = false;
    EXPECT_EQ(sliceScene(comparedState(pair), ViewSubject::prior()).sides, Sides::Unknown);
    EXPECT_EQ(sliceScene(comparedState(pair), ViewAxis::Axial).sides, Sides::Known);
}

// ---- words

TEST(CompareWords, SayHowLongBefore) {
    const auto between = [](std::string date, std::string time) {
        SeriesInfo beside = studyOf("a", std::move(date), ""), current = studyOf("b", "20190312", "");
        beside.studyTime = std::move(time);
        current.studyInstanceUid = "now";
        current.studyTime = "1200";
        return intervalText(beside, current).toStdString();
    };
    EXPECT_EQ(between("20190309", ""), "3 days earlier");
    EXPECT_EQ(between("20190311", ""), "1 day earlier");
    EXPECT_EQ(between("20190312", "1120"), "40 minutes earlier");
    EXPECT_EQ(between("20190312", "0600"), "6 hours earlier");
    EXPECT_EQ(between("20190311", "0600"), "30 hours earlier");
    EXPECT_EQ(between("20181012", ""), "5 months earlier");
    EXPECT_EQ(between("20140101", ""), "5 years earlier");
    EXPECT_EQ(between("20190315", ""), "3 days later");
    EXPECT_EQ(between("20190312", ""), "same day");
    EXPECT_EQ(between("", ""), "date unknown");
}

TEST(CompareWords, NeverCallALaterStudyAPrior) {
    const SeriesInfo current = studyOf("b", "20190312", "");
    EXPECT_EQ(roleText(studyOf("a", "20190309", ""), current), "PRIOR");
    EXPECT_EQ(roleText(studyOf("a", "20190315", ""), current), "LATER");
    EXPECT_EQ(roleText(studyOf("a", "20190312", ""), current), "SAME STUDY");
    EXPECT_EQ(roleText(studyOf("a", "", ""), current), "OTHER STUDY");
}

TEST(CompareWords, AnotherPatientIsAnAlertOverBoth) {
    Pair pair;
    pair.prior.patientName = "Roe^Richard";
    pair.prior.patientId = "Y-1";
    const AppState s = comparedState(pair);
    for (const ComparedSeries which : {ComparedSeries::Current, ComparedSeries::Prior}) {
        CompareHeader header(which, nullptr);
        header.setState(s);
        auto* alert = header.findChild<QLabel*>("compareAlert");
        EXPECT_FALSE(alert->isHidden());
        EXPECT_EQ(alert->text(), "OTHER PATIENT: name and ID differ");
        header.setState(comparedState());
        EXPECT_TRUE(alert->isHidden());
    }
    pair.prior.patientName = pair.prior.patientId = "";
    EXPECT_TRUE(
        compareHeading(comparedState(pair), ComparedSeries::Prior).alert.startsWith("UNKNOWN PATIENT"));
}

TEST(CompareWords, HeadingsTellTheTwoApart) {
    const AppState s = comparedState();
    EXPECT_EQ(compareHeading(s, ComparedSeries::Current).role, "CURRENT");
    EXPECT_TRUE(compareHeading(s, ComparedSeries::Current).interval.isEmpty());
    EXPECT_EQ(compareHeading(s, ComparedSeries::Prior).role, "PRIOR");
    EXPECT_EQ(compareHeading(s, ComparedSeries::Prior).interval, "3 days earlier");
    EXPECT_TRUE(compareHeading(s, ComparedSeries::Prior).series.contains("2019-03-09"));

    Pair pair;
    pair.prior.studyDate = pair.current.studyDate;
    pair.prior.studyTime = "064500.5";
    pair.current.studyTime = "120000";
    pair.prior.studyInstanceUid = "another";
    const AppState sameDay = comparedState(pair);
    EXPECT_TRUE(compareHeading(sameDay, ComparedSeries::Prior).series.contains("06:45"));
    EXPECT_TRUE(compareHeading(sameDay, ComparedSeries::Current).series.contains("12:00"));
    EXPECT_EQ(compareHeading(sameDay, ComparedSeries::Prior).interval, "5 hours earlier");
}

TEST(CompareWords, SayWhatLinksTheTwo) {
    Pair pair;
    EXPECT_EQ(linkText(comparedState(pair)), QStringList{"Linked by position"});
    pair.prior.frameOfReferenceUid = "other";
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, 12.5}, "prior");
    AppState s = comparedState(pair);
    EXPECT_TRUE(linkText(s).front().startsWith("Other frame of reference: scroll both"));
    s = reduce(s, action::ToggleLink{});
    EXPECT_EQ(linkText(s), QStringList{QString::fromUtf8("Linked by hand, offset 12.5\u00A0mm superior "
                                                         "(J clears it)")});
}

TEST(CompareWords, SayWhereThePlanesDiffer) {
    Pair pair;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 9; ++k)
        positions.push_back({-94, k * 6.0 - 24, 60});
    pair.priorVolume = std::make_shared<const Volume>(Grid(48, 40, {1, 0, 0}, {0, 0, -1}, 4, 5, positions),
                                                      std::vector<std::int16_t>(48 * 40 * 9), "prior");
    EXPECT_TRUE(linkText(comparedState(pair)).join(' ').contains("the series beside is coronal"));

    positions.clear();
    for (int k = 0; k < 9; ++k)
        positions.push_back({-94, -97.5, k * 6.0 - 24});
    const double a = 18.5 * 3.14159265358979 / 180;
    pair.priorVolume = std::make_shared<const Volume>(
        Grid(48, 40, {1, 0, 0}, {0, std::cos(a), std::sin(a)}, 4, 5, positions),
        std::vector<std::int16_t>(48 * 40 * 9), "prior");
    EXPECT_TRUE(linkText(comparedState(pair)).join(' ').contains(QString::fromUtf8("Tilt differs by 18.5°")));
}

TEST(ShiftText, NamesDirectionsOnlyWhereTheyAreKnown) {
    EXPECT_EQ(shiftText({0, 0, 12.5}), QString::fromUtf8("12.5\u00A0mm superior"));
    EXPECT_EQ(shiftText({-3, 0.01, -12.5}), QString::fromUtf8("12.5\u00A0mm inferior, 3.0\u00A0mm right"));
    EXPECT_EQ(shiftText({0, 4, 0}), QString::fromUtf8("4.0\u00A0mm posterior"));
    EXPECT_EQ(shiftText({}), QString::fromUtf8("0\u00A0mm"));
    EXPECT_EQ(shiftText({3, 4, 0}, Sides::Unknown), QString::fromUtf8("5.0\u00A0mm away"));
}

} // namespace
} // namespace hemo::ui
