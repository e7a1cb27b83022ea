#include "gui_fixture.h"

#include "app/panels/compare_header.h"
#include "app/panels/finding_words.h"
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
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    s = classified(s, answerTo(*volume, kSuspected));
    s = reduce(s, action::ShowBeside{"prior"});
    return loaded(s, kBeside, pair.prior, pair.priorVolume);
}

class CompareViews : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        for (auto* view : {&current, &prior}) {
            *view = std::make_unique<SliceView>(view == &current ? kLead : kBeside, renderer,
                                                store.dispatch(), nullptr);
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
    EXPECT_TRUE(sliceScene(s, kBeside).seriesText.contains("Head, before"));
    EXPECT_TRUE(sliceScene(s, kBeside).seriesText.contains("2019-03-09"));
    EXPECT_TRUE(sliceScene(s, kAxial).seriesText.contains("2019-03-12"));
}

TEST_F(CompareViews, WheelOverEitherScrollsBoth) {
    open(comparedState());
    const double z = lead(state()).look->place.z;
    turnWheel(*current, {100, 100}, 120);
    EXPECT_NEAR(lead(state()).look->place.z, z + 6, kTinyMm);
    EXPECT_NEAR(beside(state()).look->place.z, z + 6, kTinyMm);
    turnWheel(*prior, {100, 100}, 240);
    EXPECT_NEAR(beside(state()).look->place.z, z + 18, kTinyMm) << "up, though acquired from head to feet";
    EXPECT_NEAR(lead(state()).look->place.z, z + 18, kTinyMm);
}

TEST_F(CompareViews, TheSamePlaceIsDrawnAtTheSamePixelOfBoth) {
    open(comparedState());
    store.send(action::MoveCrosshair{kLead, kMarkCentre});
    store.send(action::SetView{kAxial, {1.7, 12, -9}});
    const QPointF a = current->widgetPoint(kMarkCentre), b = prior->widgetPoint(kMarkCentre);
    EXPECT_NEAR(a.x(), b.x(), 1e-6);
    EXPECT_NEAR(a.y(), b.y(), 1e-6);
    store.send(
        action::MoveCrosshair{kLead, kMarkCentre + Vec3{-20, 25, 0}}); // its lines are not over the mark
    EXPECT_GT(colourAt(*prior, b).red(), 200);
    EXPECT_GT(colourAt(*current, a).red(), 200);
}

TEST_F(CompareViews, CrosshairInEitherStandsInBoth) {
    open(comparedState());
    moveMouse(*prior, {120, 90}, Qt::NoButton, Qt::ShiftModifier);
    const PatientPoint place = *prior->patientAt({120, 90});
    EXPECT_LE(length(beside(state()).look->place - place), kTinyMm);
    EXPECT_LE(length(lead(state()).look->place - place), kTinyMm);
    EXPECT_EQ(sliceScene(state(), kBeside).crosshair, beside(state()).look->place);
}

TEST_F(CompareViews, WindowZoomAndPanAreShared) {
    open(comparedState());
    drag(*prior, Qt::LeftButton, {100, 100}, {160, 140});
    EXPECT_GT(lead(state()).look->window.width, 80);
    const QPointF cursor(70, 210);
    const PatientPoint under = *prior->patientAt(cursor);
    turnWheel(*prior, cursor, 360, Qt::ControlModifier);
    EXPECT_LE(length(*prior->patientAt(cursor) - under), kTinyMm);
    EXPECT_GT(state().screen.viewports[0].view.zoom, 1.5);
    EXPECT_DOUBLE_EQ(prior->plane()->mmPerPixel, current->plane()->mmPerPixel);
    const PatientPoint held = *prior->patientAt({100, 100});
    drag(*prior, Qt::MiddleButton, {100, 100}, {130, 80});
    EXPECT_LE(length(*prior->patientAt({130, 80}) - held), kTinyMm);
}

TEST_F(CompareViews, NoHeatAndNoAnswerOnThePrior) {
    open(comparedState());
    store.send(action::GoToSlice{lead(store.state).id, 5}); // suspicious
    store.send(action::ShowHeat{true});
    ASSERT_TRUE(sliceScene(state(), kAxial).heat.prediction);
    const SliceScene scene = sliceScene(state(), kBeside);
    EXPECT_FALSE(scene.heat.prediction);
    EXPECT_TRUE(scene.heatText.isEmpty());
    EXPECT_FALSE(isGrey(colourAt(*current, {110, 200})));
    EXPECT_TRUE(isGrey(colourAt(*prior, {110, 200})));
}

