#include "core/simulate/bleed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace hemo {
namespace {

struct Case {
    BleedType kind;
    Side side;
    double volumeMl;
    double tiltDegrees = 0;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << bleedTypeName(c.kind) << (c.side == Side::Left ? " left " : " right ") << c.volumeMl
         << " mL, tilt " << c.tiltDegrees;
}

PhantomSpec specOf(const Case& c) {
    PhantomSpec spec;
    spec.columns = spec.rows = 112;
    spec.pixelSpacingMm = 1.9;
    spec.noiseHu = 0;
    spec.tiltDegrees = c.tiltDegrees;
    spec.bleed = BleedSpec{c.kind, c.side, c.volumeMl, 66};
    return spec;
}

/// The same head without its bleed; made once for each tilt.
VolumePtr cleanHead(double tiltDegrees) {
    static std::map<double, VolumePtr> made;
    VolumePtr& head = made[tiltDegrees];
    if (!head) {
        PhantomSpec spec = specOf({BleedType::Epidural, Side::Left, 1, tiltDegrees});
        spec.bleed.reset();
        head = makePhantom(spec).volume;
    }
    return head;
}

/// Voxels that the bleed made denser by more than half of what blood is over what was there.
struct Difference {
    double volumeMl = 0, meanX = 0, meanHu = 0;
    int lowestHu = 4000, highestHu = -4000;
};

Difference differenceOf(const Volume& with, const Volume& without) {
    Difference d;
    const Grid& grid = with.grid();
    double count = 0;
    for (std::size_t n = 0; n < with.voxels().size(); ++n) {
        const int after = with.voxels()[n], before = without.voxels()[n];
        if (before > 60 || before < 0 || after - before <= (66 - before) / 2.0) continue;
        const int i = int(n % grid.columns()), j = int(n / grid.columns() % grid.rows());
        d.meanX += grid.toPatient({double(i), double(j), double(n / grid.voxelsPerSlice())}).x;
        d.meanHu += after;
        d.highestHu = std::max(d.highestHu, after);
        ++count;
    }
    d.volumeMl = count * simulate::voxelVolumeMl(grid);
    d.meanX /= count, d.meanHu /= count;
    return d;
}

class BleedOf : public ::testing::TestWithParam<Case> {};

TEST_P(BleedOf, HasVolumeSideAndDensityInTheVoxelsThemselves) {
    const Case c = GetParam();
    const Phantom bled = makePhantom(specOf(c));
    const VolumePtr clean = cleanHead(c.tiltDegrees);
    const Difference seen = differenceOf(*bled.volume, *clean);

    EXPECT_NEAR(bled.bleedVolumeMl, c.volumeMl, 0.1 * c.volumeMl);
    // Voxels that blood shares with bone are not told apart here: under a sloping vault a subdural has many.
    EXPECT_GT(seen.volumeMl, (c.kind == BleedType::Subdural ? 0.55 : 0.72) * c.volumeMl);
    EXPECT_LT(seen.volumeMl, 1.1 * c.volumeMl);
    const double sign = c.side == Side::Left ? 1 : -1;
    EXPECT_GT(sign * bled.bleedCentre.x, 5);
    EXPECT_NEAR(seen.meanX, bled.bleedCentre.x, c.kind == BleedType::Subdural ? 3 : 2);
    EXPECT_GT(seen.meanHu, 52);
    EXPECT_LT(seen.meanHu, 70);
    EXPECT_LE(seen.highestHu, 76);

    const Grid& grid = clean->grid();
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                if (sign * grid.toPatient({double(i), double(j), double(k)}).x > 0) continue;
                ASSERT_EQ(bled.volume->at(i, j, k), clean->at(i, j, k)) << "on the other side";
            }
}

