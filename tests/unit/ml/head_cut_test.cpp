#include "ml/reader/picture/slices_by_part.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo::ml {
namespace {

/// A skull of 150 x 190 mm in the 230 mm square, moved to one side.
Plane headAt(double rightMm) {
    Plane plane(288, 288);
    const double mm = 230. / 288;
    for (int y = 0; y < 288; ++y)
        for (int x = 0; x < 288; ++x) {
            const double r = std::hypot(((x - 143.5) * mm - rightMm) / 75, (y - 143.5) * mm / 95);
            plane.at(x, y) = r < 0.92 ? 0.4f : r < 1 ? 1.f : 0.f;
        }
    return plane;
}

TEST(HeadCut, IsMadeOfWholeStridesFromTheMiddle) {
    EXPECT_EQ(middleCut(256), (HeadCut{32, 16, 192, 224}));
    EXPECT_EQ(middleCut(288), (HeadCut{32, 16, 224, 256}));
    EXPECT_EQ(middleCut(32), (HeadCut{0, 0, 32, 32}));
    EXPECT_EQ(wholeSquare(288), (HeadCut{0, 0, 288, 288}));
}

TEST(HeadCut, LeavesTheAirBesideAHeadInTheMiddle) {
    EXPECT_EQ(cutFor(headAt(0)), middleCut(288));
    EXPECT_EQ(cutFor(headAt(10)), middleCut(288));
}

TEST(HeadCut, AHeadThatWouldLoseItsSideIsReadWhole) {
    EXPECT_EQ(cutFor(headAt(25)), wholeSquare(288));
    EXPECT_EQ(cutFor(headAt(-25)), wholeSquare(288));
}

TEST(HeadCut, WithoutBoneThereIsNothingToLose) {
    EXPECT_EQ(cutFor(Plane(288, 288)), middleCut(288));
}

TEST(SlicesByPart, EverySliceIsInOneGroupWithThoseThatAreReadLikeIt) {
    const HeadCut middle = middleCut(288), whole = wholeSquare(288);
    const auto groups = slicesByPart({whole, middle, whole, middle, middle});
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[0].part, whole);
    EXPECT_EQ(groups[0].places, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(groups[1].part, middle);
    EXPECT_EQ(groups[1].places, (std::vector<std::size_t>{1, 3, 4}));
    EXPECT_TRUE(slicesByPart({}).empty());
}

} // namespace
} // namespace hemo::ml
