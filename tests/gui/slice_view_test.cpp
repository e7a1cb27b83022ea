#include "slice_view_fixture.h"

#include "core/study/simulated.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/slice_annotations.h"

#include <QSlider>

#include <array>
#include <memory>

namespace hemo::ui {
namespace {

using namespace testing;

TEST_F(SliceViewTest, WheelUpGoesTowardsTheHeadHoweverTheSeriesWasAcquired) {
    for (const Acquired acquired : {Acquired::FeetToHead, Acquired::HeadToFeet}) {
        open(openState(markedVolume(acquired)));
        const double before = lead(state()).look->place.z;
        turnWheel(axial(), {100, 100}, 120);
        EXPECT_NEAR(lead(state()).look->place.z, before + 6, kTinyMm);
        turnWheel(axial(), {100, 100}, -240);
        EXPECT_NEAR(lead(state()).look->place.z, before - 6, kTinyMm);
    }
}

TEST_F(SliceViewTest, EveryPictureOfWhatWasDrawnIntoSaysSoAlsoThatWhichLeavesTheProgram) {
    // The pixels of the stamp alone: large light letters below the corners' text.
    const auto lightPixels = [](const QImage& picture) {
        int count = 0;
        for (int y = picture.height() / 12; y < picture.height() / 3; ++y)
            for (int x = picture.width() / 4; x < picture.width() * 3 / 4; ++x)
                count += picture.pixelColor(x, y).value() > 180;
        return count;
    };
    open(openState());
    std::array<int, 3> plain{}, plainSaved{};
    for (std::size_t n = 0; n < views.size(); ++n) {
        EXPECT_FALSE(sliceScene(state(), static_cast<ViewportId>(n)).isSimulated);
        plain[n] = lightPixels(views[n]->grab().toImage());
        plainSaved[n] = lightPixels(views[n]->picture());
    }
    SeriesInfo drawnInto = markedSeries();
    drawnInto.imageType = kSimulatedImageType;
    open(openState(markedVolume(), drawnInto));
    for (std::size_t n = 0; n < views.size(); ++n) {
        EXPECT_TRUE(sliceScene(state(), static_cast<ViewportId>(n)).isSimulated);
        EXPECT_GT(lightPixels(views[n]->grab().toImage()), plain[n] + 100);
        EXPECT_GT(lightPixels(views[n]->picture()), plainSaved[n] + 100);
    }
}

TEST_F(SliceViewTest, FineWheelStepsAddUpToOneSlice) {
    open(openState());
    const int slice = *currentSlice(lead(state()));
    for (int i = 0; i < 3; ++i)
        turnWheel(axial(), {100, 100}, 30);
    EXPECT_EQ(currentSlice(lead(state())), slice);
    turnWheel(axial(), {100, 100}, 30);
    EXPECT_EQ(currentSlice(lead(state())), slice + 1);
}

TEST_F(SliceViewTest, WheelOverTheSliderScrollsTheSameWay) {
    open(openState());
    const int slice = *currentSlice(lead(state()));
    auto* slider = axial().findChild<QSlider*>();
    turnWheel(*slider, QPointF(slider->rect().center()), 120);
    EXPECT_EQ(currentSlice(lead(state())), slice + 1);
}

TEST_F(SliceViewTest, ControlWheelZoomsAtTheCursor) {
    open(openState());
    for (SliceView* view : {&axial(), &coronal(), &sagittal()}) {
        const QPointF cursor(70, 210);
        const PatientPoint under = *view->patientAt(cursor);
        const int slice = *currentSlice(lead(state()));
        turnWheel(*view, cursor, 120, Qt::ControlModifier);
        turnWheel(*view, cursor, 360, Qt::ControlModifier);
        expectNear(*view->patientAt(cursor), under, kTinyMm);
        turnWheel(*view, cursor, -240, Qt::ControlModifier);
        expectNear(*view->patientAt(cursor), under, kTinyMm);
        EXPECT_EQ(currentSlice(lead(state())), slice) << "zooming never scrolls";
    }
    EXPECT_GT(state().screen.viewports[2].view.zoom, 1.2);
}

TEST_F(SliceViewTest, ZoomStopsAtItsEndsWithoutDrifting) {
    open(openState());
    const QPointF cursor(70, 210);
    const PatientPoint under = *axial().patientAt(cursor);
    for (int i = 0; i < 40; ++i)
        turnWheel(axial(), cursor, 120, Qt::ControlModifier);
    EXPECT_EQ(state().screen.viewports[0].view.zoom, kMostZoom);
    expectNear(*axial().patientAt(cursor), under, kTinyMm);
}

TEST_F(SliceViewTest, DoubleClickEnlargesAndReturns) {
    open(openState());
    QTest::mouseDClick(&coronal(), Qt::LeftButton, {}, {100, 100});
    EXPECT_EQ(state().screen.enlarged, kCoronal);
    QTest::mouseDClick(&coronal(), Qt::LeftButton, {}, {100, 100});
    EXPECT_FALSE(state().screen.enlarged);
}

TEST_F(SliceViewTest, SliderHasTheHeadAtTheTopAndGoesToItsSlice) {
    for (const Acquired acquired : {Acquired::FeetToHead, Acquired::HeadToFeet}) {
        open(openState(markedVolume(acquired)));
        auto* slider = axial().findChild<QSlider*>();
        EXPECT_EQ(slider->maximum(), 8);
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() / 2, 3});
        EXPECT_GT(lead(state()).look->place.z, 0);
        EXPECT_EQ(slider->value(), *currentSlice(lead(state())));
    }
}

