#include "core/marks/drawing.h"
#include "core/marks/handles.h"
#include "core/marks/height_by_hand.h"
#include "core/marks/mark_json.h"
#include "core/marks/measure.h"
#include "core/marks/roi_values.h"
#include "core/marks/strokes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hemo {
namespace {

constexpr MarkId kId{7};
const ViewFrame kAxialFrame{{1, 0, 0}, {0, 1, 0}};

Mark markOf(Mark::Shape shape, std::vector<PatientPoint> points, ViewFrame frame = kAxialFrame) {
    return {kId, shape, frame, std::move(points), {}};
}

/// Turned in its plane and leaning in space.
ViewFrame turnedFrame() {
    const Vec3 right = normalized({1, 0.5, 0.2});
    const Vec3 down = normalized(cross(normalized({-0.3, 0.2, 1}), right));
    return {right, down};
}

TEST(Measure, ALengthIsThatInSpaceHoweverThePictureLies) {
    EXPECT_DOUBLE_EQ(lengthMm(markOf(Mark::Shape::Length, {{1, 2, 3}, {4, 6, 15}})), 13);
}

TEST(Measure, AnAngleIsBetweenItsLegs) {
    EXPECT_NEAR(angleDegrees(markOf(Mark::Shape::Angle, {{10, 0, 0}, {0, 0, 0}, {0, 3, 0}})), 90, 1e-9);
    EXPECT_NEAR(angleDegrees(markOf(Mark::Shape::Angle, {{10, 0, 0}, {0, 0, 0}, {-4, 0, 0}})), 180, 1e-9);
    EXPECT_NEAR(angleDegrees(markOf(Mark::Shape::Angle, {{10, 0, 0}, {0, 0, 0}, {5, 5 * std::sqrt(3), 0}})),
                60, 1e-9);
}

TEST(Measure, AreasAreThoseOfTheShapes) {
    const ViewFrame frame = turnedFrame();
    const PatientPoint a{3, 4, 5};
    const PatientPoint b = a + frame.right * 20 + frame.down * -10;
    EXPECT_NEAR(areaMm2(markOf(Mark::Shape::Rectangle, {a, b}, frame)), 200, 1e-9);
    EXPECT_NEAR(areaMm2(markOf(Mark::Shape::Ellipse, {a, b}, frame)), 50 * std::numbers::pi, 1e-9);
    const std::vector<PatientPoint> triangle{a, a + frame.right * 6, a + frame.down * 8};
    EXPECT_NEAR(areaMm2(markOf(Mark::Shape::Freehand, triangle, frame)), 24, 1e-9);
}

TEST(Measure, AShiftIsTheWayFromTheMidlineNotFromItsEnds) {
    const Mark shift = markOf(Mark::Shape::MidlineShift, {{0, -80, 0}, {0, 80, 0}, {7.5, 20, 0}});
    EXPECT_DOUBLE_EQ(lengthMm(shift), 7.5);
    EXPECT_EQ(footOf(shift), (PatientPoint{0, 20, 0}));
}

TEST(Measure, TheEvansIndexIsOneWidthOverTheOther) {
    EXPECT_DOUBLE_EQ(
        evansIndex(markOf(Mark::Shape::EvansIndex, {{-20, 0, 0}, {20, 0, 0}, {-65, 9, 0}, {60, 9, 0}})),
        0.32);
}

TEST(Measure, AMarkThatIsNotWholeMeasuresNothing) {
    EXPECT_EQ(angleDegrees(markOf(Mark::Shape::Angle, {{0, 0, 0}, {1, 0, 0}})), 0);
    EXPECT_EQ(lengthMm(markOf(Mark::Shape::MidlineShift, {{0, 0, 0}, {1, 0, 0}})), 0);
    EXPECT_EQ(evansIndex(markOf(Mark::Shape::EvansIndex, {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}})), 0);
}

// ---- drawing

constexpr double kTrembleMm = 1;

TEST(Drawing, ADragIsALength) {
    Mark mark = begun(Mark::Shape::Length, kAxialFrame, {0, 0, 0}, kId);
    mark = moved(mark, {4, 0, 0}, kTrembleMm);
    const auto drawn = released(mark, {5, 0, 0}, kTrembleMm);
    ASSERT_TRUE(drawn && drawn->isWhole);
    EXPECT_DOUBLE_EQ(lengthMm(drawn->mark), 5);
}