TEST_F(CompareViews, LevelThatThePriorLacksIsBlackAndSaysSo) {
    Pair pair;
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, -30}, "prior"); // -54 .. -6
    open(comparedState(pair));
    store.send(action::MoveCrosshair{kLead, {20, 0, 18}});
    const SliceScene scene = sliceScene(state(), kBeside);
    EXPECT_FALSE(scene.hasSlice);
    EXPECT_TRUE(scene.emptyText.contains("No slice at this level")) << scene.emptyText.toStdString();
    EXPECT_TRUE(scene.emptyText.contains("24.0")) << scene.emptyText.toStdString();
    EXPECT_TRUE(scene.emptyText.contains("inferior"));
    EXPECT_FALSE(scene.sliceText.join(' ').contains("Slice")) << "no number of a slice that is not shown";
    moveMouse(*prior, {120, 90});
    EXPECT_FALSE(state().screen.hover) << "nothing is under the cursor";
    EXPECT_EQ(colourAt(*prior, {200, 80}), QColor(Qt::black));
    turnWheel(*prior, {100, 100}, 120);
    EXPECT_EQ(select::stepsIn(state(), kBeside).index, 8) << "there is none further up: the top slice";
    EXPECT_TRUE(sliceScene(state(), kBeside).hasSlice);
}

TEST_F(CompareViews, LevelThatTheCurrentSeriesLacksIsBlackToo) {
    Pair pair;
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, 30}, "prior"); // 6 .. 54
    open(comparedState(pair));
    store.send(action::GoToStep{kBeside, 8});
    EXPECT_FALSE(sliceScene(state(), kAxial).hasSlice);
    EXPECT_TRUE(sliceScene(state(), kBeside).hasSlice);
    EXPECT_EQ(colourAt(*current, {200, 80}), QColor(Qt::black));
    for (const select::Bar& bar : select::stripBars(state(), lead(state())))
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
            if (label->accessibleDescription() == "Under the cursor") return label->text();
        return QString();
    };
    const PatientPoint mark = kMarkCentre + Vec3{0, 0, 500};
    store.send(action::HoverAt{Hover{kBeside, mark}});
    EXPECT_TRUE(text().startsWith("Beside: HU 80")) << text().toStdString();
    store.send(action::HoverAt{Hover{kLead, mark}});
    EXPECT_FALSE(text().contains("HU")) << text().toStdString();
    store.send(action::HoverAt{Hover{kLead, kMarkCentre}});
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
    store.send(action::SetView{kLead, {2.5, 0, 0}});
    EXPECT_TRUE(allText(strip).contains("2.5x")) << allText(strip).toStdString();
}

TEST_F(CompareViews, FocusSaysWhichSeriesTheKeysScroll) {
    open(comparedState());
    QFocusEvent in(QEvent::FocusIn);
    QApplication::sendEvent(prior.get(), &in);
    EXPECT_EQ(state().screen.active, kBeside);
    QApplication::sendEvent(current.get(), &in);
    EXPECT_EQ(state().screen.active, kLead);
}

TEST_F(CompareViews, DoubleClickOnThePriorMakesItLargeAndBack) {
    open(comparedState());
    QTest::mouseDClick(prior.get(), Qt::LeftButton, {}, {100, 100});
    EXPECT_EQ(state().screen.enlarged, kBeside);
    QTest::mouseDClick(prior.get(), Qt::LeftButton, {}, {100, 100});
    EXPECT_FALSE(state().screen.enlarged);
}

TEST_F(CompareViews, PriorOfUnknownSidesShowsNoLetters) {
    Pair pair;
    pair.prior.areDirectionsKnown = false;
    EXPECT_EQ(sliceScene(comparedState(pair), kBeside).sides, Sides::Unknown);
    EXPECT_EQ(sliceScene(comparedState(pair), kAxial).sides, Sides::Known);
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
    for (const ViewportId which : {kLead, kBeside}) {
        CompareHeader header(which, {}, nullptr);
        header.setState(s);
        auto* alert = header.findChild<QLabel*>("compareAlert");
        EXPECT_FALSE(alert->isHidden());
        EXPECT_EQ(alert->text(), "OTHER PATIENT: name and ID differ");
        header.setState(comparedState());
        EXPECT_TRUE(alert->isHidden());
    }
    pair.prior.patientName = pair.prior.patientId = "";
    EXPECT_TRUE(compareHeading(comparedState(pair), kBeside).alert.startsWith("UNKNOWN PATIENT"));
}