TEST_F(SliceViewTest, PatientsLeftIsOnTheRightHoweverTheSeriesWasAcquired) {
    for (const Acquired acquired : {Acquired::FeetToHead, Acquired::HeadToFeet}) {
        open(openState(markedVolume(acquired)));
        store.send(action::MoveCrosshair{kLead, kMarkCentre});
        store.send(
            action::MoveCrosshair{kLead, {-60, -50, kMarkCentre.z}}); // its lines away from where we look
        EXPECT_GT(axial().widgetPoint(kMarkCentre).x(), 150);
        EXPECT_LT(axial().widgetPoint(kMarkCentre).y(), 160);
        const QPointF aside(0, 8); // off the horizontal line through the crosshair
        EXPECT_GT(colourAt(axial(), axial().widgetPoint(kMarkCentre) + aside).red(), 240);
        EXPECT_LT(colourAt(axial(), axial().widgetPoint({-kMarkCentre.x, -50, 18}) + QPointF(30, 8)).red(),
                  40);
        const EdgeLetters letters = edgeLetters(*axial().plane());
        EXPECT_EQ(letters.left, "R");
        EXPECT_EQ(letters.right, "L");
        EXPECT_EQ(letters.top, "A");
        EXPECT_EQ(letters.bottom, "P");
        EXPECT_EQ(edgeLetters(*coronal().plane()).left, "R");
        EXPECT_EQ(edgeLetters(*coronal().plane()).top, "S");
        EXPECT_EQ(edgeLetters(*sagittal().plane()).left, "A");
    }
}

TEST_F(SliceViewTest, HeatLiesOnlyOnSlicesOverTheThreshold) {
    open(answeredState());
    const PatientPoint aside{60, 30, 0}; // clear of the texts at the left
    const auto colourOnSlice = [&](int slice) {
        store.send(action::GoToSlice{lead(store.state).id, slice});
        return colourAt(axial(), axial().widgetPoint(aside));
    };
    EXPECT_TRUE(isGrey(colourOnSlice(5))) << "off by default";
    store.send(action::ShowHeat{true});
    EXPECT_FALSE(isGrey(colourOnSlice(5)));
    EXPECT_FALSE(isGrey(colourOnSlice(6)));
    EXPECT_TRUE(isGrey(colourOnSlice(4))) << "under the threshold";
    EXPECT_TRUE(axial().accessibleDescription().contains("Under the threshold"));
}

