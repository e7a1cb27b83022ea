#include "core/simulate/phantom.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hemo {
namespace {

PhantomSpec smallHead() {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    return spec;
}

struct Extent {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    void add(double x) { low = std::min(low, x), high = std::max(high, x); }
    double size() const { return high - low; }
    double middle() const { return (low + high) / 2; }
};

struct Box {
    Extent x, y, z;
};

constexpr PatientPoint kMark{25, 36, 4};

/// The dense mark's box in patient space: voxels near its place that are denser than any tissue there.
Box markBox(const Volume& volume) {
    Box box;
    const Grid& grid = volume.grid();
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                if (volume.at(i, j, k) < 150 || length(p - kMark) > 14) continue;
                box.x.add(p.x), box.y.add(p.y), box.z.add(p.z);
            }
    return box;
}

double meanAround(const Volume& volume, PatientPoint centre, double radiusMm) {
    double sum = 0, count = 0;
    for (double dx = -radiusMm; dx <= radiusMm; dx += 0.9)
        for (double dy = -radiusMm; dy <= radiusMm; dy += 0.9)
            sum += volume.valueAt(centre + Vec3{dx, dy, 0}), ++count;
    return sum / count;
}

TEST(Phantom, HasTheSizeAndSpacingAskedForAroundTheOrigin) {
    PhantomSpec spec = smallHead();
    spec.rows = 120;
    const VolumePtr made = makePhantom(spec).volume;
    const Volume& volume = *made;
    EXPECT_EQ(volume.grid().columns(), 128);
    EXPECT_EQ(volume.grid().rows(), 120);
    EXPECT_EQ(volume.grid().slices(), 28);
    EXPECT_DOUBLE_EQ(volume.grid().typicalSpacingMm(), 5);
    EXPECT_LT(length(volume.grid().centre() - PatientPoint{}), 1e-9);
    EXPECT_EQ(volume.seriesInstanceUid(), spec.seriesInstanceUid);
}

TEST(Phantom, TissuesHaveTheHounsfieldUnitsOfTissues) {
    PhantomSpec spec;
    const VolumePtr made = makePhantom(spec).volume;
    const Volume& volume = *made;
    EXPECT_NEAR(meanAround(volume, {-110, -110, 12.5}, 3), -1000, 5) << "air";
    EXPECT_NEAR(meanAround(volume, {25, -20, 27.5}, 2.5), 28, 4) << "white matter";
    EXPECT_NEAR(meanAround(volume, {25, -4, 2.5}, 2.5), 37, 4) << "lentiform nucleus";
    EXPECT_NEAR(meanAround(volume, {10, 5, 17.5}, 2), 9, 4) << "lateral ventricle";
    EXPECT_NEAR(meanAround(volume, {33, -72, -37.5}, 3), 12, 5) << "eye";
    EXPECT_NEAR(meanAround(volume, {-29, -58, -67.5}, 3), -990, 15) << "maxillary sinus";
    const auto [lowest, highest] = std::minmax_element(volume.voxels().begin(), volume.voxels().end());
    EXPECT_GE(*lowest, -1024);
    EXPECT_GT(*highest, 1200);
    EXPECT_LT(*highest, 2000);
}

TEST(Phantom, NothingOfTheHeadEndsAtTheEdgeOfWhereItIsLookedFor) {
    // Beyond an ellipse of 94 by 116 and 126 mm no tissue is asked about: shortly before it must be none.
    PhantomSpec spec = smallHead();
    spec.slices = 40;
    spec.noiseHu = 0;
    const VolumePtr volume = makePhantom(spec).volume;
    const Grid& grid = volume->grid();
    int looked = 0;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const double r = std::hypot(p.x / 94, p.y / (p.y > 0 ? 116 : 126));
                if (r < 0.94 || r > 1) continue;
                ++looked;
                ASSERT_LT(volume->at(i, j, k), -200)
                    << "only the head's rest, at " << p.x << ' ' << p.y << ' ' << p.z;
            }
    EXPECT_GT(looked, 10000);
}

TEST(Phantom, SkullSurroundsTheBrainInEverySliceOfTheVault) {
    const VolumePtr made = makePhantom(smallHead()).volume;
    const Volume& volume = *made;
    for (double z = -7.5; z < 50; z += 5)
        for (int degrees = 0; degrees < 360; degrees += 15) {
            const double angle = degrees * 3.14159265358979 / 180;
            int densest = -1000;
            for (double r = 20; r < 110; r += 0.9)
                densest =
                    std::max<int>(densest, volume.valueAt({r * std::cos(angle), r * std::sin(angle), z}));
            EXPECT_GT(densest, 500) << "at " << degrees << " degrees, z " << z;
        }
}

