#include "gui_fixture.h"

#include "viewer/widgets/label_layout.h"
#include "viewer/widgets/scene_painter.h"
#include "viewer/widgets/slice_view.h"

#include <QPainter>

#include <algorithm>
#include <cstdint>

namespace hemo::ui {
namespace {

using namespace testing;

const QRectF kArea(0, 0, 500, 400);

/// Words of 60 x 17 on the right of a line.
Label labelOf(QLineF line) {
    const QRectF extent = extentOf(std::vector{line});
    QRectF wish(0, 0, 60, 17);
    wish.moveCenter(extent.center());
    wish.moveLeft(extent.right() + 10);
    return {wish, {line}};
}

/// Twenty short lines, so near each other that no two labels could stand where they wish to.
std::vector<Label> crowd() {
    std::vector<Label> labels;
    for (int n = 0; n < 20; ++n) {
        const int column = n % 5, row = n / 5;
        const QPointF from(180 + column * 25, 150 + row * 20);
        labels.push_back(labelOf({from, from + QPointF(18, 6)}));
    }
    return labels;
}

std::vector<QRectF> rectsOf(const std::vector<PlacedLabel>& placed) {
    std::vector<QRectF> rects;
    rects.reserve(placed.size());
    for (const PlacedLabel& label : placed)
        rects.push_back(label.rect);
    return rects;
}

void expectApart(const std::vector<QRectF>& rects) {
    for (std::size_t a = 0; a < rects.size(); ++a)
        for (std::size_t b = a + 1; b < rects.size(); ++b)
            EXPECT_FALSE(rects[a].intersects(rects[b])) << a << " and " << b;
}

TEST(LabelLayout, OneLabelStandsBesideItsMarkWithoutALine) {
    const std::vector labels{labelOf({100, 100, 200, 180})};
    const auto placed = layLabels(labels, kArea, {});
    EXPECT_EQ(placed[0].rect, labels[0].wish);
    EXPECT_FALSE(placed[0].leader);
}

TEST(LabelLayout, TwentyLabelsInACrowdLieOnNoOtherAndStayInTheView) {
    const std::vector<QRectF> corners{QRectF(0, 0, 200, 60), QRectF(300, 0, 200, 60)};
    auto rects = rectsOf(layLabels(crowd(), kArea, corners));
    for (const QRectF& rect : rects)
        EXPECT_TRUE(kArea.contains(rect));
    rects.insert(rects.end(), corners.begin(), corners.end());
    expectApart(rects);
}

TEST(LabelLayout, ALabelThatHadToMoveAwayHasALineToItsOwnMark) {
    const auto labels = crowd();
    const auto placed = layLabels(labels, kArea, {});
    int leaders = 0;
    for (std::size_t n = 0; n < placed.size(); ++n) {
        const QRectF extent = extentOf(labels[n].lines);
        const QRectF near = extent.adjusted(-16, -16, 16, 16);
        if (!placed[n].rect.intersects(near)) EXPECT_TRUE(placed[n].leader) << n;
        if (!placed[n].leader) continue;
        ++leaders;
        EXPECT_TRUE(placed[n].rect.adjusted(-1, -1, 1, 1).contains(placed[n].leader->p1()));
        EXPECT_TRUE(extent.adjusted(-1, -1, 1, 1).contains(placed[n].leader->p2()));
    }
    EXPECT_GT(leaders, 5);
}

TEST(LabelLayout, WordsThatStandNearerToAnotherMarkHaveALineToTheirOwn) {
    Label first = labelOf({100, 100, 150, 100});
    Label second = labelOf({226, 60, 226, 140}); // close behind the first one's words
    const auto placed = layLabels(std::vector{first, second}, kArea, {});
    ASSERT_EQ(placed[0].rect, first.wish);
    EXPECT_TRUE(placed[0].leader);
    EXPECT_FALSE(placed[1].leader);
}

TEST(LabelLayout, NoLabelCoversAnotherMarksLineOrWhatARegionMeasures) {
    Label line = labelOf({100, 100, 150, 100});
    Label region = labelOf({160, 40, 280, 160});
    region.isRegion = true;
    const auto placed = layLabels(std::vector{line, region}, kArea, {});
    EXPECT_FALSE(placed[0].rect.intersects(QRectF(160, 40, 120, 120)));
}

TEST(LabelLayout, AMarkWithinALargeRegionHasItsWordsBesideIt) {
    Label region = labelOf({20, 20, 480, 380});
    region.lines = {QLineF(20, 20, 480, 20), QLineF(480, 20, 480, 380), QLineF(480, 380, 20, 380),
                    QLineF(20, 380, 20, 20)};
    region.isRegion = true;
    const Label inside = labelOf({100, 100, 150, 100});
    EXPECT_EQ(layLabels(std::vector{region, inside}, kArea, {})[1].rect, inside.wish);
}

TEST(LabelLayout, OneMoreMarkElsewhereMovesNoLabel) {
    auto labels = crowd();
    const auto before = layLabels(labels, kArea, {});
    labels.push_back(labelOf({20, 380, 60, 390}));
    auto after = layLabels(labels, kArea, {});
    after.pop_back();
    EXPECT_EQ(after, before);
}

TEST(LabelLayout, WhileAMarkIsDrawnAcrossThemNoOtherLabelMoves) {
    auto labels = crowd();
    const auto before = layLabels(labels, kArea, {});
    for (int x = 100; x < 400; x += 20) {
        auto now = labels;
        now.push_back(labelOf({QPointF(100, 100), QPointF(x, 250)}));
        now.back().isHeld = true;
        auto after = layLabels(now, kArea, {});
        const QRectF held = after.back().rect;
        after.pop_back();
        EXPECT_EQ(after, before) << x;
        EXPECT_TRUE(
            std::ranges::none_of(rectsOf(after), [&](const QRectF& r) { return r.intersects(held); }));
    }
}

TEST(LabelLayout, AMarkWithoutWordsTakesNoPlaceButItsLineIsNotCovered) {
    Label arrow{QRectF(), {QLineF(170, 60, 170, 140)}};
    const auto placed = layLabels(std::vector{labelOf({100, 100, 150, 100}), arrow}, kArea, {});
    EXPECT_TRUE(placed[1].rect.isEmpty());
    EXPECT_FALSE(placed[0].rect.adjusted(0, 0, 1, 1).contains(QPointF(170, 100)));
}

TEST(LabelLayout, WhereNothingIsFreeALabelStandsBesideItsMark) {
    const std::vector<QRectF> everywhere{kArea};
    const std::vector labels{labelOf({100, 100, 150, 100})};
    EXPECT_EQ(layLabels(labels, kArea, everywhere)[0].rect, labels[0].wish);
}

// ---- in a picture

class CrowdedSliceTest : public ::testing::Test {
protected:
    CrowdedSliceTest() {
        store.begin(openState());
        view.resize(614, 600);
        store.show(view);
        view.show();
        store.send(action::SetWindow{kLead, {500, 100}}); // all is black
        store.send(action::ToggleCrosshair{});
    }
    void putLengths(int count) {
        for (int n = 0; n < count; ++n) {
            Mark mark;
            mark.id = MarkId{static_cast<std::uint64_t>(n) + 1};
            mark.frame = viewFrame(lead(store.state).volume->grid(), ViewAxis::Axial);
            const int column = n % 5, row = n / 5;
            const double x = -30 + column * 14, y = -20 + row * 9,
                         z = select::placeIn(store.state, kAxial)->z;
            mark.points = {{x, y, z}, {x + 10, y + 4, z}};
            store.send(action::PutMark{lead(store.state).id, mark});
        }
        store.send(action::ChooseMark{});
    }
    std::vector<QRectF> words() {
        ScenePainter painter(renderer);
        QImage picture(view.size(), QImage::Format_RGB32);
        QPainter on(&picture);
        painter.paint(on, sliceScene(store.state, kAxial), {view.size(), 1, QRectF(0, 0, 600, 600)});
        return painter.markWords();
    }