TEST_F(SliceViewTest, HeatGoesAlongWithZoomWindowAndOpacity) {
    open(answeredState());
    store.send(action::ShowHeat{true});
    store.send(action::GoToSlice{lead(store.state).id, 5});
    const PatientPoint aside{60, 30, 6}; // clear of the texts at the left
    const QColor before = colourAt(axial(), axial().widgetPoint(aside));
    store.send(action::SetWindow{kLead, {-20, 80}});
    const QColor brighter = colourAt(axial(), axial().widgetPoint(aside));
    EXPECT_GT(brighter.green(), before.green());
    EXPECT_FALSE(isGrey(brighter));
    store.send(action::SetHeatOpacity{0.2});
    const QColor fainter = colourAt(axial(), axial().widgetPoint(aside));
    EXPECT_GT(fainter.blue(), brighter.blue()) << "more of the light tissue shows";
    store.send(action::SetView{kAxial, {0.5, -30, 0}});
    EXPECT_EQ(colourAt(axial(), axial().widgetPoint(aside)), fainter) << "the heat moves with its place";
    const QPointF beside = axial().widgetPoint({-120, 60, 6});
    ASSERT_TRUE(axial().rect().contains(beside.toPoint()));
    EXPECT_EQ(colourAt(axial(), beside), QColor(Qt::black)) << "no heat outside the scan";
}

TEST_F(SliceViewTest, LettersAreDrawnAtTheirEdges) {
    open(openState());
    SliceView& view = axial();
    view.resize(600, 240);                                // black beside the scan
    store.send(action::MoveCrosshair{kLead, {0, 60, 0}}); // its line is not behind the letters
    const QImage drawn = view.grab().toImage();
    // What the letters look like, painted by themselves.
    QImage expected(drawn.size(), QImage::Format_RGB32);
    expected.setDevicePixelRatio(drawn.devicePixelRatio());
    expected.fill(Qt::black);
    QPainter painter(&expected);
    painter.setFont(imageFont(12, QFont::DemiBold));
    const QRectF area = QRectF(view.rect()).adjusted(8, 8, -8 - 14, -8);
    drawOutlinedText(painter, area, Qt::AlignLeft | Qt::AlignVCenter, "R", palette::kText);
    drawOutlinedText(painter, area, Qt::AlignRight | Qt::AlignVCenter, "L", palette::kText);
    painter.end();
    const auto cut = [](const QImage& picture, QRect logical) {
        const double ratio = picture.devicePixelRatio();
        return picture.copy(QRect(logical.topLeft() * ratio, logical.size() * ratio))
            .convertToFormat(QImage::Format_RGB32);
    };
    for (const QRect edge : {QRect(4, 108, 24, 24), QRect(556, 108, 24, 24)}) {
        EXPECT_EQ(cut(drawn, edge), cut(expected, edge));
        EXPECT_NE(cut(expected, edge), cut(expected, QRect(60, 108, 24, 24))) << "there is a letter";
    }
}

TEST_F(SliceViewTest, HeatOfAnotherSeriesIsNeverDrawn) {
    open(answeredState());
    store.send(action::ShowHeat{true});
    store.send(action::GoToSlice{lead(store.state).id, 5});
    store.state = withReading(store.state, lead(store.state).id, [](Reading& r) {
        r.reader.prediction = answerTo(*markedVolume(Acquired::FeetToHead, "foreign"), kSuspected);
    });
    store.tell();
    EXPECT_TRUE(isGrey(colourAt(axial(), axial().widgetPoint({-60, 60, 0}))));
    EXPECT_TRUE(axial().accessibleDescription().isEmpty());
}

TEST_F(SliceViewTest, HeatIsInTheSamePlaceInAReformat) {
    open(answeredState());
    store.send(action::ShowHeat{true});
    // z of slices 5 and 6: 6 and 12 mm; of slice 3: -6 mm.
    const double x = -60, y = lead(state()).look->place.y;
    EXPECT_FALSE(isGrey(colourAt(coronal(), coronal().widgetPoint({x, y, 9}))));
    EXPECT_TRUE(isGrey(colourAt(coronal(), coronal().widgetPoint({x, y, -6}))));
}

