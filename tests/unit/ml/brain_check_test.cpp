#include "core/simulate/phantom.h"
#include "ml/reader/picture/brain_check.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/training/data/label_tables.h"
#include "ml/training/data/load_manifest.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

namespace hemo::ml {
namespace {

constexpr int kSize = 128;

/// A bone ring, filled with `grey`, open over `gapDegrees`.
Plane ring(float grey, double gapDegrees) {
    Plane plane(kSize, kSize);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const double dx = x - 63.5, dy = y - 63.5, r = std::hypot(dx / 0.8, dy);
            const bool isGap = std::abs(std::atan2(dy, dx)) * 180 / 3.14159265 < gapDegrees / 2;
            if (r < 45) plane.at(x, y) = grey;
            if (r >= 45 && r < 51) plane.at(x, y) = isGap ? 0.3f : 1.f;
        }
    return plane;
}

TEST(BrainCheck, SoftTissueClosedInByBoneIsBrain) {
    EXPECT_TRUE(showsBrain(ring(0.45f, 0)));
}

TEST(BrainCheck, ASutureDoesNotOpenTheSkull) {
    EXPECT_TRUE(showsBrain(ring(0.45f, 4)));
}

TEST(BrainCheck, ACraniectomyDoesNotOpenTheSkull) {
    EXPECT_TRUE(showsBrain(ring(0.45f, 90))) << "a flap of 12 cm";
    EXPECT_FALSE(showsBrain(ring(0.7f, 90))) << "muscle in half a ring is no brain";
}

/// The same with `ribs` gaps of 10 degrees all round.
Plane cage(float grey, int ribs) {
    Plane plane = ring(grey, 0);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const double degrees = std::atan2(y - 63.5, x - 63.5) * 180 / 3.14159265 + 180;
            if (std::fmod(degrees, 360.0 / ribs) < 10 && plane.at(x, y) == 1) plane.at(x, y) = 0.5f;
        }
    return plane;
}

TEST(BrainCheck, ANewbornsSuturesAreClosedButARibCageIsNot) {
    EXPECT_TRUE(showsBrain(cage(0.4f, 5)));
    EXPECT_FALSE(showsBrain(cage(0.65f, 16)));
}

TEST(BrainCheck, TissueWithoutBoneAirInBoneAndAnOpenRingAreNot) {
    EXPECT_FALSE(showsBrain(Plane(kSize, kSize, 0.45f)));
    EXPECT_FALSE(showsBrain(Plane(kSize, kSize, 0)));
    EXPECT_FALSE(showsBrain(ring(0, 0)));
    EXPECT_FALSE(showsBrain(ring(1, 0)));
    EXPECT_FALSE(showsBrain(ring(0.45f, 140)));
}

int withBrain(const std::vector<Picture>& pictures) {
    return int(std::count_if(pictures.begin(), pictures.end(), [](const Picture& picture) {
        Plane plane(kSize, kSize);
        for (std::size_t v = 0; v < plane.values.size(); ++v)
            plane.values[v] = float(picture.grey[v]) / 255;
        return showsBrain(plane);
    }));
}

/// Of the middle half every second slice, from the first or the second on.
std::vector<ManifestSlice> someOf(const std::vector<ManifestSlice>& all, std::size_t from) {
    std::vector<ManifestSlice> some;
    for (std::size_t n = all.size() / 4 + from; n < all.size() - all.size() / 4; n += 2)
        some.push_back(all[n]);
    return some;
}

TEST(BrainCheck, EveryTrainingPatientHasEnoughBrain) {
    if (!std::filesystem::exists(hemo::testing::sharedData() / "ct-ich"))
        GTEST_SKIP() << "no training pictures beside the source folder";
    constexpr int kEnough = 3;
    for (const Source source : {Source::CtIch, Source::PheSich}) {
        auto listed = readLabels(hemo::testing::sharedData() / sourceName(source), source);
        ASSERT_TRUE(listed) << listed.error().detail;
        for (ManifestPatient& one : *listed) {
            const std::vector<ManifestSlice> all = one.slices;
            int count = 0;
            for (std::size_t from = 0; from < 2 && count < kEnough; ++from) { // decoding takes long
                one.slices = someOf(all, from);
                const auto patient = loadListedPatient(one, kSize);
                ASSERT_TRUE(patient) << patient.error().detail;
                count += withBrain(patient->pictures);
            }
            EXPECT_GE(count, kEnough) << sourceName(source) << ' ' << one.id;
        }
    }
}

} // namespace
} // namespace hemo::ml