TEST(Drawing, TwoClicksAreALengthToo) {
    Mark mark = begun(Mark::Shape::Length, kAxialFrame, {0, 0, 0}, kId);
    const auto clicked = released(mark, {0.2, 0, 0}, kTrembleMm);
    ASSERT_TRUE(clicked);
    EXPECT_FALSE(clicked->isWhole) << "the hand has not moved yet";
    mark = moved(clicked->mark, {6, 0, 0}, kTrembleMm);
    const Drawn drawn = pressed(mark, {6, 0, 0}, kTrembleMm);
    EXPECT_TRUE(drawn.isWhole);
    EXPECT_DOUBLE_EQ(lengthMm(drawn.mark), 6);
}

TEST(Drawing, ADoubleClickIsNoLengthOfNothing) {
    const Mark mark = begun(Mark::Shape::Length, kAxialFrame, {0, 0, 0}, kId);
    const auto clicked = released(mark, {0, 0, 0}, kTrembleMm);
    EXPECT_FALSE(pressed(clicked->mark, {0, 0, 0}, kTrembleMm).isWhole);
}

TEST(Drawing, AnAngleIsADragAndAClick) {
    Mark mark = begun(Mark::Shape::Angle, kAxialFrame, {10, 0, 0}, kId);
    mark = moved(mark, {0, 0, 0}, kTrembleMm);
    const auto leg = released(mark, {0, 0, 0}, kTrembleMm);
    ASSERT_TRUE(leg);
    EXPECT_FALSE(leg->isWhole);
    const Drawn drawn = pressed(moved(leg->mark, {0, 9, 0}, kTrembleMm), {0, 9, 0}, kTrembleMm);
    EXPECT_TRUE(drawn.isWhole);
    EXPECT_NEAR(angleDegrees(drawn.mark), 90, 1e-9);
}

TEST(Drawing, AnEvansIndexIsTwoDrags) {
    Mark mark = begun(Mark::Shape::EvansIndex, kAxialFrame, {-20, 0, 0}, kId);
    auto first = released(moved(mark, {20, 0, 0}, kTrembleMm), {20, 0, 0}, kTrembleMm);
    ASSERT_TRUE(first && !first->isWhole);
    Drawn second = pressed(moved(first->mark, {-50, 9, 0}, kTrembleMm), {-50, 9, 0}, kTrembleMm);
    EXPECT_FALSE(second.isWhole);
    const auto drawn = released(moved(second.mark, {50, 9, 0}, kTrembleMm), {50, 9, 0}, kTrembleMm);
    ASSERT_TRUE(drawn && drawn->isWhole);
    EXPECT_DOUBLE_EQ(evansIndex(drawn->mark), 0.4);
}

TEST(Drawing, ARimByHandFollowsTheHandAndAClickIsNoRegion) {
    Mark mark = begun(Mark::Shape::Freehand, kAxialFrame, {0, 0, 0}, kId);
    EXPECT_FALSE(released(mark, {0, 0, 0}, kTrembleMm));
    for (const PatientPoint p : {PatientPoint{10, 0, 0}, {10, 10, 0}, {0, 10, 0}})
        mark = moved(mark, p, kTrembleMm);
    const auto drawn = released(mark, {0, 5, 0}, kTrembleMm);
    ASSERT_TRUE(drawn && drawn->isWhole);
    EXPECT_NEAR(areaMm2(drawn->mark), 100, 1e-9);
}

// ---- handles

TEST(Handles, ACornerOfABoxMovesAgainstTheOppositeOne) {
    const Mark box = markOf(Mark::Shape::Rectangle, {{0, 0, 5}, {10, 20, 5}});
    const auto corners = handlesOf(box);
    ASSERT_EQ(corners.size(), 4u);
    for (std::size_t n = 0; n < 4; ++n) {
        const Mark next = withHandleAt(box, n, {30, 40, 99});
        const auto after = handlesOf(next);
        EXPECT_EQ(next.points.front(), (PatientPoint{30, 40, 5})) << "it stays in its plane";
        EXPECT_EQ(next.points.back(), corners[(n + 2) % 4]) << n;
    }
}

TEST(Handles, AWholeMarkStaysInItsPlane) {
    const Mark moved = movedBy(markOf(Mark::Shape::Length, {{0, 0, 5}, {10, 0, 5}}), {1, 2, 3});
    EXPECT_EQ(moved.points, (std::vector<PatientPoint>{{1, 2, 5}, {11, 2, 5}}));
}

// ---- what a region holds

