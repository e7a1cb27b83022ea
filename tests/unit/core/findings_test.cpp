#include "core/classify/findings.h"
#include "core/classify/head_middle.h"
#include "core/simulate/phantom.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

namespace hemo {
namespace {

/// A phantom and an answer that points at its bleed: the heat a network would give that sees it, as coarse as
/// one's maps are.
struct Scan {
    VolumePtr volume;
    Prediction prediction;
    double bleedMl = 0;
    PatientPoint bleedCentre;
};

using FindingSides = std::vector<FindingSide>;

constexpr int kHeatSide = 48; // 4.8 mm a place
constexpr double kHeatReachMm = 7;

std::vector<PatientPoint> bleedIn(const Volume& with, const Volume& without, int k) {
    std::vector<PatientPoint> places;
    const Grid& grid = with.grid();
    for (int j = 0; j < grid.rows(); ++j)
        for (int i = 0; i < grid.columns(); ++i)
            if (with.at(i, j, k) - without.at(i, j, k) > 8)
                places.push_back(grid.toPatient({double(i), double(j), double(k)}));
    return places;
}

/// A scan and an answer that is sure of the slices that have such places, and hot near them.
Scan answered(VolumePtr volume, const std::function<std::vector<PatientPoint>(int)>& placesIn) {
    Scan scan{std::move(volume), {}, 0, {}};
    const Grid& grid = scan.volume->grid();
    ProbabilityMap& heat = scan.prediction.heat;
    heat.grid = coarseGrid(grid, kHeatSide, kHeatSide);
    for (int k = 0; k < grid.slices(); ++k) {
        const auto places = placesIn(k);
        for (int j = 0; j < kHeatSide; ++j)
            for (int i = 0; i < kHeatSide; ++i) {
                const PatientPoint p = heat.grid.toPatient({double(i), double(j), double(k)});
                double nearest = 1e9;
                for (const PatientPoint& place : places)
                    nearest = std::min(nearest, length(place - p));
                heat.values.push_back(float(5 * std::exp(-std::pow(nearest / kHeatReachMm, 2))));
            }
        const double p = places.empty() ? 0.02 : std::min(0.6 + 0.001 * double(places.size()), 0.99);
        scan.prediction.slices.push_back({k, {p, 0.1, p * 0.9, 0.1, 0.1, 0.1}});
    }
    scan.prediction.provenance.rule = {1, 0.5};
    scan.prediction.verdict = judge(scan.prediction.slices, {1, 0.5});
    return scan;
}

Scan scanOf(PhantomSpec spec) {
    const Phantom phantom = makePhantom(spec);
    spec.bleed.reset();
    const VolumePtr clean = makePhantom(spec).volume;
    Scan scan = answered(phantom.volume, [&](int k) { return bleedIn(*phantom.volume, *clean, k); });
    scan.bleedMl = phantom.bleedVolumeMl;
    scan.bleedCentre = phantom.bleedCentre;
    return scan;
}

/// A head without a bleed and an answer that points at the calcified plexus of its left ventricle.
/// And, where asked for, at a place with nothing dense.
Scan scanOfCalcification(std::optional<PatientPoint> elsewhere = {}) {
    constexpr PatientPoint kPlexus{25, 36, 4};
    const VolumePtr volume = makePhantom({}).volume;
    return answered(volume, [&](int k) {
        std::vector<PatientPoint> hot;
        const double awayMm = volume->grid().toPatient({0, 0, double(k)}).z - kPlexus.z;
        if (std::abs(awayMm) < 5) hot.push_back(kPlexus);
        if (std::abs(awayMm) < 5 && elsewhere) hot.push_back(*elsewhere);
        return hot;
    });
}

PhantomSpec withBleed(Finding kind, Side side, double volumeMl) {
    PhantomSpec spec;
    spec.columns = spec.rows = 192;
    spec.pixelSpacingMm = 1.2;
    spec.bleed = BleedSpec{kind, side, volumeMl, 66};
    return spec;
}

Findings found(const Volume& volume, const Prediction& prediction, const ScanHeader& header) {
    return findFindings(volume, prediction, header, {}).value();
}

double outlinedMl(const Findings& findings) {
    double sum = 0;
    for (const BleedFinding& f : findings)
        sum += f.outline ? f.outline->volumeMl : 0;
    return sum;
}

struct Case {
    Finding kind;
    Side side;
    double volumeMl;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << findingName(c.kind) << (c.side == Side::Left ? " left " : " right ") << c.volumeMl << " mL";
}

class BleedOutlineOf : public ::testing::TestWithParam<Case> {};

TEST_P(BleedOutlineOf, HasTheVolumeAndTheSideThatWereDrawn) {
    const Case& c = GetParam();
    const Scan scan = scanOf(withBleed(c.kind, c.side, c.volumeMl));
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    const double error = outlinedMl(findings) / scan.bleedMl - 1;
    RecordProperty("error_percent", int(std::lround(error * 100)));
    // Of a crescent that thins out over many thick slices, a part is nowhere dense enough.
    const double allowed = c.kind == Finding::Subdural ? 0.25 : 0.12;
    EXPECT_NEAR(error, 0, allowed) << outlinedMl(findings) << " mL for " << scan.bleedMl;
    const BleedFinding& first = findings.front();
    ASSERT_TRUE(first.outline);
    EXPECT_FALSE(first.overBloodHu);
    // A large subdural touches other dense tissue at the skull's base.
    EXPECT_TRUE(first.outline->isWhole || c.kind == Finding::Subdural);
    if (c.kind != Finding::Intraventricular && c.kind != Finding::Subarachnoid) {
        EXPECT_EQ(first.sides, FindingSides{c.side == Side::Left ? FindingSide::Left : FindingSide::Right});
    }
    EXPECT_LE(first.firstSlice, first.mostTellingSlice);
    EXPECT_GE(first.lastSlice, first.mostTellingSlice);
    ASSERT_TRUE(first.place);
    EXPECT_EQ(scan.volume->grid().nearestSlice(*first.place), first.mostTellingSlice);
    EXPECT_LT(std::hypot(first.place->x - scan.bleedCentre.x, first.place->y - scan.bleedCentre.y), 25);
}

INSTANTIATE_TEST_SUITE_P(Kinds, BleedOutlineOf,
                         ::testing::Values(Case{Finding::Intraparenchymal, Side::Left, 4},
                                           Case{Finding::Intraparenchymal, Side::Right, 20},
                                           Case{Finding::Intraparenchymal, Side::Left, 60},
                                           Case{Finding::Epidural, Side::Right, 12},
                                           Case{Finding::Epidural, Side::Left, 45},
                                           Case{Finding::Subdural, Side::Left, 20},
                                           Case{Finding::Subdural, Side::Right, 70},
                                           Case{Finding::Intraventricular, Side::Right, 12}));

TEST(Findings, AScanThatIsNotSuspectedHasNone) {
    Scan scan = scanOf(withBleed(Finding::Intraparenchymal, Side::Left, 20));
    scan.prediction.verdict.answer = Answer::NoneSeen;
    EXPECT_TRUE(found(*scan.volume, scan.prediction, {}).empty());
    scan.prediction.verdict.answer = Answer::CannotAssess;
    EXPECT_TRUE(found(*scan.volume, scan.prediction, {}).empty());
}

TEST(Findings, WhatIsHotAndTooDenseForBloodIsSaidToBe) {
    const Scan scan = scanOfCalcification();
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
    const Scan scan = scanOfCalcification(PatientPoint{-40, -10, 4});
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    EXPECT_FALSE(findings[0].overBloodHu);
}

TEST(Findings, AnOutlineThatTheSlicesCutShortIsNotCalledWhole) {
    const Scan whole = scanOf(withBleed(Finding::Subdural, Side::Left, 60));
    Scan fewSlices = whole;
    for (SlicePrediction& slice : fewSlices.prediction.slices)
        if (std::abs(slice.slice - 14) > 1) slice.p[0] = 0.1;
    const Findings few = found(*whole.volume, fewSlices.prediction, {});
    ASSERT_EQ(few.size(), 1);
    ASSERT_TRUE(few[0].outline);
    EXPECT_LT(few[0].outline->volumeMl, 40);
    EXPECT_FALSE(few[0].outline->isWhole);
}

/// The scan with heat over the front half of the head alone.
Scan withNarrowHeat(Scan scan) {
    ProbabilityMap& heat = scan.prediction.heat;
    for (int k = 0; k < heat.grid.slices(); ++k)
        for (int j = kHeatSide / 2; j < kHeatSide; ++j)
            for (int i = 0; i < kHeatSide; ++i)
                heat.values[(std::size_t(k) * kHeatSide + j) * kHeatSide + i] = 0;
    return scan;
}

TEST(Findings, ACrescentIsFollowedBeyondTheHeat) {
    for (const double ml : {40.0, 60.0}) {
        const Scan narrow = withNarrowHeat(scanOf(withBleed(Finding::Subdural, Side::Left, ml)));
        const Findings findings = found(*narrow.volume, narrow.prediction, {});
        ASSERT_EQ(findings.size(), 1);
        ASSERT_TRUE(findings[0].outline);
        EXPECT_NEAR(findings[0].outline->volumeMl / narrow.bleedMl, 1, 0.25) << narrow.bleedMl;
    }
}

TEST(Findings, AnOutlineWithABreakThatThickBloodLiesBeyondIsNotCalledWhole) {
    const Scan narrow = withNarrowHeat(scanOf(withBleed(Finding::Subdural, Side::Left, 40)));
    EXPECT_TRUE(found(*narrow.volume, narrow.prediction, {}).front().outline->isWhole);
    // Brain across the crescent, a few millimetres of it, behind what is hot.
    std::vector<std::int16_t> hu(narrow.volume->voxels().begin(), narrow.volume->voxels().end());
    const Grid& grid = narrow.volume->grid();
    for (std::size_t v = 0; v < hu.size(); ++v) {
        const std::size_t row = v % grid.voxelsPerSlice() / std::size_t(grid.columns());
        const double y = grid.toPatient({0, double(row), 0}).y;
        if (y > 25 && y < 29 && hu[v] > 45 && hu[v] < 90) hu[v] = 33;
    }
    const Findings findings = found(Volume(grid, hu, "1"), narrow.prediction, {});
    ASSERT_FALSE(findings.empty());
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->volumeMl, 0.75 * narrow.bleedMl);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

TEST(Findings, ASubduralThatIsTooFaintToMeasureInItsLastSlicesIsNotCalledWhole) {
    const Scan scan = scanOf(withBleed(Finding::Subdural, Side::Left, 12));
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_EQ(findings.size(), 1);
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->volumeMl, 0.75 * scan.bleedMl);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

TEST(Findings, AnOutlineAtTheEndOfTheScanOrBesideAGapIsNotCalledWhole) {
    PhantomSpec spec = withBleed(Finding::Intraparenchymal, Side::Right, 40);
    const Scan whole = scanOf(spec);
    const int k = whole.volume->grid().nearestSlice(whole.bleedCentre);
    ASSERT_TRUE(found(*whole.volume, whole.prediction, {}).front().outline->isWhole);
    spec.missingSlices = {k};
    const Scan gap = scanOf(spec);
    const Findings besideGap = found(*gap.volume, gap.prediction, {});
    ASSERT_EQ(besideGap.size(), 1);
    EXPECT_FALSE(besideGap[0].outline->isWhole);
    spec.missingSlices.clear();
    for (int above = k + 1; above < whole.volume->grid().slices(); ++above)
        spec.missingSlices.push_back(above);
    const Scan cut = scanOf(spec);
    const Findings atTheEnd = found(*cut.volume, cut.prediction, {});
    ASSERT_EQ(atTheEnd.size(), 1);
    EXPECT_FALSE(atTheEnd[0].outline->isWhole);
}

TEST(Findings, OneSliceOfASubduralUnderASlopingVaultIsNotCalledWhole) {
    const Scan whole = scanOf(withBleed(Finding::Subdural, Side::Left, 40));
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
        EXPECT_FALSE(findings[0].outline->isWhole) << k;
    }
    EXPECT_GT(outlined, 5);
}

TEST(Findings, WithoutHeatNoPlaceAndNoSideIsClaimed) {
    Scan scan = scanOf(withBleed(Finding::Intraparenchymal, Side::Left, 20));
    std::fill(scan.prediction.heat.values.begin(), scan.prediction.heat.values.end(), 0.f);
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    EXPECT_FALSE(findings[0].place);
    EXPECT_TRUE(findings[0].sides.empty());
    EXPECT_FALSE(findings[0].outline);
    EXPECT_FALSE(findings[0].overBloodHu);
}

TEST(Findings, StopWhenTheyAreNoLongerWanted) {
    const Scan scan = scanOf(withBleed(Finding::Intraparenchymal, Side::Left, 20));
    std::stop_source stop;
    stop.request_stop();
    const auto findings = findFindings(*scan.volume, scan.prediction, {}, TaskContext(stop.get_token()));
    ASSERT_FALSE(findings);
    EXPECT_EQ(findings.error().code, ErrorCode::Cancelled);
}

TEST(Findings, BleedsOfBothSidesAtOneLevelNameBothSides) {
    const Scan large = scanOf(withBleed(Finding::Subdural, Side::Right, 40)),
               small = scanOf(withBleed(Finding::Subdural, Side::Left, 15));
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
    Scan scan = scanOf(withBleed(Finding::Intraparenchymal, Side::Left, 20));
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
    EXPECT_EQ(findings[0].p[Finding::Subdural], 0.8);
    EXPECT_EQ(findings[1].firstSlice, 9);
    EXPECT_EQ(findings[1].lastSlice, 9);
}

TEST(Findings, NothingIsMeasuredWhereHuOrLengthsAreNotKnown) {
    const Scan scan = scanOf(withBleed(Finding::Intraparenchymal, Side::Left, 20));
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

TEST(Findings, TiltAndMissingSlicesChangeNoVolume) {
    PhantomSpec spec = withBleed(Finding::Intraparenchymal, Side::Right, 40);
    spec.tiltDegrees = 18;
    const Scan tilted = scanOf(spec);
    EXPECT_NEAR(outlinedMl(found(*tilted.volume, tilted.prediction, {})) / tilted.bleedMl, 1, 0.2);
    spec.tiltDegrees = 0;
    const Scan whole = scanOf(spec);
    const int k = whole.volume->grid().nearestSlice(whole.bleedCentre);
    spec.missingSlices = {k, k + 1};
    const Scan gap = scanOf(spec);
    ASSERT_LT(gap.bleedMl, whole.bleedMl - 3);
    // What lies in the gap was not scanned, so it is not measured either.
    EXPECT_NEAR(outlinedMl(found(*gap.volume, gap.prediction, {})) / gap.bleedMl, 1, 0.2);
}

TEST(Findings, AVoxelReachesHalfWayToItsNeighboursAndNotIntoAGap) {
    std::vector<PatientPoint> positions;
    for (const double z : {0.0, 5.0, 10.0, 15.0, 40.0, 45.0, 50.0, 60.0})
        positions.push_back({0, 0, z});
    const Grid grid(10, 10, {1, 0, 0}, {0, 1, 0}, 1, 2, positions);
    EXPECT_DOUBLE_EQ(voxelVolumeMl(grid, 1), 0.010);
    EXPECT_DOUBLE_EQ(voxelVolumeMl(grid, 0), 0.010);
    EXPECT_DOUBLE_EQ(voxelVolumeMl(grid, 3), 0.010) << "beside the gap";
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
    PhantomSpec spec = withBleed(Finding::Subdural, Side::Left, 60);
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

TEST(OutlineEdges, AreTheRimOfTheVoxelsInThatSliceAlone) {
    std::vector<PatientPoint> positions{{0, 0, 0}, {0, 0, 5}};
    const Grid grid(4, 3, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    const BleedOutline outline{
        {5, 6, 12}, 0, true}; // two side by side in the first slice, a corner in the second
    EXPECT_EQ(outlineEdges(outline, grid, 0).size(), 6);
    const auto corner = outlineEdges(outline, grid, 1);
    ASSERT_EQ(corner.size(), 4);
    EXPECT_EQ(corner[0], (OutlineEdge{{-0.5, -0.5, 1}, {-0.5, 0.5, 1}}));
}

} // namespace
} // namespace hemo