    TestStore store;
    render::SliceRenderer renderer;
    SliceView view{kAxial, renderer, store.dispatch(), nullptr};
};

TEST_F(CrowdedSliceTest, TheWordsOfTwentyMarksLieOnNoOtherWords) {
    putLengths(20);
    const auto places = words();
    ASSERT_EQ(places.size(), 20u);
    expectApart(places);
    const QRectF corner(0, 0, 120, 40); // the patient's name stands there
    EXPECT_TRUE(std::ranges::none_of(places, [&](const QRectF& r) { return r.intersects(corner); }));
}

TEST_F(CrowdedSliceTest, NothingMovesWhileTheMouseDoes) {
    putLengths(20);
    store.send(action::ToggleValueAtCursor{});
    const QImage before = view.grab().toImage();
    const auto places = words();
    for (int x = 150; x < 450; x += 50) {
        moveMouse(view, {double(x), 300});
        EXPECT_EQ(words(), places);
    }
    moveMouse(view, {-5, -5});
    EXPECT_EQ(view.grab().toImage(), before);
}

/// Where the words are nearest to their mark.
QLineF wayBetween(const QRectF& words, const QLineF& mark) {
    QLineF best(words.center(), mark.p1());
    for (int n = 0; n <= 100; ++n) {
        const QPointF on = mark.pointAt(n / 100.0);
        const QPointF at(std::clamp(on.x(), words.left(), words.right()),
                         std::clamp(on.y(), words.top(), words.bottom()));
        if (QLineF(at, on).length() < best.length()) best = QLineF(at, on);
    }
    return best;
}

TEST_F(CrowdedSliceTest, ADottedLineLeadsFromWordsThatMovedToTheirMark) {
    putLengths(20);
    const QImage picture = view.picture();
    const double ratio = picture.devicePixelRatio();
    const auto isAccent = [&](QPointF at) {
        const QColor c = picture.pixelColor(int(at.x() * ratio), int(at.y() * ratio));
        return c.blue() > c.red() + 40;
    };
    const auto places = words();
    const Marks& marks = marksOf(lead(store.state));
    int leaders = 0;
    for (std::size_t n = 0; n < places.size(); ++n) {
        const QLineF way = wayBetween(
            places[n], {view.widgetPoint(marks[n].points[0]), view.widgetPoint(marks[n].points[1])});
        if (way.length() < 30) continue;
        ++leaders;
        int dots = 0;
        for (int part = 10; part < 90; ++part)
            dots += isAccent(way.pointAt(part / 100.0));
        EXPECT_GT(dots, 15) << n;
    }
    EXPECT_GT(leaders, 3);
}

} // namespace
} // namespace hemo::ui
