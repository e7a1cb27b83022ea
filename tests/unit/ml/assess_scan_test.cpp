#include "core/simulate/phantom.h"
#include "ml/reader/picture/brain_check.h"
#include "ml/training/data/load_picture.h"
#include "tests/support/opened_head.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <set>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

VolumePtr head(int slices = 28, double stepMm = 5, std::vector<int> missing = {}) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.slices = slices;
    spec.sliceSpacingMm = stepMm;
    spec.missingSlices = std::move(missing);
    return makePhantom(spec).volume;
}

template <class Change> Volume changed(const Volume& volume, Change change) {
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    for (std::int16_t& hu : voxels)
        hu = static_cast<std::int16_t>(std::clamp(std::lround(change(hu)), -32767L, 32767L));
    return Volume(volume.grid(), std::move(voxels), volume.seriesInstanceUid());
}

/// The columns from `first` on, slices `low` to `high`.
Volume part(const Volume& volume, int first, int low, int high) {
    const Grid& g = volume.grid();
    std::vector<PatientPoint> positions;
    std::vector<std::int16_t> voxels;
    for (int k = low; k <= high; ++k) {
        positions.push_back(g.toPatient({double(first), 0, double(k)}));
        for (int j = 0; j < g.rows(); ++j)
            for (int i = first; i < g.columns(); ++i)
                voxels.push_back(volume.at(i, j, k));
    }
    return Volume(Grid(g.columns() - first, g.rows(), g.rowDirection(), g.columnDirection(),
                       g.columnSpacingMm(), g.rowSpacingMm(), positions),
                  std::move(voxels), "1");
}

/// The same with an even frame, six pixels wide, over its edges.
Volume framed(const Volume& volume) {
    const Grid& g = volume.grid();
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    for (std::size_t v = 0; v < voxels.size(); ++v) {
        const int n = static_cast<int>(v % g.voxelsPerSlice()), i = n % g.columns(), j = n / g.columns();
        if (std::min({i, j, g.columns() - 1 - i, g.rows() - 1 - j}) < 6) voxels[v] = 80;
    }
    return Volume(g, std::move(voxels), "1");
}

/// Why nothing is claimed of it; else why a bleed cannot be excluded; empty where it can.
std::string why(const Volume& volume) {
    const ScanFacts facts = gatherScanFacts(volume, {});
    const auto reason = whyNotAssessed(facts);
    return english((reason ? reason : whyNotExcluded(facts)).value_or(Message()));
}

bool areValuesOfAHead(const Volume& volume) {
    return !whyNotAssessed(gatherScanFacts(volume, {}));
}

TEST(ScanFacts, AWholeHeadMayBeJudged) {
    EXPECT_EQ(why(*head()), "");
    EXPECT_EQ(why(*head(140, 1)), "") << "thin slices";
    const ScanFacts facts = gatherScanFacts(*head(140, 1), {});
    EXPECT_LT(facts.slices.size(), 60) << "not each of the thin ones is looked at";
}

TEST(ScanFacts, AHeadWithACraniectomyMayBeJudgedAndIsNoInfants) {
    const Volume open = *testing::craniectomy(*head());
    const ScanFacts facts = gatherScanFacts(open, {}), whole = gatherScanFacts(*head(), {});
    EXPECT_EQ(why(open), "");
    EXPECT_EQ(cautionAbout(facts), cautionAbout(whole));
    EXPECT_NEAR(facts.largestBrainCm2.value_or(0), whole.largestBrainCm2.value_or(0), 10);
    EXPECT_NE(why(part(open, 0, 0, 15)), "") << "the upper half is missing";
}

TEST(ScanFacts, AnInfantsSuturesAreACautionEvenInALargeHead) {
    PhantomSpec spec;
    spec.columns = spec.rows = 256;
    spec.pixelSpacingMm = 0.9;
    const VolumePtr adult = makePhantom(spec).volume;
    EXPECT_EQ(cautionAbout(gatherScanFacts(*adult, {})), Message());
    const ScanFacts infant = gatherScanFacts(*testing::withOpenSutures(*adult, 4), {});
    EXPECT_EQ(cautionAbout(infant), say("caution.open_sutures"));
}

TEST(ScanFacts, AStackThatRunsDownwardsSaysTheSame) {
    const VolumePtr up = head();
    const Grid& g = up->grid();
    std::vector<PatientPoint> positions(g.slicePositions().rbegin(), g.slicePositions().rend());
    std::vector<std::int16_t> voxels;
    for (int k = g.slices() - 1; k >= 0; --k)
        for (int j = 0; j < g.rows(); ++j)
            for (int i = 0; i < g.columns(); ++i)
                voxels.push_back(up->at(g.columns() - 1 - i, j, k));
    for (PatientPoint& p : positions)
        p = p + g.rowDirection() * (g.columnSpacingMm() * (g.columns() - 1));
    const Volume down(Grid(g.columns(), g.rows(), -g.rowDirection(), g.columnDirection(), g.columnSpacingMm(),
                           g.rowSpacingMm(), positions),
                      std::move(voxels), "1");
    const auto expected = gatherScanFacts(*up, {}), found = gatherScanFacts(down, {});
    ASSERT_EQ(found.slices.size(), expected.slices.size());
    for (std::size_t n = 0; n < found.slices.size(); ++n) {
        EXPECT_EQ(found.slices[n].hasBrain, expected.slices[n].hasBrain);
        EXPECT_NEAR(found.slices[n].atMm - found.slices[0].atMm,
                    expected.slices[n].atMm - expected.slices[0].atMm, 1e-6);
    }
}

