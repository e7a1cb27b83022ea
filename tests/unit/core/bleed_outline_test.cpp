#include "answered_scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

using FindingSides = std::vector<FindingSide>;

double outlinedMl(const Findings& findings) {
    double sum = 0;
    for (const Finding& f : findings)
        sum += f.outline ? f.outline->volumeMl : 0;
    return sum;
}

/// The same head in pixels fine enough for what is a few millimetres thin.
PhantomSpec finely(PhantomSpec spec) {
    spec.columns = spec.rows = 192;
    spec.pixelSpacingMm = 1.2;
    return spec;
}

struct Case {
    BleedType kind;
    Side side;
    double volumeMl;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << bleedTypeName(c.kind) << (c.side == Side::Left ? " left " : " right ") << c.volumeMl << " mL";
}

class BleedOutlineOf : public ::testing::TestWithParam<Case> {};

TEST_P(BleedOutlineOf, HasTheVolumeAndTheSideThatWereDrawn) {
    const Case& c = GetParam();
    const AnsweredScan scan = scanOf(finely(withBleed(c.kind, c.side, c.volumeMl)));
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    const double error = outlinedMl(findings) / scan.bleedMl - 1;
    RecordProperty("error_percent", int(std::lround(error * 100)));
    // Of a crescent that thins out over many thick slices, a part is nowhere dense enough.
    const double allowed = c.kind == BleedType::Subdural ? 0.25 : 0.12;
    EXPECT_NEAR(error, 0, allowed) << outlinedMl(findings) << " mL for " << scan.bleedMl;
    const Finding& first = findings.front();
    ASSERT_TRUE(first.outline);
    EXPECT_FALSE(first.overBloodHu);
    // A large subdural touches other dense tissue at the skull's base.
    EXPECT_TRUE(first.outline->isWhole || c.kind == BleedType::Subdural);
    if (c.kind != BleedType::Intraventricular) {
        EXPECT_EQ(first.sides, FindingSides{c.side == Side::Left ? FindingSide::Left : FindingSide::Right});
    }
    EXPECT_LE(first.firstSlice, first.mostTellingSlice);
    EXPECT_GE(first.lastSlice, first.mostTellingSlice);
    ASSERT_TRUE(first.place);
    EXPECT_EQ(scan.volume->grid().nearestSlice(*first.place), first.mostTellingSlice);
    EXPECT_LT(std::hypot(first.place->x - scan.bleedCentre.x, first.place->y - scan.bleedCentre.y), 25);
}

INSTANTIATE_TEST_SUITE_P(Kinds, BleedOutlineOf,
                         ::testing::Values(Case{BleedType::Intraparenchymal, Side::Left, 4},
                                           Case{BleedType::Intraparenchymal, Side::Right, 20},
                                           Case{BleedType::Intraparenchymal, Side::Left, 60},
                                           Case{BleedType::Epidural, Side::Right, 12},
                                           Case{BleedType::Epidural, Side::Left, 45},
                                           Case{BleedType::Subdural, Side::Left, 20},
                                           Case{BleedType::Subdural, Side::Right, 70},
                                           Case{BleedType::Intraventricular, Side::Right, 12}));

/// The scan with an answer that suspects nothing beyond `mm` above and below the bleed's middle.
AnsweredScan seenWithin(AnsweredScan scan, double mm) {
    for (SlicePrediction& slice : scan.prediction.slices)
        if (std::abs(scan.volume->grid().toPatient({0, 0, double(slice.slice)}).z - scan.bleedCentre.z) > mm)
            slice.p[0] = 0.1;
    return scan;
}

TEST(BleedOutline, BloodThatGoesOnBeyondTheSuspiciousSlicesIsMeasuredToo) {
    for (const BleedType kind : {BleedType::Intraparenchymal, BleedType::Epidural}) {
        const AnsweredScan whole = scanOf(finely(withBleed(kind, Side::Left, 30)));
        const AnsweredScan few = seenWithin(whole, 8);
        const Findings all = found(*whole.volume, whole.prediction, {});
        const Findings findings = found(*few.volume, few.prediction, {});
        ASSERT_EQ(findings.size(), 1) << bleedTypeName(kind);
        ASSERT_TRUE(findings[0].outline);
        EXPECT_LE(findings[0].lastSlice - findings[0].firstSlice, 3) << "what is suspected stays what it was";
        EXPECT_NEAR(findings[0].outline->volumeMl / all[0].outline->volumeMl, 1, 0.03) << bleedTypeName(kind);
        EXPECT_TRUE(findings[0].outline->isWhole) << bleedTypeName(kind);
        EXPECT_TRUE(std::ranges::is_sorted(findings[0].outline->voxels));
    }
}