TEST(Phantom, TheMarkLiesInThePatientsLeftVentricle) {
    const VolumePtr volume = makePhantom(smallHead()).volume;
    const Box box = markBox(*volume);
    EXPECT_NEAR(box.x.middle(), kMark.x, 1.8);
    EXPECT_NEAR(box.y.middle(), kMark.y, 1.8);
    EXPECT_GT(box.x.low, 15);
    EXPECT_LT(volume->valueAt({-kMark.x, kMark.y, kMark.z}), 100) << "none on the right";
}

TEST(Phantom, ASliceUnderTheVertexShowsTheMeanOfWhatLiesInItsThickness) {
    PhantomSpec thick = smallHead(), thin = smallHead();
    thick.noiseHu = thin.noiseHu = 0;
    thin.sliceSpacingMm = 1;
    thin.slices = 5 * thick.slices;
    const VolumePtr slices = makePhantom(thick).volume, parts = makePhantom(thin).volume;
    constexpr int kMiddle = 64;
    for (const int k : {24, 25, 26, 27}) { // brain, brain and bone, bone, bone and air
        double sum = 0;
        for (int part = 0; part < 5; ++part)
            sum += parts->at(kMiddle, kMiddle, 5 * k + part);
        EXPECT_NEAR(slices->at(kMiddle, kMiddle, k), sum / 5, 1) << "slice " << k;
    }
}

TEST(Phantom, NoiseHasTheDeviationAskedFor) {
    PhantomSpec spec = smallHead();
    spec.slices = 3;
    spec.noiseHu = 0;
    const VolumePtr clean = makePhantom(spec).volume;
    spec.noiseHu = 6;
    const VolumePtr noisy = makePhantom(spec).volume;
    double sum = 0, squares = 0, count = 0;
    for (std::size_t n = 0; n < clean->voxels().size(); ++n) {
        if (clean->voxels()[n] < -900) continue; // clipped at -1024
        const double d = noisy->voxels()[n] - clean->voxels()[n];
        sum += d, squares += d * d, ++count;
    }
    ASSERT_GT(count, 5000);
    EXPECT_NEAR(sum / count, 0, 0.15);
    EXPECT_NEAR(std::sqrt(squares / count), 6, 0.3);
}

TEST(Phantom, SameSpecGivesTheSameVoxelsAndAnotherSeedOthers) {
    PhantomSpec spec = smallHead();
    spec.slices = 6;
    spec.bleed = BleedSpec{};
    const Phantom a = makePhantom(spec), b = makePhantom(spec);
    EXPECT_TRUE(std::ranges::equal(a.volume->voxels(), b.volume->voxels()));
    EXPECT_EQ(a.bleedVolumeMl, b.bleedVolumeMl);
    EXPECT_EQ(a.bleedCentre, b.bleedCentre);
    spec.seed = 2;
    EXPECT_FALSE(std::ranges::equal(a.volume->voxels(), makePhantom(spec).volume->voxels()));
}

TEST(Phantom, TiltLeansTheSlicesAndLeavesTheHeadWhereItIs) {
    PhantomSpec spec = smallHead();
    spec.sliceSpacingMm = 1;
    spec.slices = 90;
    spec.tiltDegrees = 18;
    const VolumePtr made = makePhantom(spec).volume;
    const Volume& volume = *made;
    EXPECT_NEAR(volume.grid().tiltDegrees(), 18, 1e-6);
    EXPECT_FALSE(volume.grid().isRegular());
    const Vec3 step = volume.grid().slicePositions()[1] - volume.grid().slicePositions()[0];
    EXPECT_NEAR(step.z, 1, 1e-9) << "the table moves along z";
    EXPECT_NEAR(step.y, 0, 1e-9);

    const Box box = markBox(volume);
    EXPECT_NEAR(box.x.middle(), kMark.x, 1.5);
    EXPECT_NEAR(box.y.middle(), kMark.y, 1.5);
    EXPECT_NEAR(box.z.middle(), kMark.z, 1.5);
    EXPECT_NEAR(box.x.size(), box.y.size(), 2.0) << "a ball is round in patient space";
    EXPECT_NEAR(box.y.size(), box.z.size(), 2.0);
}

TEST(Phantom, MissingSlicesLeaveAGapAndTheOthersInPlace) {
    PhantomSpec spec = smallHead();
    spec.slices = 12;
    const VolumePtr whole = makePhantom(spec).volume;
    spec.missingSlices = {4, 5};
    const VolumePtr gapped = makePhantom(spec).volume;
    ASSERT_EQ(gapped->grid().slices(), 10);
    const std::vector<Gap> gaps = findGaps(gapped->grid());
    ASSERT_EQ(gaps.size(), 1u);
    EXPECT_EQ(gaps[0].after, 3);
    EXPECT_NEAR(gaps[0].foundMm, 15, 1e-9);
    EXPECT_EQ(gapped->grid().slicePositions()[4], whole->grid().slicePositions()[6]);
    EXPECT_TRUE(std::ranges::equal(gapped->slice(4), whole->slice(6)));
}

} // namespace
} // namespace hemo
