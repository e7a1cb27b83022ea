#include "core/simulate/drawn_scan.h"
#include "core/study/simulated.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

constexpr double kNoiseHu = 5;

/// A head as a scanner would give it: noise and all.
const Volume& scan() {
    static const VolumePtr made = [] {
        PhantomSpec spec;
        spec.columns = spec.rows = 160;
        spec.pixelSpacingMm = 1.4;
        spec.noiseHu = kNoiseHu;
        return makePhantom(spec).volume;
    }();
    return *made;
}

Result<DrawnScan> drawn(const BleedSpec& spec, unsigned seed = 3) {
    return drawInto(scan(), spec, seed, "1.2.3.99", TaskContext{});
}

double nearestMm(const std::vector<PatientPoint>& places, PatientPoint to) {
    double nearest = 1e9;
    for (const PatientPoint& place : places)
        nearest = std::min(nearest, length(place - to));
    return nearest;
}

PatientPoint meanOf(const std::vector<PatientPoint>& places) {
    Vec3 sum;
    for (const PatientPoint& place : places)
        sum = sum + (place - PatientPoint{});
    return PatientPoint{} + sum * (1.0 / double(places.size()));
}

class DrawnScanOf : public ::testing::TestWithParam<BleedType> {};

TEST_P(DrawnScanOf, HasItsVolumeOnItsSideAndLeavesTheRestAsItWas) {
    for (const Side side : {Side::Left, Side::Right}) {
        BleedSpec spec{GetParam(), side, 12, 66};
        const auto made = drawn(spec);
        ASSERT_TRUE(made) << english(made.error().message);
        EXPECT_NEAR(made->volumeMl, 12, 1.5);
        EXPECT_GT(meanOf(made->places).x * (side == Side::Left ? 1 : -1), 5);
        EXPECT_EQ(made->volume->seriesInstanceUid(), "1.2.3.99");
        const Grid& grid = scan().grid();
        ASSERT_EQ(made->volume->grid(), grid);
        int changed = 0, far = 0;
        for (int k = 0; k < grid.slices(); ++k)
            for (int j = 0; j < grid.rows(); ++j)
                for (int i = 0; i < grid.columns(); ++i) {
                    if (made->volume->at(i, j, k) == scan().at(i, j, k)) continue;
                    ++changed;
                    if (changed % 7 != 0) continue; // each seventh is looked at: there are thousands
                    far += nearestMm(made->places, grid.toPatient({double(i), double(j), double(k)})) > 20;
                }
        EXPECT_GT(changed, 500);
        EXPECT_EQ(far, 0) << "20 mm from all blood";
    }
}

TEST_P(DrawnScanOf, IsAsNoisyAsTheBrainRoundIt) {
    const auto made = drawn({GetParam(), Side::Left, 25, 66});
    ASSERT_TRUE(made);
    // Between neighbours that lie in it with all of theirs: its edge and its own slow change do not count.
    const Grid& grid = scan().grid();
    const auto columns = std::size_t(grid.columns());
    std::vector<bool> isInside(scan().voxels().size());
    for (const PatientPoint& place : made->places) {
        const VoxelIndex v = grid.toVoxel(place);
        isInside[(std::size_t(std::lround(v.k)) * grid.rows() + std::lround(v.j)) * columns +
                 std::lround(v.i)] = true;
    }
    const auto isDeep = [&](std::size_t n) {
        return isInside[n] && isInside[n - 1] && isInside[n + 1] && isInside[n - columns] &&
               isInside[n + columns];
    };
    double sum = 0, mean = 0;
    int count = 0;
    for (std::size_t n = columns; n + columns + 1 < isInside.size(); ++n) {
        if (!isDeep(n) || !isDeep(n + 1)) continue;
        const double here = made->volume->voxels()[n], beside = made->volume->voxels()[n + 1];
        sum += (here - beside) * (here - beside);
        mean += here;
        ++count;
    }
    ASSERT_GT(count, 40);
    // Neighbours share 2/3 of the phantom's noise (1 2 1), so their difference has sqrt(2/3) of its
    // deviation.
    const double expected = kNoiseHu * std::sqrt(2.0 / 3);
    const double found = std::sqrt(sum / count);
    // In sulci it is nowhere wide enough to be without an edge.
    const bool isThin = GetParam() == BleedType::Subarachnoid;
    EXPECT_GT(found, 0.6 * expected);
    EXPECT_LT(found, (isThin ? 2.5 : 1.8) * expected);
    EXPECT_NEAR(mean / count, 65, isThin ? 10 : 6);
}