TEST(BleedOutline, BloodIsFollowedThroughThinSlicesToo) {
    PhantomSpec thin = withBleed(BleedType::Intraparenchymal, Side::Left, 8);
    thin.slices = 140;
    thin.sliceSpacingMm = 1;
    const AnsweredScan scan = seenWithin(scanOf(thin), 5); // of a radius of 12
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    ASSERT_TRUE(findings[0].outline);
    EXPECT_NEAR(findings[0].outline->volumeMl / scan.bleedMl, 1, 0.12);
    EXPECT_TRUE(findings[0].outline->isWhole);
}

TEST(BleedOutline, WhereBloodGoesOnFurtherThanItIsFollowedIsNotCalledWhole) {
    const AnsweredScan scan = seenWithin(scanOf(withBleed(BleedType::Subdural, Side::Left, 90)), 3);
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->volumeMl, 0.9 * scan.bleedMl);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

TEST(BleedOutline, BloodIsNotFollowedAcrossMissingSlices) {
    PhantomSpec spec = withBleed(BleedType::Intraparenchymal, Side::Right, 40);
    const AnsweredScan whole = scanOf(spec);
    const int k = whole.volume->grid().nearestSlice(whole.bleedCentre);
    spec.missingSlices = {k + 1, k + 2};
    AnsweredScan scan = scanOf(spec);
    for (SlicePrediction& slice : scan.prediction.slices)
        if (slice.slice > k) slice.p[0] = 0.1;
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->voxels.back() / scan.volume->grid().voxelsPerSlice(), std::size_t(k) + 1);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

/// The scan with heat over the front half of the head alone.
AnsweredScan withNarrowHeat(AnsweredScan scan) {
    ProbabilityMap& heat = scan.prediction.heat;
    for (int k = 0; k < heat.grid.slices(); ++k)
        for (int j = kHeatSide / 2; j < kHeatSide; ++j)
            for (int i = 0; i < kHeatSide; ++i)
                heat.values[(std::size_t(k) * kHeatSide + j) * kHeatSide + i] = 0;
    return scan;
}

TEST(BleedOutline, ACrescentIsFollowedBeyondTheHeat) {
    for (const double ml : {40.0, 60.0}) {
        const AnsweredScan narrow = withNarrowHeat(scanOf(withBleed(BleedType::Subdural, Side::Left, ml)));
        const Findings findings = found(*narrow.volume, narrow.prediction, {});
        ASSERT_EQ(findings.size(), 1);
        ASSERT_TRUE(findings[0].outline);
        EXPECT_NEAR(findings[0].outline->volumeMl / narrow.bleedMl, 1, 0.25) << narrow.bleedMl;
    }
}

class ABreakOf : public ::testing::TestWithParam<double> {};

TEST_P(ABreakOf, MillimetresThatThickBloodLiesBeyondIsSaid) {
    const AnsweredScan narrow =
        withNarrowHeat(scanOf(finely(withBleed(BleedType::Subdural, Side::Left, 40))));
    const Findings unbroken = found(*narrow.volume, narrow.prediction, {});
    ASSERT_TRUE(!unbroken.empty() && unbroken[0].outline);
    EXPECT_TRUE(unbroken[0].outline->isWhole);
    // Brain across the crescent, behind what is hot.
    std::vector<std::int16_t> hu(narrow.volume->voxels().begin(), narrow.volume->voxels().end());
    const Grid& grid = narrow.volume->grid();
    for (std::size_t v = 0; v < hu.size(); ++v) {
        const std::size_t row = v % grid.voxelsPerSlice() / std::size_t(grid.columns());
        const double y = grid.toPatient({0, double(row), 0}).y;
        if (y > 25 && y < 25 + GetParam() && hu[v] > 45 && hu[v] < 90) hu[v] = 33;
    }
    const Findings findings = found(Volume(grid, hu, "1"), narrow.prediction, {});
    ASSERT_FALSE(findings.empty());
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->volumeMl, 0.75 * narrow.bleedMl);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

INSTANTIATE_TEST_SUITE_P(BleedOutline, ABreakOf, ::testing::Values(4, 8));

constexpr double kLevelMm = 10;

