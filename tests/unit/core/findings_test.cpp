#include "answered_scan.h"

#include "core/anatomy/head_middle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace hemo {
namespace {

using FindingSides = std::vector<FindingSide>;

/// A head without a bleed and an answer that points at the calcified plexus of its left ventricle.
/// And, where asked for, at a place with nothing dense.
AnsweredScan scanOfCalcification(std::optional<PatientPoint> elsewhere = {}) {
    constexpr PatientPoint kPlexus{25, 36, 4};
    const VolumePtr volume = makePhantom(quickHead()).volume;
    return answered(volume, [&](int k) {
        std::vector<PatientPoint> hot;
        const double awayMm = volume->grid().toPatient({0, 0, double(k)}).z - kPlexus.z;
        if (std::abs(awayMm) < 5) hot.push_back(kPlexus);
        if (std::abs(awayMm) < 5 && elsewhere) hot.push_back(*elsewhere);
        return hot;
    });
}

TEST(Findings, AScanThatIsNotSuspectedHasNone) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    scan.prediction.verdict.answer = Answer::NoneSeen;
    EXPECT_TRUE(found(*scan.volume, scan.prediction, {}).empty());
    scan.prediction.verdict.answer = Answer::CannotAssess;
    EXPECT_TRUE(found(*scan.volume, scan.prediction, {}).empty());
}

TEST(Findings, WhatIsHotAndTooDenseForBloodIsSaidToBe) {
    const AnsweredScan scan = scanOfCalcification();
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_FALSE(findings[0].outline);
    ASSERT_TRUE(findings[0].overBloodHu);
    // The plexus has 300 HU and is round; slices of 5 mm mix its rim with the ventricle.
    EXPECT_GT(*findings[0].overBloodHu, 200);
    EXPECT_LE(*findings[0].overBloodHu, 310);
    ScanHeader lossy;
    lossy.isLossy = true;
    EXPECT_FALSE(found(*scan.volume, scan.prediction, lossy)[0].overBloodHu);
}

TEST(Findings, ACalcificationDoesNotSpeakForWhatElseIsHot) {
    const AnsweredScan scan = scanOfCalcification(PatientPoint{-40, -10, 4});
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_FALSE(findings[0].overBloodHu);
}

TEST(Findings, WithoutHeatNoPlaceAndNoSideIsClaimed) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    std::fill(scan.prediction.heat.values.begin(), scan.prediction.heat.values.end(), 0.f);
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    EXPECT_FALSE(findings[0].place);
    EXPECT_TRUE(findings[0].sides.empty());
    EXPECT_FALSE(findings[0].outline);
    EXPECT_FALSE(findings[0].overBloodHu);
}

TEST(Findings, StopWhenTheyAreNoLongerWanted) {
    const AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    std::stop_source stop;
    stop.request_stop();
    const auto findings = findFindings(*scan.volume, scan.prediction, {}, TaskContext(stop.get_token()));
    ASSERT_FALSE(findings);
    EXPECT_EQ(findings.error().code, ErrorCode::Cancelled);
}

TEST(Findings, BleedsOfBothSidesAtOneLevelNameBothSides) {
    const AnsweredScan large = scanOf(withBleed(BleedType::Subdural, Side::Right, 40)),
                       small = scanOf(withBleed(BleedType::Subdural, Side::Left, 15));
    std::vector<std::int16_t> hu(large.volume->voxels().begin(), large.volume->voxels().end());
    for (std::size_t v = 0; v < hu.size(); ++v)
        hu[v] = std::max(hu[v], small.volume->voxels()[v]); // each other's brain is darker
    Prediction both = large.prediction;
    for (std::size_t v = 0; v < both.heat.values.size(); ++v)
        both.heat.values[v] = std::max(both.heat.values[v], small.prediction.heat.values[v]);
    for (std::size_t k = 0; k < both.slices.size(); ++k)
        both.slices[k].p[0] = std::max(both.slices[k].p[0], small.prediction.slices[k].p[0]);
    const Volume volume(large.volume->grid(), hu, "1");
    const Findings measured = found(volume, both, {});
    ASSERT_FALSE(measured.empty());
    EXPECT_EQ(measured[0].sides, (FindingSides{FindingSide::Right, FindingSide::Left}));
    EXPECT_GT(measured[0].outline->volumeMl, 0.75 * (large.bleedMl + small.bleedMl));
    ScanHeader lossy;
    lossy.isLossy = true;
    const Findings fromHeat = found(volume, both, lossy);
    ASSERT_FALSE(fromHeat.empty());
    EXPECT_EQ(fromHeat[0].sides.size(), 2);
}