INSTANTIATE_TEST_SUITE_P(Kinds, DrawnScanOf,
                         ::testing::Values(BleedType::Epidural, BleedType::Intraparenchymal,
                                           BleedType::Intraventricular, BleedType::Subarachnoid,
                                           BleedType::Subdural),
                         [](const auto& kind) { return std::string(bleedTypeName(kind.param)); });

TEST(DrawnScan, LiesWhereItWasAskedFor) {
    BleedSpec spec{BleedType::Intraparenchymal, Side::Left, 6, 66};
    for (const PatientPoint at : {PatientPoint{-30, -20, 15}, {28, 25, 20}}) {
        spec.at = at; // which says the side, whatever the spec says
        const auto made = drawn(spec);
        ASSERT_TRUE(made);
        EXPECT_LT(length(meanOf(made->places) - at), 6);
    }
    // What lies along the skull lies along it, beside the place.
    spec.kind = BleedType::Subdural;
    spec.at = PatientPoint{-40, 10, 20};
    const auto made = drawn(spec);
    ASSERT_TRUE(made);
    const PatientPoint middle = meanOf(made->places);
    EXPECT_LT(middle.x, -45);
    EXPECT_NEAR(middle.y, 12, 15);
}

TEST(DrawnScan, TheSameSeedDrawsTheSameAndAnotherDoesNot) {
    const BleedSpec spec{BleedType::Intraparenchymal, Side::Right, 10, 62};
    const auto one = drawn(spec, 4), again = drawn(spec, 4), other = drawn(spec, 5);
    ASSERT_TRUE(one && again && other);
    EXPECT_TRUE(std::ranges::equal(one->volume->voxels(), again->volume->voxels()));
    EXPECT_FALSE(std::ranges::equal(one->volume->voxels(), other->volume->voxels()));
}

TEST(DrawnScan, WhereThereIsNoBrainItSaysSo) {
    BleedSpec outside{BleedType::Intraparenchymal, Side::Left, 6, 66};
    outside.at = PatientPoint{0, -140, 0};
    EXPECT_EQ(drawn(outside).error().message, say("drawn.not_in_brain"));
    const Volume water(scan().grid(), std::vector<std::int16_t>(scan().voxels().size(), 0), "1");
    EXPECT_EQ(drawInto(water, {}, 1, "2", TaskContext{}).error().message, say("drawn.no_brain"));
}

TEST(DrawnScan, StopsWhenItIsToldTo) {
    std::stop_source stop;
    stop.request_stop();
    const auto made = drawInto(scan(), {}, 1, "2", TaskContext(stop.get_token()));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
}

TEST(Simulated, IsWhatSaysSoAmongTheValuesOfItsType) {
    SeriesInfo series;
    EXPECT_FALSE(isSimulated(series));
    series.imageType = "ORIGINAL\\PRIMARY\\AXIAL";
    EXPECT_FALSE(isSimulated(series));
    series.imageType = "DERIVED\\PRIMARY\\AXIAL\\NOT_SIMULATED_AT_ALL";
    EXPECT_FALSE(isSimulated(series));
    for (const char* type : {kSimulatedImageType, "SIMULATED", "DERIVED\\SIMULATED\\AXIAL"}) {
        series.imageType = type;
        EXPECT_TRUE(isSimulated(series)) << type;
    }
}

} // namespace
} // namespace hemo
