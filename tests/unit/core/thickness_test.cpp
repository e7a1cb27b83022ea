#include "core/anatomy/thickness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace hemo {
namespace {

constexpr double kInnerMm = 70, kOuterMm = 77; // of the skull, a round one
constexpr int kBoneHu = 300;

/// A crescent between the skull and a smaller circle that touches it on the other side: as thick as is asked
/// for at one place, towards `degrees` from the patient's left, and thinner everywhere else.
struct Crescent {
    double thickMm = 10, degrees = 0;
    double pixelMm = 0.6;
    int slices = 3;
    double sliceFactor = 0.8; ///< how thick it is in the slices beside the middle one
    double gapMm = 0;         ///< of brain between skull and blood
    double breakDegrees = 0;  ///< of the skull, about the thickest place
    double stepMm = 5;        ///< between slices
};

struct Drawn {
    VolumePtr volume;
    std::vector<std::uint32_t> blood;
};

double angleFrom(double x, double y, double degrees) {
    const double off = std::atan2(y, x) * 180 / std::numbers::pi - degrees;
    return std::abs(std::remainder(off, 360.0));
}

Drawn draw(const Crescent& c, double holes = 0) {
    const int size = static_cast<int>(2 * (kOuterMm + 8) / c.pixelMm);
    const double first = -(size - 1) / 2.0 * c.pixelMm, a = c.degrees * std::numbers::pi / 180;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < c.slices; ++k)
        positions.push_back({first, first, c.stepMm * k});
    const Grid grid(size, size, {1, 0, 0}, {0, 1, 0}, c.pixelMm, c.pixelMm, positions);
    std::vector<std::int16_t> hu;
    std::vector<std::uint32_t> blood;
    std::mt19937 random(7);
    std::uniform_real_distribution<double> chance(0, 1);
    for (int k = 0; k < c.slices; ++k) {
        const double thick = k == c.slices / 2 ? c.thickMm : c.thickMm * c.sliceFactor;
        const double skull = kInnerMm - c.gapMm, brain = skull - thick / 2, aside = thick / 2;
        for (int j = 0; j < size; ++j)
            for (int i = 0; i < size; ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const double r = std::hypot(p.x, p.y);
                const double fromBrain = std::hypot(p.x + aside * std::cos(a), p.y + aside * std::sin(a));
                const bool isOpen = angleFrom(p.x, p.y, c.degrees) < c.breakDegrees / 2;
                const bool isBone = r > kInnerMm && r <= kOuterMm && !isOpen;
                const bool isBlood = r <= skull && fromBrain > brain;
                hu.push_back(isBone          ? 1000
                             : r <= kInnerMm ? (isBlood ? 65 : 32)
                             : r <= kOuterMm ? 30
                                             : -1000);
                if (isBlood && r < kInnerMm - 1.5 && chance(random) >= holes)
                    blood.push_back(std::uint32_t(hu.size() - 1));
            }
    }
    return {std::make_shared<const Volume>(grid, std::move(hu), "drawn"), std::move(blood)};
}

TEST(Thickness, OfADrawnCrescentIsItsWidestWithinAPixel) {
    for (const double thick : {4.0, 7.5, 12.0, 25.0})
        for (const double degrees : {0.0, 127.0})
            for (const double pixel : {0.5, 0.9}) {
                const Crescent crescent{thick, degrees, pixel};
                const Drawn drawn = draw(crescent);
                const auto found = thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, {});
                ASSERT_TRUE(found) << thick << " " << degrees << " " << pixel;
                EXPECT_NEAR(found->mm(), thick, pixel) << thick << " " << degrees << " " << pixel;
                EXPECT_EQ(found->slice, 1) << "the slice in which it is thickest";
                EXPECT_NEAR(length(found->atSkull - PatientPoint{0, 0, 5}), kInnerMm, pixel) << "at the bone";
                // It is nearly as thick some degrees aside.
                EXPECT_LT(angleFrom(found->atSkull.x, found->atSkull.y, degrees), 30);
                const Vec3 outwards = normalized(found->atSkull - PatientPoint{0, 0, 5});
                EXPECT_GT(dot(normalized(found->atSkull - found->inside), outwards), 0.94) << "upright on it";
            }
}

TEST(Thickness, HolesOfNoiseDoNotMakeItThinner) {
    const Drawn drawn = draw({14, 60}, 0.05);
    const auto found = thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, {});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->mm(), 14, 1.2);
}

TEST(Thickness, BloodThatDoesNotReachTheSkullHasNone) {
    const Drawn drawn = draw({12, 30, 0.6, 3, 0.8, 12});
    EXPECT_FALSE(thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, {}));
    EXPECT_FALSE(thickestAlongSkull(*drawn.volume, {}, kBoneHu, {}));
}

TEST(Thickness, NothingIsMeasuredFromABreakOfTheSkull) {
    Crescent broken{16, 0};
    broken.breakDegrees = 20; // 24 mm of bone are gone where it is thickest
    const Drawn drawn = draw(broken);
    const auto found = thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, {});
    ASSERT_TRUE(found);
    EXPECT_GT(angleFrom(found->atSkull.x, found->atSkull.y, 0), 10);
    EXPECT_LT(found->mm(), 16 + 0.6);
}

TEST(Thickness, ClotInTheTissueBesideACrescentIsNotAdded) {
    Drawn drawn = draw({8, 0});
    const Grid& grid = drawn.volume->grid();
    // A clot of 20 mm in the depth, towards the same side, 10 mm of brain between the two.
    const std::vector<std::uint32_t> crescent = drawn.blood;
    for (std::uint32_t v = 0; v < grid.voxelCount(); ++v) {
        const auto k = static_cast<int>(v / grid.voxelsPerSlice());
        const PatientPoint p = grid.toPatient(grid.voxelOfSlice(v % grid.voxelsPerSlice(), k));
        if (std::hypot(p.x - 42, p.y) < 10) drawn.blood.push_back(v);
    }
    std::sort(drawn.blood.begin(), drawn.blood.end());
    const auto found = thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, {});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->mm(), 8, 0.6);
}

TEST(Thickness, WhatIsThickInTwoThinSlicesAloneIsNoBlood) {
    Crescent thin{8, 0, 0.9, 15, 1.0};
    thin.stepMm = 1;
    Drawn drawn = draw(thin);
    const Grid& grid = drawn.volume->grid();
    // The edge of a bone, as the last two slices show it.
    for (std::uint32_t v = 0; v < grid.voxelCount(); ++v) {
        const auto k = static_cast<int>(v / grid.voxelsPerSlice());
        const PatientPoint p = grid.toPatient(grid.voxelOfSlice(v % grid.voxelsPerSlice(), k));
        if (k >= 13 && p.x > 40 && std::abs(p.y) < 8 && std::hypot(p.x, p.y) < kInnerMm - 1.5)
            drawn.blood.push_back(v);
    }
    std::sort(drawn.blood.begin(), drawn.blood.end());
    drawn.blood.erase(std::unique(drawn.blood.begin(), drawn.blood.end()), drawn.blood.end());
    const auto found = thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, {});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->mm(), 8, 0.9);
    EXPECT_LT(found->slice, 13);
}

TEST(Thickness, StopsWhenAsked) {
    const Drawn drawn = draw({});
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(thickestAlongSkull(*drawn.volume, drawn.blood, kBoneHu, TaskContext(source.get_token())));
}

} // namespace
} // namespace hemo