TEST(Findings, SlicesThatTouchAreOneAndOthersAreTwo) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    for (SlicePrediction& slice : scan.prediction.slices)
        slice.p = {0.1, 0, 0.2, 0, 0, 0};
    for (const int k : {4, 5, 6, 9})
        scan.prediction.slices[k].p[0] = k == 5 ? 0.9 : 0.7;
    scan.prediction.slices[6].p[5] = 0.8; // subdural, larger than in the most telling slice
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 2);
    EXPECT_EQ(findings[0].firstSlice, 4);
    EXPECT_EQ(findings[0].lastSlice, 6);
    EXPECT_EQ(findings[0].mostTellingSlice, 5);
    EXPECT_EQ(findings[0].p.any(), 0.9);
    EXPECT_EQ(findings[0].p[BleedType::Subdural], 0.8);
    EXPECT_EQ(findings[1].firstSlice, 9);
    EXPECT_EQ(findings[1].lastSlice, 9);
}

/// Less sure of the bleed's middle slices than the rule asks for, `count` of them; the first of them.
int dipAtMiddle(AnsweredScan& scan, int count) {
    const int first = scan.volume->grid().nearestSlice(scan.bleedCentre) - count / 2;
    for (int k = first; k < first + count; ++k)
        scan.prediction.slices[static_cast<std::size_t>(k)].p[0] = 0.44;
    return first;
}

TEST(Findings, ASubduralWithADipIsOneFinding) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Subdural, Side::Left, 30));
    const Findings whole = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(whole.size(), 1);
    dipAtMiddle(scan, 1);
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings[0].firstSlice, whole[0].firstSlice);
    EXPECT_EQ(findings[0].lastSlice, whole[0].lastSlice);
    ASSERT_TRUE(findings[0].outline);
    EXPECT_NEAR(findings[0].outline->volumeMl / whole[0].outline->volumeMl, 1, 0.02) << "of the whole lesion";
}

TEST(Findings, AThinSliceOfASubduralsThinEndBelongsToIt) {
    PhantomSpec thin = withBleed(BleedType::Subdural, Side::Left, 30);
    thin.slices = 140;
    thin.sliceSpacingMm = 1;
    AnsweredScan scan = scanOf(thin);
    const Findings whole = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(whole.size(), 1);
    constexpr int kEnd = 8, kDip = 8; // slices: hardly anything is as thick as a clot in either
    for (int k = whole[0].firstSlice + kEnd; k < whole[0].firstSlice + kEnd + kDip; ++k)
        scan.prediction.slices[static_cast<std::size_t>(k)].p[0] = 0.44;
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings[0].firstSlice, whole[0].firstSlice);
}

TEST(Findings, ADipInWhichThereIsNoBloodPartsTwoBleeds) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 40));
    const int dip = dipAtMiddle(scan, 2);
    ASSERT_EQ(found(*scan.volume, scan.prediction, {}).size(), 1) << "while the clot goes on";
    constexpr std::int16_t kBrainHu = 32;
    const Grid& grid = scan.volume->grid();
    std::vector<std::int16_t> hu(scan.volume->voxels().begin(), scan.volume->voxels().end());
    for (std::size_t v = dip * grid.voxelsPerSlice(); v < (dip + 2) * grid.voxelsPerSlice(); ++v)
        if (hu[v] > kBrainHu && hu[v] < 90) hu[v] = kBrainHu;
    EXPECT_EQ(found(Volume(grid, hu, "1"), scan.prediction, {}).size(), 2);
}