TEST_F(SliceViewTest, PatientTextGoesWithItsKey) {
    open(openState());
    const QImage with = axial().grab().toImage();
    store.send(action::TogglePatientText{});
    EXPECT_TRUE(sliceScene(state(), kAxial).patientText.isEmpty());
    EXPECT_NE(axial().grab().toImage(), with);
    store.send(action::TogglePatientText{});
    EXPECT_EQ(sliceScene(state(), kAxial).patientText, (QStringList{"Doe, Jane", "X-17", "F, 45 years"}));
    EXPECT_EQ(axial().grab().toImage(), with);
}

TEST_F(SliceViewTest, AccessibleNameTellsTheSlice) {
    open(openState());
    EXPECT_EQ(axial().accessibleName(), "Axial view, slice 5 of 9");
    store.send(action::GoToSlice{lead(store.state).id, 8});
    EXPECT_EQ(axial().accessibleName(), "Axial view, slice 9 of 9");
    EXPECT_TRUE(coronal().accessibleName().startsWith("Coronal view, "));
}

TEST_F(SliceViewTest, PlaceUnderTheCursorIsToldAndEndsOutsideTheScan) {
    open(openState());
    const auto told = [&] { return state().screen.hover; };
    moveMouse(axial(), {150, 160});
    ASSERT_TRUE(told());
    EXPECT_EQ(told()->viewport, kAxial);
    expectNear(told()->place, *axial().patientAt({150, 160}), kTinyMm);
    const double z = told()->place.z;
    store.send(action::GoToSlice{lead(store.state).id, 8});
    EXPECT_NEAR(told()->place.z, z + 24, kTinyMm) << "the slice changed under a resting mouse";
    moveMouse(axial(), {150, 2}); // beside the scan: it is wider than high
    EXPECT_FALSE(told());
}

TEST_F(SliceViewTest, PreviewShowsNoReformatAndSaysWhy) {
    AppState s = openState();
    s = reduce(s, action::OpenSeries{kLead, "other"});
    s = previewed(s, kLead, markedVolume(Acquired::FeetToHead, "other"));
    open(s);
    EXPECT_TRUE(coronal().accessibleDescription().contains("all slices are read"));
    store.send(action::MoveCrosshair{kLead, kMarkCentre});
    // Tissue would be grey there; the sentence stands in the middle, two lines lower.
    EXPECT_LT(colourAt(coronal(), coronal().widgetPoint({30, -50, 23})).red(), 10);
}

TEST_F(SliceViewTest, NothingOpenSaysHowToOpenAndTakesNoHarmFromTheHand) {
    open({});
    EXPECT_TRUE(axial().accessibleDescription().contains("Open a folder"));
    turnWheel(axial(), {100, 100}, 120);
    drag(axial(), Qt::LeftButton, {100, 100}, {160, 140});
    moveMouse(axial(), {10, 10}, Qt::NoButton, Qt::ShiftModifier);
    EXPECT_FALSE(axial().grab().isNull());
    EXPECT_EQ(store.asked.size(), 0u);
}

TEST_F(SliceViewTest, ABurstOfChangesEndsInThePictureOfTheLast) {
    open(openState());
    QApplication::processEvents();
    const auto before = lead(state()).look->window;
    for (int i = 0; i < 50; ++i)
        store.send(action::SetWindow{kLead, {before.centre, before.width + i}});
    // Nothing was painted yet: the picture still on screen is drawn anew once, with the last window.
    const PatientPoint place{-60, 60, lead(state()).look->place.z};
    const double grey = 255 * lead(state()).look->window.grey(kBackgroundHu);
    EXPECT_NEAR(colourAt(axial(), axial().widgetPoint(place)).red(), grey, 2);
}