/// Every voxel has another value.
VolumePtr manyValues(const Grid& grid) {
    std::vector<std::int16_t> hu(grid.voxelCount());
    for (std::size_t n = 0; n < hu.size(); ++n)
        hu[n] = static_cast<std::int16_t>(n * 7919 % 2003 - 1000);
    return std::make_shared<const Volume>(grid, std::move(hu), "1");
}

Grid leaningGrid() {
    const ViewFrame frame = turnedFrame();
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 5; ++k)
        positions.push_back(PatientPoint{-20, -30, 0} + cross(frame.right, frame.down) * (k * 5.0) +
                            frame.down * (k * 0.7));
    return Grid(40, 50, frame.right, frame.down, 1.0, 0.8, positions);
}

struct Counted {
    std::size_t pixels = 0;
    double sum = 0, squares = 0;
    int least = 9999, most = -9999;
};

/// Asks every pixel of the slice.
template <class IsInside> Counted counted(const Volume& volume, int k, IsInside isInside) {
    Counted all;
    const Grid& grid = volume.grid();
    for (int j = 0; j < grid.rows(); ++j)
        for (int i = 0; i < grid.columns(); ++i) {
            if (!isInside(i, j)) continue;
            const int hu = volume.at(i, j, k);
            ++all.pixels;
            all.sum += hu;
            all.squares += double(hu) * hu;
            all.least = std::min(all.least, hu);
            all.most = std::max(all.most, hu);
        }
    return all;
}

void expectAlike(const RoiValues& values, const Counted& all) {
    EXPECT_EQ(values.pixels, all.pixels);
    const double mean = all.sum / double(all.pixels);
    EXPECT_NEAR(values.meanHu, mean, 1e-9);
    EXPECT_NEAR(values.sdHu, std::sqrt(all.squares / double(all.pixels) - mean * mean), 1e-6);
    EXPECT_EQ(values.leastHu, all.least);
    EXPECT_EQ(values.mostHu, all.most);
}

TEST(RoiValues, OnASliceAreThoseOfEveryPixelWhoseMiddleLiesInside) {
    const Grid grid = leaningGrid();
    const VolumePtr volume = manyValues(grid);
    const ViewFrame frame{grid.rowDirection(), grid.columnDirection()};
    const ShownPlane plane{volume, nullptr, {}, true};
    const auto at = [&](double i, double j) { return grid.toPatient({i, j, 2}); };

    const Mark box = markOf(Mark::Shape::Rectangle, {at(30.2, 5.4), at(4.5, 40.3)}, frame);
    expectAlike(*roiValues(box, plane),
                counted(*volume, 2, [](int i, int j) { return i >= 5 && i <= 30 && j >= 6 && j <= 40; }));

    const Mark ellipse = markOf(Mark::Shape::Ellipse, {at(5.3, 10.2), at(25.6, 40.5)}, frame);
    expectAlike(*roiValues(ellipse, plane), counted(*volume, 2, [](int i, int j) {
        return std::pow((i - 15.45) / 10.15, 2) + std::pow((j - 25.35) / 15.15, 2) <= 1;
    }));

    const Mark triangle = markOf(Mark::Shape::Freehand, {at(0.5, 0.5), at(30.3, 0.5), at(0.5, 30.3)}, frame);
    expectAlike(*roiValues(triangle, plane),
                counted(*volume, 2, [](int i, int j) { return i >= 1 && j >= 1 && i + j <= 30; }));
}

TEST(RoiValues, AreTheSameInAPictureThatIsTurnedOrMirrored) {
    const Grid grid = leaningGrid();
    const VolumePtr volume = manyValues(grid);
    const ShownPlane plane{volume, nullptr, {}, true};
    const PatientPoint a = grid.toPatient({5.3, 6.3, 1}), b = grid.toPatient({20.6, 30.1, 1});
    const Mark plain = markOf(Mark::Shape::Rectangle, {a, b}, {grid.rowDirection(), grid.columnDirection()});
    const Mark turned =
        markOf(Mark::Shape::Rectangle, {b, a}, {-grid.columnDirection(), grid.rowDirection()});
    EXPECT_EQ(roiValues(plain, plane), roiValues(turned, plane));
}