TEST(Findings, WhereNothingIsOutlinedADipPartsThem) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Subdural, Side::Left, 30));
    dipAtMiddle(scan, 1);
    ScanHeader lossy;
    lossy.isLossy = true;
    EXPECT_EQ(found(*scan.volume, scan.prediction, lossy).size(), 2);
}

TEST(Findings, NothingIsMeasuredWhereHuOrLengthsAreNotKnown) {
    const AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    ScanHeader lossy, sizeless;
    lossy.isLossy = true;
    sizeless.areLengthsKnown = false;
    for (const ScanHeader& header : {lossy, sizeless}) {
        const Findings findings = found(*scan.volume, scan.prediction, header);
        ASSERT_EQ(findings.size(), 1);
        EXPECT_FALSE(findings[0].outline);
        EXPECT_EQ(findings[0].sides, FindingSides{FindingSide::Left});
    }
    std::vector<std::int16_t> cut(scan.volume->voxels().begin(), scan.volume->voxels().end());
    for (std::int16_t& hu : cut)
        hu = std::clamp<std::int16_t>(hu, 0, 80);
    const Findings findings = found(Volume(scan.volume->grid(), cut, "1"), scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_FALSE(findings[0].outline);
    EXPECT_EQ(findings[0].sides, FindingSides{FindingSide::Left});
    ASSERT_TRUE(findings[0].place);
    EXPECT_GT(findings[0].place->x, 10) << "from the heat";
}

/// The same voxels in another place of the scanner, turned about the patient's long axis.
Grid moved(const Grid& grid, double turnDegrees, Vec3 shift) {
    const double a = turnDegrees * std::numbers::pi / 180;
    const auto turned = [&](Vec3 v) {
        return Vec3{v.x * std::cos(a) - v.y * std::sin(a), v.x * std::sin(a) + v.y * std::cos(a), v.z};
    };
    std::vector<PatientPoint> positions;
    for (const PatientPoint& p : grid.slicePositions())
        positions.push_back(PatientPoint{} + turned(p - PatientPoint{}) + shift);
    return Grid(grid.columns(), grid.rows(), turned(grid.rowDirection()), turned(grid.columnDirection()),
                grid.columnSpacingMm(), grid.rowSpacingMm(), positions);
}

TEST(HeadMiddle, IsTheHeadsOwnWhereverItLiesAndHoweverItIsTurned) {
    PhantomSpec spec = withBleed(BleedType::Subdural, Side::Left, 60);
    const VolumePtr head = makePhantom(spec).volume;
    for (const double degrees : {-15.0, 0.0, 12.0}) {
        const Grid grid = moved(head->grid(), degrees, {37, -20, 300});
        const Volume volume(grid, std::vector<std::int16_t>(head->voxels().begin(), head->voxels().end()),
                            "1");
        const auto middle = HeadMiddle::find(volume, 250);
        ASSERT_TRUE(middle);
        for (const double y : {-60.0, 0.0, 60.0}) {
            // The phantom's middle is at x = 0 of its own grid.
            const VoxelIndex own = head->grid().toVoxel({0, y, 10});
            EXPECT_NEAR(middle->leftMm(grid.toPatient(own)), 0, 4) << degrees << " degrees, y " << y;
            const VoxelIndex left = head->grid().toVoxel({30, y, 10});
            EXPECT_NEAR(middle->leftMm(grid.toPatient(left)), 30, 5) << degrees << " degrees, y " << y;
        }
    }
}

} // namespace
} // namespace hemo