/// A head with blood of 66 HU where it is asked for, and an answer that is hot at `hot` in the slices within
/// `reachMm` of kLevelMm.
AnsweredScan painted(const std::function<bool(PatientPoint)>& isBlood, PatientPoint hot, double reachMm) {
    static const VolumePtr clean = makePhantom(finely(quickHead())).volume;
    const Grid& grid = clean->grid();
    std::vector<std::int16_t> hu(clean->voxels().begin(), clean->voxels().end());
    for (std::size_t v = 0; v < hu.size(); ++v) {
        const std::size_t n = v % grid.voxelsPerSlice();
        const PatientPoint p = grid.toPatient(grid.voxelOfSlice(n, int(v / grid.voxelsPerSlice())));
        if (isBlood(p)) hu[v] = 66;
    }
    return answered(std::make_shared<Volume>(grid, hu, "1"), [&](int k) {
        const double z = grid.toPatient({0, 0, double(k)}).z;
        return std::abs(z - kLevelMm) <= reachMm ? std::vector{PatientPoint{hot.x, hot.y, z}}
                                                 : std::vector<PatientPoint>{};
    });
}

std::function<bool(PatientPoint)> ball(PatientPoint middle, double radiusMm) {
    return [=](PatientPoint p) { return length(p - middle) < radiusMm; };
}

/// Two pixels wide, from one row of the head to another, in the slices near kLevelMm.
std::function<bool(PatientPoint)> seam(double x, double fromY, double toY) {
    return [=](PatientPoint p) {
        return std::abs(p.x - x) < 1.2 && p.y > fromY && p.y < toY && std::abs(p.z - kLevelMm) < 6;
    };
}

TEST(BleedOutline, AHotSeamThatLeadsToWhatIsThickFarFromTheHeatIsNotMeasured) {
    const auto far = ball({-30, -10, kLevelMm}, 9);
    const auto thin = seam(-30, -42, -10);
    const AnsweredScan scan =
        painted([&](PatientPoint p) { return far(p) || thin(p); }, {-30, -42, kLevelMm}, 6);
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_FALSE(findings[0].outline) << findings[0].outline->volumeMl;
}

TEST(BleedOutline, WhatIsThickAgainBehindAThinPartIsSaid) {
    const auto near = ball({-30, -40, kLevelMm}, 14), far = ball({-30, 35, kLevelMm}, 9);
    const auto thin = seam(-30, -40, 35);
    const auto measured = [&](const std::function<bool(PatientPoint)>& isBlood) {
        const AnsweredScan scan = painted(isBlood, {-30, -40, kLevelMm}, 11);
        return found(*scan.volume, scan.prediction, {}).at(0).outline.value();
    };
    const BleedOutline alone = measured(near);
    EXPECT_TRUE(alone.isWhole);
    const BleedOutline both = measured([&](PatientPoint p) { return near(p) || far(p) || thin(p); });
    EXPECT_LT(both.volumeMl, 1.6 * alone.volumeMl);
    EXPECT_FALSE(both.isWhole);
}

TEST(BleedOutline, ThinBloodInSuspiciousSlicesWithoutHeatBesideItIsSaid) {
    const auto measured = [](bool goesOn) {
        // A clot, and in the two slices above it, where the heat ends, what is as dense in stripes.
        AnsweredScan scan = painted(
            [goesOn](PatientPoint p) {
                const bool isInside = std::hypot(p.x + 30, p.y + 20) < 9;
                const bool isStripe = std::abs(std::remainder(p.x + 30, 6)) < 1.2;
                const bool isClot = p.z > kLevelMm - 12 && p.z < kLevelMm + 8;
                const bool isAbove = p.z >= kLevelMm + 8 && p.z < kLevelMm + 18;
                return isInside && (isClot || (goesOn && isAbove && isStripe));
            },
            {-30, -20, kLevelMm}, 17);
        ProbabilityMap& heat = scan.prediction.heat;
        for (int k = 0; k < heat.grid.slices(); ++k) {
            const auto from = heat.values.begin() + std::ptrdiff_t(k) * kHeatSide * kHeatSide;
            if (scan.volume->grid().toPatient({0, 0, double(k)}).z >= kLevelMm + 8)
                std::fill(from, from + kHeatSide * kHeatSide, 0.f);
        }
        return found(*scan.volume, scan.prediction, {}).at(0).outline.value();
    };
    EXPECT_TRUE(measured(false).isWhole);
    EXPECT_FALSE(measured(true).isWhole);
}