TEST(RoiValues, OnAReformatAreThoseOfThePicture) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 30; ++k)
        positions.push_back({-20, -20, k * 1.0});
    const Grid grid(40, 40, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    const VolumePtr volume = manyValues(grid);
    // A coronal picture through row 11, on the voxels' own middles.
    const ViewFrame coronal{{1, 0, 0}, {0, 0, -1}};
    const Mark box =
        markOf(Mark::Shape::Rectangle, {grid.toPatient({3, 11, 20}), grid.toPatient({12, 11, 8})}, coronal);
    Counted all;
    for (int k = 8; k <= 20; ++k)
        for (int i = 3; i <= 12; ++i) {
            const int hu = volume->at(i, 11, k);
            ++all.pixels, all.sum += hu, all.squares += double(hu) * hu;
            all.least = std::min(all.least, hu), all.most = std::max(all.most, hu);
        }
    // The raster begins at the corner, which is exactly on a voxel: whether the other rim's pixels lie inside
    // is a matter of the last bit.
    const auto values = roiValues(
        markOf(Mark::Shape::Rectangle,
               {box.points[0] + Vec3{-0.25, 0, 0.25}, box.points[1] + Vec3{0.25, 0, -0.25}}, coronal),
        {volume, volume, {}, false});
    ASSERT_TRUE(values);
    EXPECT_EQ(values->pixels, all.pixels);
}

TEST(RoiValues, OfAThickLayerAreThoseOfTheLayer) {
    const Grid grid = leaningGrid();
    std::vector<std::int16_t> hu(grid.voxelCount());
    for (std::size_t n = 0; n < hu.size(); ++n)
        hu[n] = static_cast<std::int16_t>(n / grid.voxelsPerSlice() * 10);
    const auto volume = std::make_shared<const Volume>(grid, std::move(hu), "1");
    const Mark box =
        markOf(Mark::Shape::Rectangle, {grid.toPatient({10, 10, 2}), grid.toPatient({20, 20, 2})},
               {grid.rowDirection(), grid.columnDirection()});
    EXPECT_DOUBLE_EQ(roiValues(box, {volume, nullptr, {}, true})->meanHu, 20);
    EXPECT_DOUBLE_EQ(roiValues(box, {volume, nullptr, {Slab::Kind::Maximum, 11}, true})->meanHu, 30);
}

TEST(RoiValues, OutsideTheScanThereAreNone) {
    const Grid grid = leaningGrid();
    const Mark far =
        markOf(Mark::Shape::Rectangle, {grid.toPatient({100, 100, 2}), grid.toPatient({120, 120, 2})},
               {grid.rowDirection(), grid.columnDirection()});
    EXPECT_FALSE(roiValues(far, {manyValues(grid), nullptr, {}, true}));
}

// ---- where a mark is seen, and how it is kept

TEST(Marks, AreSeenOnTheirSliceAlone) {
    const Grid grid = leaningGrid();
    const ViewFrame frame{grid.rowDirection(), grid.columnDirection()};
    const Mark mark =
        markOf(Mark::Shape::Length, {grid.toPatient({3, 4, 2}), grid.toPatient({8, 4, 2})}, frame);
    for (int k = 0; k < grid.slices(); ++k)
        EXPECT_EQ(liesIn(mark, ReadingPlane::native(), grid, middleOfSlice(grid, k)), k == 2) << k;
    EXPECT_FALSE(liesIn(mark, ReadingPlane::along(ViewAxis::Coronal), grid, mark.points.front()));
}

// ---- ABC/2 by hand

/// Ten slices, 5 mm apart.
Grid thickSlices() {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 10; ++k)
        positions.push_back({0, 0, 5.0 * k});
    return {200, 200, {1, 0, 0}, {0, 1, 0}, 1, 1, positions};
}

/// 40 mm by 30 mm in slice 4, its height begun in slice `from`.
Drawn heightBegunIn(int from, const Grid& grid) {
    const Mark diameters =
        markOf(Mark::Shape::AbcHalf, {{60, 50, 20}, {100, 50, 20}, {80, 35, 20}, {80, 65, 20}, {80, 65, 20}});
    return heightPressed(diameters, ReadingPlane::native(), grid, middleOfSlice(grid, from));
}

TEST(HeightByHand, CountsTheFirstAndTheLastSliceWhole) {
    const Grid grid = thickSlices();
    for (const auto& [from, to] : {std::pair(3, 6), std::pair(6, 3)}) {
        const Drawn begun = heightBegunIn(from, grid);
        EXPECT_FALSE(begun.isWhole);
        const Drawn whole = heightPressed(begun.mark, ReadingPlane::native(), grid, middleOfSlice(grid, to));
        EXPECT_TRUE(whole.isWhole);
        EXPECT_NEAR(abcHalfMl(whole.mark), 40. * 30 * 20 / 2 / 1000, 1e-9) << from << " to " << to;
        EXPECT_EQ(middleOf(whole.mark).z, 20) << "a click in the list goes to the slice of its diameters";
    }
}

