#include "gui_fixture.h"

#include "viewer/widgets/palette.h"
#include "viewer/widgets/probability_strip.h"

namespace hemo::ui {
namespace {

using namespace testing;

class StripTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        strip = std::make_unique<ProbabilityStrip>(kLead, store.dispatch(), nullptr);
        strip->resize(strip->width(), 360);
        store.show(*strip);
        strip->show();
    }
    /// How many pixels of the strip are about this colour.
    int pixelsLike(QColor wanted) {
        const QImage picture = strip->grab().toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QColor c = picture.pixelColor(x, y);
                count += std::abs(c.red() - wanted.red()) + std::abs(c.green() - wanted.green()) +
                             std::abs(c.blue() - wanted.blue()) <
                         6;
            }
        return count;
    }
    int slice() const { return *currentSlice(lead(store.state)); }
    QPoint at(double part) const { return {strip->width() / 2, int(part * strip->height())}; }

    TestStore store;
    std::unique_ptr<ProbabilityStrip> strip;
};

TEST_F(StripTest, TopIsTheHeadHoweverTheSeriesWasAcquired) {
    for (const Acquired acquired : {Acquired::FeetToHead, Acquired::HeadToFeet}) {
        open(answeredState(markedVolume(acquired)));
        QTest::mouseClick(strip.get(), Qt::LeftButton, {}, at(0.08));
        EXPECT_NEAR(lead(store.state).look->place.z, 24, 1e-6);
        QTest::mouseClick(strip.get(), Qt::LeftButton, {}, at(0.92));
        EXPECT_NEAR(lead(store.state).look->place.z, -24, 1e-6);
    }
}

TEST_F(StripTest, DragMovesThroughTheSlices) {
    open(answeredState());
    drag(*strip, Qt::LeftButton, at(0.1), at(0.5));
    EXPECT_EQ(slice(), 4);
    EXPECT_GE(store.timesAsked<action::GoToSlice>(), 2);
}

TEST_F(StripTest, WheelDownGoesTowardsTheFeet) {
    open(answeredState());
    turnWheel(*strip, at(0.5), -120);
    EXPECT_EQ(slice(), 3);
    turnWheel(*strip, at(0.5), 240);
    EXPECT_EQ(slice(), 5);
}

TEST_F(StripTest, ArrowKeysMoveTheSlice) {
    open(answeredState());
    QTest::keyClick(strip.get(), Qt::Key_Up);
    EXPECT_EQ(slice(), 5);
    QTest::keyClick(strip.get(), Qt::Key_End);
    EXPECT_EQ(slice(), 0);
}

TEST_F(StripTest, BarsGrowInAsAnswersArrive) {
    open(openState());
    EXPECT_EQ(pixelsLike(palette::kUnderThreshold), 0);
    store.send(action::SliceClassified{lead(store.state).id, reader(store.state).job.number, {3, {.3}}});
    const int one = pixelsLike(palette::kUnderThreshold);
    EXPECT_GT(one, 0);
    store.send(action::SliceClassified{lead(store.state).id, reader(store.state).job.number, {2, {.55}}});
    EXPECT_GT(pixelsLike(palette::kUnderThreshold), 2 * one) << "a longer bar for a higher probability";
}

TEST_F(StripTest, SuspicionHasItsColourAndItsMarkOnlyOverTheThreshold) {
    open(openState());
    const int marksBefore = pixelsLike(palette::kText);
    store.send(action::SliceClassified{
        lead(store.state).id, reader(store.state).job.number, {7, {.6}}}); // at, not over
    EXPECT_EQ(pixelsLike(palette::kText), marksBefore);
    EXPECT_EQ(pixelsLike(palette::suspicion(.9, .6)), 0);
    store.send(action::SliceClassified{lead(store.state).id, reader(store.state).job.number, {7, {.9}}});
    EXPECT_GT(pixelsLike(palette::suspicion(.9, .6)), 0);
    EXPECT_GT(pixelsLike(palette::kText), marksBefore);
}

TEST_F(StripTest, FourHundredSlicesStillShowTheOneThatIsSuspicious) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 400; ++k)
        positions.push_back({0, 0, k * 0.5});
    const Grid grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    open(openState(
        std::make_shared<const Volume>(grid, std::vector<std::int16_t>(grid.voxelCount()), "1.2.3")));
    for (int k = 0; k < 400; ++k)
        store.send(action::SliceClassified{
            lead(store.state).id, reader(store.state).job.number, {k, {k == 123 ? .99 : .01}}});
    EXPECT_GT(pixelsLike(palette::suspicion(.99, .6)), 20);
    QTest::mouseClick(strip.get(), Qt::LeftButton, {}, at(0.02));
    EXPECT_EQ(slice(), 399);
}

TEST_F(StripTest, DescriptionTellsTheCurrentSliceAndThatItIsNoDiagnosis) {
    open(answeredState());
    store.send(action::GoToSlice{lead(store.state).id, 5});
    const QString text = strip->accessibleDescription();
    EXPECT_TRUE(text.contains("Slice 6 of 9, S 6.0 mm"));
    EXPECT_TRUE(text.contains("Any: 95"));
    EXPECT_TRUE(text.contains("Subdural: 4"));
    EXPECT_TRUE(text.contains("not a diagnosis"));
}

TEST_F(StripTest, SubtypesThatTheModelDoesNotNameAreNotSaidToBeNone) {
    AppState s = answeredState();
    s = withReading(s, lead(s).id, [](Reading& reading) {
        for (auto& answer : reading.reader.slices)
            if (answer) answer->namesSubtypes = false;
    });
    open(s);
    EXPECT_FALSE(strip->accessibleDescription().contains("Subdural"));
    EXPECT_TRUE(strip->accessibleDescription().contains("Any: "));
}

TEST_F(StripTest, NoBarsOfThePreviousSeriesWhileTheNextIsPreviewed) {
    open(answeredState());
    EXPECT_GT(pixelsLike(palette::suspicion(.95, .6)), 0);
    store.send(action::OpenSeries{kLead, "other"});
    store.send(action::SeriesPreview{lead(store.state).id, lead(store.state).load.number,
                                     markedVolume(Acquired::FeetToHead, "other")});
    EXPECT_EQ(pixelsLike(palette::suspicion(.95, .6)), 0);
    QTest::mouseClick(strip.get(), Qt::LeftButton, {}, at(0.1));
    EXPECT_EQ(store.timesAsked<action::GoToSlice>(), 0);
}

} // namespace
} // namespace hemo::ui