TEST(ScanFacts, ADamagedScaleIsFound) {
    const VolumePtr good = head();
    const auto isScale = [](const std::string& reason) {
        return reason.find("the scale of these images is damaged") != std::string::npos;
    };
    EXPECT_TRUE(isScale(why(changed(*good, [](double hu) { return hu + 1024; })))) << "no intercept";
    EXPECT_TRUE(isScale(why(changed(*good, [](double hu) { return 2 * hu; })))) << "twice the slope";
    EXPECT_NE(why(changed(*good, [](double hu) { return hu / 2 - 512; })), "") << "half the slope";
    EXPECT_TRUE(isScale(why(changed(*good, [](double hu) { return hu - 300; })))) << "shifted";
    EXPECT_TRUE(isScale(why(changed(*good, [](double hu) { return hu < -200 ? hu : hu + 19; }))))
        << "too dense a brain in air that is right";
}

TEST(ScanFacts, GreysThatWereNeverMadeHuAreFound) {
    EXPECT_EQ(why(changed(*head(), [](double hu) { return std::clamp((hu + 20) * 255 / 120, 0., 255.); })),
              "The values are the greys of a picture, not HU: open the original images.");
}

TEST(ScanFacts, ABrainWindowIsReadWithACaution) {
    for (const auto& [low, high] : {std::pair(0., 80.), std::pair(-20., 100.), std::pair(-100., 200.)}) {
        const Volume cut = changed(*head(), [&](double hu) { return std::clamp(hu, low, high); });
        const ScanFacts facts = gatherScanFacts(cut, {});
        EXPECT_FALSE(whyNotAssessed(facts)) << low;
        EXPECT_NE(cautionAbout(facts), "") << low;
    }
}

TEST(ScanFacts, AGapOverTheBrainIsFound) {
    EXPECT_EQ(why(*head(28, 5, {15, 16, 17})),
              "Two slices of the brain lie 20 mm apart: complete the series.");
    EXPECT_EQ(why(*head(28, 5, {15})), "");
}

TEST(ScanFacts, AHeadThatIsCutOffIsFound) {
    const VolumePtr whole = head();
    EXPECT_EQ(why(part(*whole, 0, 0, 15)),
              "The upper part of the head is missing: choose a series with the whole head.");
    EXPECT_EQ(why(part(*whole, 0, 14, 27)),
              "The lower part of the brain is missing: choose a series with the whole head.");
    EXPECT_EQ(why(part(*whole, 48, 0, 27)),
              "The head goes on beyond the edge of the pictures: choose a series with the whole head.");
    EXPECT_EQ(why(part(*whole, 12, 0, 27)), "") << "some air beside the head is all that is missing";
}

TEST(ScanFacts, WhatIsMissingWeakensExclusionAndNotWhatIsFound) {
    EXPECT_TRUE(areValuesOfAHead(*head(28, 5, {15, 16, 17})));
    const VolumePtr whole = head();
    EXPECT_TRUE(areValuesOfAHead(part(*whole, 0, 0, 15)));
    EXPECT_TRUE(areValuesOfAHead(part(*whole, 48, 0, 27)));
    EXPECT_FALSE(areValuesOfAHead(changed(part(*whole, 48, 0, 27), [](double hu) {
        return hu < -200 ? hu : hu + 40;
    }))) << "too dense a brain, cut off or not";
}

TEST(ScanFacts, AFrameHidesNoHeadThatIsCutOffAndCutsNone) {
    EXPECT_EQ(why(framed(*head())), "");
    EXPECT_EQ(why(framed(part(*head(), 48, 0, 27))),
              "The head goes on beyond the edge of the pictures: choose a series with the whole head.");
}

TEST(ScanFacts, TenRealPatientsOfABrainWindowAreJudged) {
    const fs::path images = hemo::testing::sharedData() / "ct-ich" / "images";
    if (!fs::exists(images)) GTEST_SKIP() << "no training pictures beside the source folder";
    std::set<std::string> patients;
    for (const auto& entry : fs::directory_iterator(images)) {
        const std::string name = entry.path().stem().string();
        patients.insert(name.substr(0, name.rfind('_')));
    }
    constexpr int kSide = 512;
    int judged = 0, at = 0;
    for (const std::string& patient : patients) {
        if (at++ % 6 != 0) continue;
        std::vector<std::int16_t> voxels;
        std::vector<PatientPoint> positions;
        for (int s = 1;; ++s) {
            char name[32];
            std::snprintf(name, sizeof name, "%s_%02d.jpg", patient.c_str(), s);
            const auto picture = loadGreyPicture(images / name);
            if (!picture) break;
            for (const float grey : picture->values)
                voxels.push_back(static_cast<std::int16_t>(std::lround(grey / 255 * 120 - 20)));
            positions.push_back({-115, -115, 5.0 * s});
        }
        const Volume volume(Grid(kSide, kSide, {1, 0, 0}, {0, 1, 0}, 230. / kSide, 230. / kSide, positions),
                            std::move(voxels), "1");
        EXPECT_EQ(why(volume), "") << patient;
        ++judged;
    }
    EXPECT_EQ(judged, 10);
}

} // namespace
} // namespace hemo::ml
