// Files that name no orientation: nothing on the screen may claim to know which side is left.

#include "gui_fixture.h"

#include "app/panels/status_strip.h"
#include "app/panels/verdict_card.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/probability_strip.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/slice_scene.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/words.h"

#include <QLabel>
#include <QRegularExpression>

namespace hemo::ui {
namespace {

using namespace testing;

SeriesInfo sidelessSeries() {
    SeriesInfo info = markedSeries();
    info.areDirectionsKnown = false;
    return info;
}

/// A letter of a direction that stands alone, as letters at edges and in places do.
bool claimsASide(const QString& text) {
    static const QRegularExpression alone("(?<![A-Za-z])[LRAPSI](?![A-Za-z])");
    return text.contains(alone) || text.contains("left", Qt::CaseInsensitive) ||
           text.contains("right", Qt::CaseInsensitive);
}

/// The text over a picture, as it is painted: what a view of this state leaves on black.
QImage painted(const AppState& state, ViewportId axis) {
    SliceScene scene = sliceScene(state, axis);
    scene.patientText = scene.seriesText = scene.sliceText = {};
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    drawAnnotations(painter, scene, {scenePlane(scene, 400, 300), 1, QRectF(0, 0, 400, 300)}, HeatSeen::Yes);
    return picture;
}

int textPixels(const QImage& picture, const QRect& part) {
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            count += picture.pixelColor(x, y).lightness() > 120;
    return count;
}

TEST(UnknownSides, SliceViewsDrawNoLetterButOneLine) {
    const AppState known = openState(), unknown = openState(markedVolume(), sidelessSeries());
    const QRect left(0, 130, 30, 40), right(370, 130, 30, 40), bottom(190, 270, 20, 30), top(120, 0, 160, 60);
    for (const ViewportId axis : kPlanes) {
        const QImage with = painted(known, axis), without = painted(unknown, axis);
        // The crosshair's dim line runs through the middle in both; only letters are bright.
        EXPECT_GT(textPixels(with, left), 5);
        EXPECT_EQ(textPixels(without, left), 0);
        EXPECT_EQ(textPixels(without, right), 0);
        EXPECT_EQ(textPixels(without, bottom), 0);
        EXPECT_GT(textPixels(without, top), 200) << "Sides unknown";
    }
}

TEST(UnknownSides, NoTextOfAViewNamesADirection) {
    const AppState state = openState(markedVolume(), sidelessSeries());
    for (const ViewportId axis : kPlanes) {
        const SliceScene scene = sliceScene(state, axis);
        EXPECT_EQ(scene.sides, Sides::Unknown);
        EXPECT_FALSE(claimsASide(scene.sliceText.back())) << scene.sliceText.back().toStdString();
    }
    EXPECT_TRUE(claimsASide(sliceScene(openState(), kAxial).sliceText.back()));
}

TEST(UnknownLengths, NoMillimetreIsTold) {
    SeriesInfo info = sidelessSeries();
    info.areLengthsKnown = false;
    const AppState known = openState(markedVolume(), sidelessSeries()),
                   unknown = openState(markedVolume(), info);
    const QRect scaleBar(250, 270, 150, 30);
    for (const ViewportId axis : kPlanes) {
        EXPECT_GT(textPixels(painted(known, axis), scaleBar), 10);
        EXPECT_EQ(textPixels(painted(unknown, axis), scaleBar), 0);
        for (const QString& line : sliceScene(unknown, axis).sliceText)
            EXPECT_FALSE(line.contains("mm")) << line.toStdString();
    }
    TestStore store;
    StatusStrip strip(store.dispatch(), nullptr);
    store.begin(unknown);
    store.show(strip);
    store.send(action::HoverAt{Hover{kLead, kMarkCentre}});
    for (const QLabel* label : strip.findChildren<QLabel*>())
        EXPECT_FALSE(label->text().contains("mm")) << label->text().toStdString();
}

TEST(UnknownSides, ScreenReaderHearsIt) {
    TestStore store;
    render::SliceRenderer renderer;
    SliceView view(kAxial, renderer, store.dispatch(), nullptr);
    store.begin(openState(markedVolume(), sidelessSeries()));
    store.show(view);
    EXPECT_EQ(view.accessibleDescription(), "Sides unknown");
}

TEST(UnknownSides, PlaceUnderTheCursorHasNumbersAlone) {
    TestStore store;
    StatusStrip strip(store.dispatch(), nullptr);
    store.begin(openState(markedVolume(), sidelessSeries()));
    store.show(strip);
    store.send(action::HoverAt{Hover{kLead, kMarkCentre}});
    EXPECT_TRUE(allText(strip).contains("HU 80 at 55.0, -50.0, 18.0 mm"));
}

TEST(UnknownSides, StripNamesNoEnds) {
    TestStore store;
    ProbabilityStrip strip(kLead, store.dispatch(), nullptr);
    store.begin(openState(markedVolume(), sidelessSeries()));
    store.show(strip);
    EXPECT_FALSE(claimsASide(strip.accessibleDescription())) << strip.accessibleDescription().toStdString();
    store.begin(openState());
    store.show(strip);
    EXPECT_TRUE(claimsASide(strip.accessibleDescription()));
}

TEST(UnknownSides, CardSaysNothingOfSides) {
    TestStore store;
    VerdictCard card(store.dispatch(), nullptr);
    AppState s = openState(markedVolume(), sidelessSeries());
    s = classified(s, answerTo(*lead(s).volume, kSuspected));
    store.begin(s);
    store.show(card);
    EXPECT_FALSE(claimsASide(allText(card))) << allText(card).toStdString();
}

TEST(LossySeries, SaysSoOnEveryImage) {
    SeriesInfo info = markedSeries();
    info.isLossy = true;
    info.lossyRatio = 10;
    for (const ViewportId axis : kPlanes)
        EXPECT_TRUE(
            sliceScene(openState(markedVolume(), info), axis).seriesText.contains("! Lossy compressed 10:1"));
    info.lossyRatio.reset();
    EXPECT_TRUE(
        sliceScene(openState(markedVolume(), info), kAxial).seriesText.contains("! Lossy compressed"));
}

TEST(LossySeries, RatioIsReadableInANarrowView) {
    SeriesInfo info = markedSeries();
    info.isLossy = true;
    info.lossyRatio = 10;
    SliceScene scene = sliceScene(openState(markedVolume(), info), kAxial);
    scene.patientText = scene.sliceText = {};
    const auto brightRows = [&](int width) {
        QImage picture(width, 300, QImage::Format_RGB32);
        picture.fill(Qt::black);
        QPainter painter(&picture);
        drawAnnotations(painter, scene, {scenePlane(scene, width, 300), 1, QRectF(0, 0, width, 300)},
                        HeatSeen::Yes);
        int rows = 0;
        for (int y = 0; y < 130; ++y)
            rows += textPixels(picture, QRect(width / 2 + 20, y, width / 2 - 20, 1)) > 0;
        return rows;
    };
    EXPECT_GT(brightRows(230), brightRows(900)) << "the sentence takes a second line and is not cut";
}

} // namespace
} // namespace hemo::ui