TEST(CompareWords, HeadingsTellTheTwoApart) {
    const AppState s = comparedState();
    EXPECT_EQ(compareHeading(s, kLead).role, "CURRENT");
    EXPECT_TRUE(compareHeading(s, kLead).interval.isEmpty());
    EXPECT_EQ(compareHeading(s, kBeside).role, "PRIOR");
    EXPECT_EQ(compareHeading(s, kBeside).interval, "3 days earlier");
    EXPECT_TRUE(compareHeading(s, kBeside).series.contains("2019-03-09"));

    Pair pair;
    pair.prior.studyDate = pair.current.studyDate;
    pair.prior.studyTime = "064500.5";
    pair.current.studyTime = "120000";
    pair.prior.studyInstanceUid = "another";
    const AppState sameDay = comparedState(pair);
    EXPECT_TRUE(compareHeading(sameDay, kBeside).series.contains("06:45"));
    EXPECT_TRUE(compareHeading(sameDay, kLead).series.contains("12:00"));
    EXPECT_EQ(compareHeading(sameDay, kBeside).interval, "5 hours earlier");
}

TEST(CompareWords, SayWhatLinksTheTwo) {
    Pair pair;
    EXPECT_EQ(linkText(comparedState(pair)), QStringList{"Linked by position"});
    pair.prior.frameOfReferenceUid = "other";
    pair.priorVolume = hemo::testing::movedVolume(*markedVolume(), {0, 0, 12.5}, "prior");
    AppState s = comparedState(pair);
    EXPECT_EQ(linkText(s), QStringList{"Finding how the two heads lie upon each other"});
    const int job = beside(s).registration.job.number;
    const AppState fitting = reduce(s, action::HeadsRegistered{beside(s).id, job, {}, 0.957});
    EXPECT_TRUE(linkText(fitting).front().startsWith("Linked by the pictures themselves, likeness 0.96"));
    const AppState poor = reduce(s, action::HeadsRegistered{beside(s).id, job, {}, 0.6});
    EXPECT_TRUE(
        linkText(poor).front().startsWith("The two heads do not fit upon each other (likeness 0.60)"));
    s = reduce(s, action::RegistrationFailed{beside(s).id, job, {}});
    EXPECT_TRUE(linkText(s).front().startsWith("Other frame of reference: scroll both"));
    s = reduce(s, action::ToggleLink{kBeside});
    EXPECT_EQ(linkText(s), QStringList{QString::fromUtf8("Linked by hand, offset 12.5\u00A0mm superior "
                                                         "(J clears it)")});
}

TEST(CompareWords, SayWhatBecameOfAFinding) {
    using Kind = FindingChange::Kind;
    const QString day = "2026-02-20";
    EXPECT_EQ(changeText({Kind::Larger, 10.4, {}}, day),
              QString::fromUtf8("10\u00A0mL more than on 2026-02-20"));
    EXPECT_EQ(changeText({Kind::NotSeenBefore, 0, {}}, day), "not found on 2026-02-20");
    EXPECT_EQ(changeText({Kind::NotScanned, 0, {}}, day), "") << "nothing is claimed";
    EXPECT_EQ(changeText({Kind::ThereBefore, 0, {}}, day), "found on 2026-02-20, too");
    EXPECT_EQ(changeText({Kind::ThereBefore, 0, 8.2}, day),
              QString::fromUtf8("over 8\u00A0mL on 2026-02-20"));
    Finding gone;
    gone.sides = {FindingSide::Left};
    gone.outline = BleedOutline{{}, 5, true};
    const FindingChanges changes{{}, {0}};
    EXPECT_EQ(goneText(changes, {gone}, Sides::Known, day),
              QString::fromUtf8("No longer found since 2026-02-20: left, about 5\u00A0mL"));
    EXPECT_FALSE(goneText(changes, {gone}, Sides::Unknown, day).contains("left"));
    EXPECT_EQ(goneText({}, {gone}, Sides::Known, day), "");
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
