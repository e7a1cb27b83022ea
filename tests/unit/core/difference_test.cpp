#include "made_volumes.h"

#include "core/image/difference.h"
#include "core/state/select/difference.h"
#include "tests/support/moved_volume.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo {
namespace {

using namespace testing;

constexpr std::int16_t kOut = kOutsideHu;

TEST(Difference, IsOnePictureLessTheOtherWhereBothAreKnown) {
    const std::vector<std::int16_t> from{70, 30, kOut, 40, 3000, kOut}, off{30, 70, 40, kOut, -1024, kOut};
    EXPECT_EQ(differenceOf(from, off), (std::vector<std::int16_t>{40, -40, kOut, kOut, 4024, kOut}));
}

TEST(Difference, OfAirAndAirIsNone) {
    const std::vector<std::int16_t> from{-1000, -990, -20}, off{-960, -10, -1010};
    EXPECT_EQ(differenceOf(from, off), (std::vector<std::int16_t>{kOut, -980, 990}));
}

double lightness(Rgba c) {
    const auto linear = [](double v) {
        v /= 255;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    const double y = 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

TEST(Difference, BothArmsOfTheScaleGrowEquallyLightAndStayApartInBlueAndRed) {
    double before = 0;
    for (double part = 0.05; part <= 1; part += 0.05) {
        const Rgba more = differenceColour(40 * part, 40), less = differenceColour(-40 * part, 40);
        EXPECT_NEAR(lightness(more), lightness(less), 3) << part;
        EXPECT_GT(lightness(more), before);
        before = lightness(more);
        if (part < 0.2) continue;
        EXPECT_GT(more.r, more.b + 20) << part;
        EXPECT_GT(less.b, less.r + 20) << part;
    }
    EXPECT_EQ(differenceColour(0, 40), differenceColour(-0.0, 40));
}

TEST(Difference, PictureHasTheScalesColoursAndBlackWhereNothingIsKnown) {
    const RgbaImage picture =
        differencePicture(std::vector<std::int16_t>{0, 25, -25, 900, -900, kOut}, 3, 2, 50);
    EXPECT_EQ(picture.at(0, 0), differenceColour(0, 50));
    EXPECT_EQ(picture.at(1, 0), differenceColour(25, 50));
    EXPECT_EQ(picture.at(2, 0), differenceColour(-25, 50));
    EXPECT_EQ(picture.at(0, 1), differenceColour(50, 50));
    EXPECT_EQ(picture.at(1, 1), differenceColour(-50, 50));
    EXPECT_EQ(picture.at(2, 1), (Rgba{0, 0, 0, 255}));
    const RgbaImage scale = differenceScale(11);
    EXPECT_EQ(scale.at(0, 0), differenceColour(1, 1));
    EXPECT_EQ(scale.at(0, 5), differenceColour(0, 1));
    EXPECT_EQ(scale.at(0, 10), differenceColour(-1, 1));
}

SeriesInfo dated(std::string id, std::string date, std::string frame) {
    SeriesInfo info = seriesInfo(std::move(id));
    info.studyDate = std::move(date);
    info.frameOfReferenceUid = std::move(frame);
    info.patientName = "Doe^Jane";
    info.patientId = "7";
    return info;
}

/// Two studies beside each other, in one frame of reference or not.
AppState beside(const std::string& frame) {
    const SeriesInfo now = dated("1.2.3", "20190312", "frame"), before = dated("prior", "20190301", frame);
    AppState s = openState();
    FolderContents contents;
    contents.series = {now, before};
    contents.bestSeriesId = now.id;
    s = reduce(s, action::OpenPaths{{"folder"}});
    s = scanned(s, contents);
    s = loaded(s, kLead, now, volumeOf(uprightGrid()));
    s = reduce(s, action::ShowBeside{"prior"});
    return loaded(s, kBeside, before, volumeOf(uprightGrid(), "prior"));
}

TEST(DifferenceState, OfLinkedSeriesIsTakenOffTheFirstAlone) {
    AppState s = reduce(beside("frame"), action::ShowDifference{Difference::Beside});
    ASSERT_EQ(s.screen.difference, Difference::Beside);
    const auto off = select::takenOff(s, kLead);
    ASSERT_TRUE(off);
    EXPECT_EQ(off->reading, in(s, kBeside).id);
    EXPECT_FALSE(select::takenOff(s, kBeside));
    EXPECT_TRUE(in(s, kBeside).reformat.isRunning) << "it is looked up between its slices";
    s = reduce(s, action::ShowDifference{Difference::Beside});
    EXPECT_EQ(s.screen.difference, Difference::None) << "the same again ends it";
}

TEST(DifferenceState, WithoutALinkThereIsASentenceAndNoDifference) {
    const AppState apart = reduce(beside("other frame"), action::ShowDifference{Difference::Beside});
    EXPECT_EQ(apart.screen.difference, Difference::None);
    ASSERT_TRUE(apart.notice);
    EXPECT_EQ(apart.notice->text, say("notice.not_laid"));
    const AppState alone = reduce(openState(), action::ShowDifference{Difference::Beside});
    EXPECT_EQ(alone.screen.difference, Difference::None);
    EXPECT_EQ(alone.notice->text, say("notice.nothing_beside"));
}

TEST(DifferenceState, GoesWithTheLinkAndWithTheSeriesBeside) {
    AppState s = reduce(beside("frame"), action::ShowDifference{Difference::Beside});
    EXPECT_FALSE(select::takenOff(reduce(s, action::ToggleLink{kBeside}), kLead));
    s = reduce(s, action::ShowLeadAlone{});
    EXPECT_EQ(s.screen.difference, Difference::None);
}

TEST(DifferenceState, ThePlaneOfTheOtherLiesWhereTheLinkPutsIt) {
    const select::TakenOff off{ReadingId::None, nullptr, nullptr,
                               rigidAbout({10, -5, 20}, rotationAbout({0.2, 0.5, 1}, 0.3), {4, -7, 12}),
                               nullptr};
    const PicturePlane shown{{-40, 3, 8}, {1, 0, 0}, {0, 1, 0}, 0.7, 100, 90};
    const PicturePlane there = select::planeIn(off, shown);
    for (const PicturePoint p : {PicturePoint{0, 0}, {99, 0}, {12, 80}})
        EXPECT_LE(length(there.toPatient(p) - off.toOther.apply(shown.toPatient(p))), 1e-9);
}

TEST(DifferenceState, OfTheHalvesNeedsAMiddleAndEndsTheirExchange) {
    AppState s = openState();
    s = reduce(s, action::ShowDifference{Difference::OtherHalf});
    EXPECT_EQ(s.screen.difference, Difference::None);
    EXPECT_EQ(s.notice->text, say("notice.no_middle"));
    s = withReading(s, lead(s).id, [](Reading& r) { r.middle = std::make_shared<const HeadMiddle>(); });
    s = reduce(s, action::ToggleOtherHalf{});
    s = reduce(s, action::ShowDifference{Difference::OtherHalf});
    EXPECT_FALSE(s.screen.isOtherHalf);
    for (const ViewportId view : kPlanes)
        EXPECT_TRUE(select::takenOff(s, view));
    s = reduce(s, action::ToggleOtherHalf{});
    EXPECT_EQ(s.screen.difference, Difference::None);
}

} // namespace
} // namespace hemo