TEST(HeightByHand, BloodInOneSliceIsAsHighAsTheSlice) {
    const Grid grid = thickSlices();
    const Drawn whole =
        heightPressed(heightBegunIn(4, grid).mark, ReadingPlane::native(), grid, middleOfSlice(grid, 4));
    EXPECT_NEAR(abcHalfMl(whole.mark), 40. * 30 * 5 / 2 / 1000, 1e-9);
}

TEST(HeightByHand, FollowsTheHandToEitherSideOfWhereItBegan) {
    const Grid grid = thickSlices();
    Mark mark = heightBegunIn(4, grid).mark;
    for (const auto& [k, mm] : {std::pair(6, 15), std::pair(2, 15), std::pair(4, 5), std::pair(9, 30)}) {
        mark = withHeightTo(mark, ReadingPlane::native(), grid, middleOfSlice(grid, k));
        EXPECT_NEAR(length(mark.points[5] - mark.points[4]), mm, 1e-9) << k;
    }
}

TEST(HeightByHand, InAReformatTheStepsAreItsOwn) {
    const Grid grid = thickSlices();
    const ReadingPlane coronal = ReadingPlane::along(ViewAxis::Coronal);
    const ViewFrame frame = frameOf(coronal, grid);
    const PatientPoint from{80, 40, 20}, to{80, 59, 20};
    const Mark diameters = markOf(Mark::Shape::AbcHalf, std::vector<PatientPoint>(5, from), frame);
    const Drawn begun = heightPressed(diameters, coronal, grid, from);
    const Mark whole = heightPressed(begun.mark, coronal, grid, to).mark;
    EXPECT_NEAR(length(whole.points[5] - whole.points[4]), 20, 0.01);
}

TEST(MarkJson, GivesBackEveryShape) {
    for (int shape = 0; shape < 10; ++shape) {
        Mark mark{kId, Mark::Shape{shape}, turnedFrame(), {}, "links \xc3\xbc \"x\"\n"};
        for (std::size_t n = 0; n < placesOf(mark.shape); ++n)
            mark.points.push_back({n * 1.1, 0.1, -1.0 / 3});
        EXPECT_EQ(parseMark(markJson(mark), kId), mark) << shape;
    }
}

TEST(MarkJson, WhatWasLaidOnAFindingStaysSo) {
    Mark mark = markOf(Mark::Shape::Length, {{0, 0, 0}, {1, 0, 0}});
    mark.isOfFinding = true;
    EXPECT_TRUE(parseMark(markJson(mark), kId)->isOfFinding);
    const Mark byHand = markOf(Mark::Shape::AbcHalf, std::vector<PatientPoint>(6, {1, 2, 3}));
    EXPECT_FALSE(parseMark(markJson(byHand), kId)->isOfFinding);
}

TEST(MarkJson, AnAbcHalfOfBeforeTheReaderCouldDrawOneIsOfAFinding) {
    std::string old = markJson(markOf(Mark::Shape::AbcHalf, std::vector<PatientPoint>(6, {1, 2, 3})));
    const std::string_view entry = "\"of_finding\":false,";
    ASSERT_NE(old.find(entry), std::string::npos) << old;
    old.erase(old.find(entry), entry.size());
    ASSERT_TRUE(parseMark(old, kId));
    EXPECT_TRUE(parseMark(old, kId)->isOfFinding);
}

TEST(MarkJson, WhatIsNoWholeMarkIsNone) {
    const std::string good = markJson(markOf(Mark::Shape::Length, {{0, 0, 0}, {1, 0, 0}}));
    ASSERT_TRUE(parseMark(good, kId));
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    for (const std::string& bad :
         {std::string(), std::string("[]"), good.substr(0, good.size() / 2), with("length", "spiral"),
          with("length", "angle"), with("[[1.0,0.0,0.0]", "[[2.0,0.0,0.0]"),
          with("[0.0,0.0,0.0]", "[1e300,0,0]"), with("[0.0,0.0,0.0]", "[null,0,0]")})
        EXPECT_FALSE(parseMark(bad, kId)) << bad;
}

} // namespace
} // namespace hemo