INSTANTIATE_TEST_SUITE_P(EveryKind, BleedOf,
                         ::testing::Values(Case{BleedType::Epidural, Side::Left, 40},
                                           Case{BleedType::Epidural, Side::Right, 12},
                                           Case{BleedType::Subdural, Side::Left, 60},
                                           Case{BleedType::Subdural, Side::Right, 20},
                                           Case{BleedType::Intraparenchymal, Side::Left, 25},
                                           Case{BleedType::Intraparenchymal, Side::Right, 3, 18},
                                           Case{BleedType::Intraventricular, Side::Left, 6},
                                           Case{BleedType::Intraventricular, Side::Right, 25},
                                           Case{BleedType::Subarachnoid, Side::Left, 10},
                                           Case{BleedType::Subarachnoid, Side::Right, 20, -12}));

TEST(Bleed, SubduralSpreadsOverMoreSlicesThanAnEpiduralOfItsVolume) {
    const auto slicesTouched = [](BleedType kind) {
        const VolumePtr bled = makePhantom(specOf({kind, Side::Left, 30})).volume, clean = cleanHead(0);
        int touched = 0;
        for (int k = 0; k < bled->grid().slices(); ++k)
            touched += !std::ranges::equal(bled->slice(k), clean->slice(k));
        return touched;
    };
    EXPECT_GT(slicesTouched(BleedType::Subdural), slicesTouched(BleedType::Epidural) + 3);
}

TEST(Bleed, IntraventricularBloodLiesBehindTheFluidThatIsLeft) {
    const Phantom p = makePhantom(specOf({BleedType::Intraventricular, Side::Left, 4}));
    EXPECT_GT(p.bleedCentre.y, 25) << "a lying patient's blood sinks to the occipital horn";
}

TEST(Bleed, AClotInTheBrainHasADarkRim) {
    const VolumePtr bled = makePhantom(specOf({BleedType::Intraparenchymal, Side::Left, 20})).volume;
    const VolumePtr clean = cleanHead(0);
    int darker = 0;
    for (std::size_t n = 0; n < clean->voxels().size(); ++n)
        darker += clean->voxels()[n] - bled->voxels()[n] > 4;
    EXPECT_GT(darker * simulate::voxelVolumeMl(clean->grid()), 2.0);
}

TEST(Bleed, OnMissingSlicesIsNotCounted) {
    PhantomSpec spec = specOf({BleedType::Intraparenchymal, Side::Left, 30});
    const double whole = makePhantom(spec).bleedVolumeMl;
    spec.missingSlices = {14, 15};
    const double left = makePhantom(spec).bleedVolumeMl;
    EXPECT_LT(left, 0.9 * whole);
    EXPECT_GT(left, 0.3 * whole);
}

TEST(Bleed, DrawsIntoAnyHeadThatSaysWhereItsSkullIs) {
    // A ball of water for a brain: what a mask of a real one would give, with nothing of the phantom's.
    constexpr double kRadius = 70;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 60; ++k)
        positions.push_back({-77, -73, k * 2.5});
    const Grid grid(75, 73, {1, 0, 0}, {0, 1, 0}, 2, 2, positions);
    const PatientPoint middle = grid.centre();
    const simulate::BleedHost host{
        [&](PatientPoint p) {
            return simulate::Surroundings{float(kRadius - length(p - middle)), -9, -9};
        },
        {middle, {kRadius, kRadius, kRadius}}};
    std::vector<std::int16_t> voxels(grid.voxelCount(), 30);
    const simulate::DrawnBleed drawn =
        drawBleed({BleedType::Epidural, Side::Right, 30, 70}, host, grid, voxels, 5);
    EXPECT_NEAR(drawn.volumeMl, 30, 1);
    EXPECT_LT(drawn.centre.x, middle.x - 50);
    EXPECT_GT(*std::max_element(voxels.begin(), voxels.end()), 60);
}

TEST(Bleed, LargerThanItsSpaceFillsTheSpaceAndSaysHowMuchThatIs) {
    const Phantom p = makePhantom(specOf({BleedType::Intraventricular, Side::Left, 400}));
    EXPECT_GT(p.bleedVolumeMl, 40);
    EXPECT_LT(p.bleedVolumeMl, 300);
}

} // namespace
} // namespace hemo