TEST(Crosshair, LeansWithTheSlicesOfATiltedStackInTheSagittalView) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 9; ++k)
        positions.push_back({-94, -97.5, k * 6.0 - 24});
    const double lean = std::tan(0.3);
    const Grid grid(48, 40, {1, 0, 0}, {0, std::cos(0.3), std::sin(0.3)}, 4, 5, positions);
    AppState s = openState(
        std::make_shared<const Volume>(grid, std::vector<std::int16_t>(grid.voxelCount(), 0), "1.2.3"));
    const SliceScene scene = sliceScene(s, kSagittal);
    const AnnotationFrame frame{scenePlane(scene, 300, 300), 1, {0, 0, 300, 300}};
    const auto lines = crosshairLines(scene, frame);
    ASSERT_EQ(lines.size(), 4u);
    // Towards posterior (right in the picture) these slices rise towards the head (up).
    EXPECT_NEAR(-lines[0].dy() / lines[0].dx(), lean, 1e-6);
    EXPECT_NEAR(lines[2].dx(), 0, 1e-6) << "the coronal plane stands upright";
    const auto axialLines = crosshairLines(
        sliceScene(s, kAxial), {scenePlane(sliceScene(s, kAxial), 300, 300), 1, {0, 0, 300, 300}});
    EXPECT_NEAR(axialLines[0].dy(), 0, 1e-6);
}

TEST(Crosshair, LeavesFreeWhatIsReadHoweverLargeThePictureIs) {
    AppState s = openState();
    const auto gapMm = [&](int size) {
        const SliceScene scene = sliceScene(s, kAxial);
        const AnnotationFrame frame{scenePlane(scene, size, size), 1, QRectF(0, 0, size, size)};
        const QPointF middle = frame.toWidget(frame.plane.toPicture(scene.crosshair));
        return QLineF(middle, crosshairLines(scene, frame).front().p1()).length() * frame.mmPerLogicalPixel();
    };
    EXPECT_NEAR(gapMm(400), 15, 0.01);
    EXPECT_GT(gapMm(120), 15) << "as many pixels as a hand can aim at";
    EXPECT_NEAR(gapMm(1000), 8, 0.5) << "near enough to point at something";
    s = reduce(s, action::SetView{kAxial, {4, 0, 0}});
    EXPECT_LT(gapMm(400), 10);
}

TEST(OutlineLines, LieRoundTheVoxelsInEveryPlaneThatCutsThemWhereHeatIsShown) {
    AppState s = answeredState();
    const Grid& grid = lead(s).volume->grid();
    Finding finding;
    finding.firstSlice = finding.lastSlice = finding.mostTellingSlice = 5;
    // One voxel in the middle of slice 5.
    finding.outline = BleedOutline{{std::uint32_t(5 * grid.voxelsPerSlice() + 20 * grid.columns() + 24)}, 1};
    s = found(s, std::make_shared<const Findings>(Findings{finding}));
    s = atSlice(s, 5);
    const auto linesOf = [](const AppState& state, ViewportId axis) {
        const SliceScene scene = sliceScene(state, axis);
        return outlineLines(scene, {scenePlane(scene, 400, 400), 1, QRectF(0, 0, 400, 400)});
    };
    EXPECT_TRUE(linesOf(s, kAxial).empty()) << "no heat is shown";
    s = reduce(s, action::ShowHeat{true});
    const auto lines = linesOf(s, kAxial);
    ASSERT_EQ(lines.size(), 4);
    const SliceScene scene = sliceScene(s, kAxial);
    const PicturePoint centre = scenePlane(scene, 400, 400).toPicture(grid.toPatient({24, 20, 5}));
    QRectF box;
    for (const QLineF& line : lines)
        box |= QRectF(line.p1(), line.p2()).normalized();
    EXPECT_NEAR(box.center().x(), centre.x + 0.5, 0.01);
    EXPECT_NEAR(box.center().y(), centre.y + 0.5, 0.01);
    EXPECT_TRUE(linesOf(atSlice(s, 6), kAxial).empty());
    const auto through = [&](VoxelIndex place) {
        return reduce(s, action::MoveCrosshair{kLead, grid.toPatient(place)});
    };
    EXPECT_EQ(linesOf(through({10, 20, 5}), kCoronal).size(), 4);
    EXPECT_TRUE(linesOf(through({24, 22, 5}), kCoronal).empty());
    EXPECT_EQ(linesOf(through({24, 10, 5}), kSagittal).size(), 4);
}

} // namespace
} // namespace hemo::ui
