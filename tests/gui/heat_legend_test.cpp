#include "gui_fixture.h"

#include "viewer/widgets/heat_legend.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/slice_view.h"

#include <QPainter>

#include <thread>

namespace hemo::ui {
namespace {

using namespace testing;

/// Of the heat's scale: nothing else over a picture is as red.
bool isHeatColour(QColor c) {
    return c.red() > c.blue() + 40;
}

int heatPixels(const QImage& picture, QRect where) {
    int count = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            count += isHeatColour(picture.pixelColor(x, y));
    return count;
}

class HeatLegendTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        for (SliceView* view : {&axial, &coronal}) {
            store.show(*view);
            view->resize(420, 420);
            view->show();
        }
        store.send(action::ShowHeat{true});
    }
    QImage pictureOf(SliceView& view) { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); }
    /// Left of the picture, where its legend stands beside the scan.
    QRect legendOf(const QImage& picture) {
        return {0, picture.height() / 2, picture.width() / 12, picture.height() / 2};
    }
    TestStore store;
    render::SliceRenderer renderer;
    SliceView axial{kAxial, renderer, store.dispatch(), nullptr};
    SliceView coronal{kCoronal, renderer, store.dispatch(), nullptr};
};

/// The scan without its mark, so small in the view that the legend lies beside it.
AppState ofOneTissue(std::int16_t hu) {
    const VolumePtr marked = markedVolume();
    const auto even = std::make_shared<const Volume>(
        marked->grid(), std::vector<std::int16_t>(marked->grid().voxelCount(), hu), "1.2.3");
    AppState s = answeredState(even);
    for (const ViewportId view : {kAxial, kCoronal})
        s = reduce(s, action::SetView{view, {0.6, 0, 0}});
    return s;
}

TEST_F(HeatLegendTest, HasTheColourThatHeatHasOverBrainBloodAndBone) {
    for (const std::int16_t hu : {35, 65, 800})
        for (const bool isInverted : {false, true}) {
            AppState s = ofOneTissue(hu);
            if (isInverted) s = reduce(s, action::ToggleInverted{kLead});
            open(s);
            store.send(action::GoToSlice{lead(store.state).id, 5});
            const QImage picture = pictureOf(axial);
            const QColor heat = colourAt(axial, axial.widgetPoint({-60, 60, 6}));
            ASSERT_FALSE(isGrey(heat));
            const QRect legend = legendOf(picture);
            int nearest = 255;
            for (int y = legend.top(); y <= legend.bottom(); ++y)
                for (int x = legend.left(); x <= legend.right(); ++x) {
                    const QColor c = picture.pixelColor(x, y);
                    nearest = std::min(
                        nearest, std::max({std::abs(c.red() - heat.red()), std::abs(c.green() - heat.green()),
                                           std::abs(c.blue() - heat.blue())}));
                }
            EXPECT_LE(nearest, 4) << hu << (isInverted ? " inverted" : "");
        }
}

TEST_F(HeatLegendTest, IsNotThereWhereNoHeatIs) {
    open(ofOneTissue(35));
    store.send(action::GoToSlice{lead(store.state).id, 5});
    EXPECT_GT(heatPixels(pictureOf(axial), legendOf(pictureOf(axial))), 50);
    store.send(action::GoToSlice{lead(store.state).id, 2});
    const QImage below = pictureOf(axial);
    EXPECT_EQ(heatPixels(below, below.rect()), 0) << "under the threshold";
}

TEST_F(HeatLegendTest, IsNotThereWhereAReformatMissesTheHeat) {
    AppState s = ofOneTissue(35);
    s = withReading(s, lead(s).id, [](Reading& r) {
        Prediction p = *r.reader.prediction;
        const int rows = p.heat.grid.rows(), columns = p.heat.grid.columns();
        for (std::size_t n = 0; n < p.heat.values.size(); ++n)
            if (int(n) / columns % rows != 0) p.heat.values[n] = 0; // hot along the front alone
        r.reader.prediction = std::make_shared<const Prediction>(std::move(p));
    });
    open(s);
    store.send(action::GoToSlice{lead(store.state).id, 5});
    const double z = lead(store.state).look->place.z;
    store.send(action::MoveCrosshair{kLead, {0, -90, z}});
    EXPECT_GT(heatPixels(pictureOf(coronal), legendOf(pictureOf(coronal))), 50);
    store.send(action::MoveCrosshair{kLead, {0, 60, z}});
    const QImage behind = pictureOf(coronal);
    EXPECT_EQ(heatPixels(behind, behind.rect()), 0);
}

TEST(PaintedText, OverWhiteBoneItHasADarkRimOfTwoPixels) {
    QImage bone(160, 40, QImage::Format_RGB32);
    bone.fill(Qt::white);
    QPainter painter(&bone);
    painter.setFont(imageFont(10, QFont::Normal));
    drawOutlinedText(painter, bone.rect(), Qt::AlignCenter, "Slice 17/28", palette::kText);
    painter.end();
    int letters = 0;
    for (int y = 2; y < bone.height() - 2; ++y)
        for (int x = 2; x < bone.width() - 2; ++x) {
            if (bone.pixelColor(x, y) != palette::kText) continue;
            ++letters;
            for (const QPoint aside : {QPoint(-2, 0), QPoint(2, 0), QPoint(0, -2), QPoint(0, 2)})
                EXPECT_NE(bone.pixelColor(QPoint(x, y) + aside), QColor(Qt::white)) << x << ' ' << y;
        }
    EXPECT_GT(letters, 10) << "strokes are hardly a pixel wide";
}

TEST(PaintedText, IsTheSameWhenItIsDrawnAgainOnAnyThreadAndFollowsItsColour) {
    const auto drawn = [](QColor colour, const QString& text) {
        QImage picture(80, 30, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        drawOutlinedText(painter, picture.rect(), Qt::AlignCenter, text, colour);
        return picture;
    };
    const QImage first = drawn(palette::kText, "L 42");
    EXPECT_EQ(drawn(palette::kText, "L 42"), first);
    EXPECT_NE(drawn(palette::kAccent, "L 42"), first);
    QImage elsewhere; // as exported pictures are, of which nothing is kept
    std::jthread([&] { elsewhere = drawn(palette::kText, "L 42"); }).join();
    EXPECT_EQ(elsewhere, first);
    EXPECT_NE(drawn(palette::kText, "L 43"), first);
}

} // namespace
} // namespace hemo::ui