TEST(BleedOutline, SuspiciousSlicesWithoutBloodBetweenOthersAreSaid) {
    const auto measured = [](double apartMm) {
        const PatientPoint middle{-30, -20, kLevelMm};
        const auto above = ball(middle + Vec3{0, 0, apartMm / 2}, 9),
                   below = ball(middle - Vec3{0, 0, apartMm / 2}, 9);
        const AnsweredScan scan =
            painted([&](PatientPoint p) { return above(p) || below(p); }, middle, apartMm / 2 + 11);
        return found(*scan.volume, scan.prediction, {}).at(0).outline.value();
    };
    EXPECT_TRUE(measured(30).isWhole);
    EXPECT_FALSE(measured(50).isWhole);
}

TEST(BleedOutline, ASubduralThatIsTooFaintToMeasureInItsLastSlicesIsNotCalledWhole) {
    const AnsweredScan scan = scanOf(finely(withBleed(BleedType::Subdural, Side::Left, 12)));
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->volumeMl, 0.75 * scan.bleedMl);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

TEST(BleedOutline, AnOutlineAtTheEndOfTheScanOrBesideAGapIsNotCalledWhole) {
    PhantomSpec spec = withBleed(BleedType::Intraparenchymal, Side::Right, 40);
    const AnsweredScan whole = scanOf(spec);
    const int k = whole.volume->grid().nearestSlice(whole.bleedCentre);
    ASSERT_TRUE(found(*whole.volume, whole.prediction, {}).front().outline->isWhole);
    spec.missingSlices = {k};
    const AnsweredScan gap = scanOf(spec);
    const Findings besideGap = found(*gap.volume, gap.prediction, {});
    ASSERT_EQ(besideGap.size(), 1);
    EXPECT_FALSE(besideGap[0].outline->isWhole);
    spec.missingSlices.clear();
    for (int above = k + 1; above < whole.volume->grid().slices(); ++above)
        spec.missingSlices.push_back(above);
    const AnsweredScan cut = scanOf(spec);
    const Findings atTheEnd = found(*cut.volume, cut.prediction, {});
    ASSERT_EQ(atTheEnd.size(), 1);
    EXPECT_FALSE(atTheEnd[0].outline->isWhole);
}

TEST(BleedOutline, FromOneSliceOfASubduralUnderASlopingVaultNoSmallPartIsCalledWhole) {
    const AnsweredScan whole = scanOf(finely(withBleed(BleedType::Subdural, Side::Left, 40)));
    const std::vector<bool> bleeds = suspiciousSlices(whole.prediction);
    int outlined = 0;
    for (std::size_t k = 1; k + 1 < bleeds.size(); ++k) {
        if (!bleeds[k - 1] || !bleeds[k] || !bleeds[k + 1]) continue;
        Prediction alone = whole.prediction;
        for (SlicePrediction& slice : alone.slices)
            if (slice.slice != int(k)) slice.p[0] = 0.1;
        const Findings findings = found(*whole.volume, alone, {});
        ASSERT_EQ(findings.size(), 1);
        if (!findings[0].outline) continue;
        ++outlined;
        EXPECT_TRUE(!findings[0].outline->isWhole || findings[0].outline->volumeMl > 0.75 * whole.bleedMl)
            << k;
    }
    EXPECT_GT(outlined, 5);
}

TEST(BleedOutline, TiltAndMissingSlicesChangeNoVolume) {
    PhantomSpec spec = withBleed(BleedType::Intraparenchymal, Side::Right, 40);
    spec.tiltDegrees = 18;
    const AnsweredScan tilted = scanOf(spec);
    EXPECT_NEAR(outlinedMl(found(*tilted.volume, tilted.prediction, {})) / tilted.bleedMl, 1, 0.2);
    spec.tiltDegrees = 0;
    const AnsweredScan whole = scanOf(spec);
    const int k = whole.volume->grid().nearestSlice(whole.bleedCentre);
    spec.missingSlices = {k, k + 1};
    const AnsweredScan gap = scanOf(spec);
    ASSERT_LT(gap.bleedMl, whole.bleedMl - 3);
    // What lies in the gap was not scanned, so it is not measured either.
    EXPECT_NEAR(outlinedMl(found(*gap.volume, gap.prediction, {})) / gap.bleedMl, 1, 0.2);
}

} // namespace
} // namespace hemo
