#include "real_sets.h"

#include "ml/training/data/load_picture.h"
#include "ml/training/data/outlines.h"
#include "ml/training/measure/map_figures.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <vector>

namespace hemo::ml {
namespace {

/// 64 x 64 pixels of 1 mm with a square bleed.
Plane square(int left, int top, int side) {
    Plane plane(64, 64);
    for (int y = top; y < top + side; ++y)
        for (int x = left; x < left + side; ++x)
            plane.at(x, y) = 1;
    return plane;
}

Plane hotAt(int x, int y, float value = 4) {
    Plane map(8, 8);
    map.at(x, y) = value;
    return map;
}

TEST(MapFigures, HottestPlaceIsMeasuredFromTheMiddleOfItsPixel) {
    // Pixel (2, 3) of an 8 x 8 map lies over x 16..23, y 24..31: its middle is 19.5, 27.5.
    const auto scored = [](const Plane& inside) {
        return scoreMap(hotAt(2, 3), inside, 64, HeatUnit::LogOdds);
    };
    EXPECT_EQ(scored(square(16, 24, 8)).distanceMm, 0);
    EXPECT_EQ(scored(square(19, 27, 2)).distanceMm, 0);
    EXPECT_NEAR(*scored(square(30, 24, 8)).distanceMm, 9.8, 0.1); // from 19.5 to 30, half a pixel less
    EXPECT_NEAR(*scored(square(2, 24, 8)).distanceMm, 9.8, 0.1); // the same to the left: 9 is the last inside
    EXPECT_FALSE(scoreMap(Plane(8, 8), square(16, 24, 8), 64, HeatUnit::LogOdds).distanceMm);
}

TEST(MapFigures, EnergyIsTheShareOfTheHeatThatLiesInside) {
    Plane map(8, 8, 1);
    EXPECT_NEAR(scoreMap(map, square(16, 16, 32), 64, HeatUnit::LogOdds).energyInside, 0.25, 0.02);
    EXPECT_EQ(scoreMap(hotAt(2, 3), square(40, 40, 8), 64, HeatUnit::LogOdds).energyInside, 0);
    EXPECT_EQ(scoreMap(Plane(8, 8), square(40, 40, 8), 64, HeatUnit::LogOdds).energyInside, 0);
}

TEST(MapFigures, DiceOfAMapThatIsTheBleedIsOneBetweenItsValues) {
    Plane inside(64, 64), map(64, 64);
    inside = square(10, 20, 15);
    for (std::size_t v = 0; v < map.values.size(); ++v)
        map.values[v] = inside.values[v] > 0 ? 2.f : 0.2f;
    const MapScore score = scoreMap(map, inside, 64, HeatUnit::LogOdds);
    for (std::size_t n = 0; n < kMapThresholds; ++n) {
        const double t = mapThreshold(HeatUnit::LogOdds, n);
        if (t > 0.2 && t < 2)
            EXPECT_EQ(score.dice[n], 1) << t;
        else if (t > 2)
            EXPECT_EQ(score.dice[n], 0) << t;
        else
            EXPECT_LT(score.dice[n], 0.2) << t; // everything is over it
    }
}

ScoredMap madeMap(const std::string& patient, std::size_t bestThreshold) {
    ScoredMap map;
    map.patient = patient;
    map.score.dice.fill(0.1);
    map.score.dice[bestThreshold] = 0.9;
    return map;
}

TEST(MapFigures, AThresholdIsNeverChosenOnThePatientItIsMeasuredOn) {
    const ScoredMap a = madeMap("a", 5), a2 = madeMap("a", 5), b = madeMap("b", 20), c = madeMap("c", 20);
    const auto values = diceLeavingPatientsOut({&a, &a2, &b, &c}).dice;
    EXPECT_EQ(values[0], 0.1); // b and c choose 20
    EXPECT_EQ(values[1], 0.1);
    EXPECT_EQ(values[2], 0.1); // a's two slices outvote c
    EXPECT_EQ(values[3], 0.1);
    const ScoredMap d = madeMap("d", 20);
    EXPECT_EQ(diceLeavingPatientsOut({&a, &b, &c, &d}).dice[1], 0.9); // c and d agree with b
}

TEST(MapFigures, LearnedPatientsStandInATableOfTheirOwn) {
    std::vector<ScoredMap> maps{madeMap("a", 3), madeMap("b", 3)};
    maps[0].isLearned = true;
    const std::string text = mapTables(maps);
    EXPECT_NE(text.find("never seen: 1 slices of 1 patients"), std::string::npos) << text;
    EXPECT_NE(text.find("LEARNED FROM: 1 slices of 1 patients"), std::string::npos) << text;
    maps.pop_back();
    EXPECT_EQ(mapTables(maps).find("never seen"), std::string::npos);
}

/// A head of 128 pixels of 1.8 mm: skull round brain of 30 HU.
Plane madeHead() {
    Plane hu(128, 128);
    for (int y = 0; y < 128; ++y)
        for (int x = 0; x < 128; ++x) {
            const double fromMiddle = std::hypot(x - 64, y - 64);
            hu.at(x, y) = fromMiddle > 55 ? 0.f : fromMiddle > 50 ? 80.f : 30.f;
        }
    return hu;
}

void setDisc(Plane& plane, int x, int y, double radius, float value) {
    for (int j = 0; j < plane.height; ++j)
        for (int i = 0; i < plane.width; ++i)
            if (std::hypot(i - x, j - y) <= radius) plane.at(i, j) = value;
}

TEST(Outlines, EdemaIsCompletedByTheBloodBesideItAndByNoOther) {
    Plane hu = madeHead(), edema(128, 128);
    setDisc(hu, 50, 60, 10, 62); // beside the edema
    setDisc(hu, 50, 60, 2, 35);  // with a hole
    setDisc(hu, 90, 60, 8, 62);  // elsewhere
    setDisc(hu, 64, 16, 3, 62);  // at the skull
    for (int x = 44; x < 57; ++x)
        edema.at(x, 72) = 1;
    edema.at(64, 18) = 1;
    const Plane inside = bleedBeside(edema, hu, 1.8);
    EXPECT_EQ(inside.at(50, 60), 1);
    EXPECT_EQ(inside.at(50, 51), 1);
    EXPECT_EQ(inside.at(50, 72), 1);
    EXPECT_EQ(inside.at(90, 60), 0);
    EXPECT_EQ(inside.at(64, 14), 0);
    EXPECT_EQ(inside.at(30, 60), 0);
}

TEST(Outlines, BloodBehindACraniectomyIsFound) {
    Plane hu = madeHead(), edema(128, 128);
    for (int y = 34; y < 94; ++y)
        for (int x = 95; x < 128; ++x)
            hu.at(x, y) = std::min(hu.at(x, y), 30.f); // no bone along 11 cm
    setDisc(hu, 90, 60, 10, 62);
    for (int x = 84; x < 97; ++x)
        edema.at(x, 72) = 1;
    EXPECT_EQ(bleedBeside(edema, hu, 1.8).at(90, 60), 1);
}

TEST(Outlines, BleedsLieWhereThePicturesAreBright) {
    const std::filesystem::path data = hemo::testing::sharedData();
    if (!std::filesystem::exists(data / "ct-ich/masks")) GTEST_SKIP() << "needs the drawn outlines";
    const hemo::testing::RealSets ctIchAlone{"ct-ich", "dicom"};
    const auto outlines = loadOutlines(ctIchAlone.path(), 512);
    ASSERT_TRUE(outlines) << outlines.error().detail;
    int ctIch = 0, brighter = 0;
    for (const OutlinedSlice& slice : *outlines) {
        ++ctIch;
        char name[32];
        std::snprintf(name, sizeof name, "%s_%02d.jpg", slice.patient.c_str(), int(slice.slice) + 1);
        const auto picture = loadGreyPicture(data / "ct-ich/images" / name);
        ASSERT_TRUE(picture) << name;
        // Blood is denser than brain (both of 18 to 90 HU): masks are neither shifted nor turned.
        double blood = 0, bloodCount = 0, brain = 0, brainCount = 0;
        for (std::size_t v = 0; v < picture->values.size(); ++v) {
            const float grey = picture->values[v];
            if (grey < 80 || grey > 234) continue;
            const bool isInside = slice.inside.values[v] > 0;
            (isInside ? blood : brain) += grey;
            ++(isInside ? bloodCount : brainCount);
        }
        brighter += blood / bloodCount > brain / brainCount + 5;
    }
    EXPECT_EQ(ctIch, 41); // 28 and 14, one of them drawn twice
    EXPECT_GE(brighter, 36);
}

/// PHE-SICH with every third of the pictures that have an outline; the others, of which nothing is asked, are
/// small and grey. Decoding them all would take a minute.
void linkOutlinedPheSich(const std::filesystem::path& from, const std::filesystem::path& to) {
    namespace fs = std::filesystem;
    fs::create_directories(to / "images");
    fs::create_symlink(from / "labels.csv", to / "labels.csv");
    fs::create_directories(to / "masks");
    const auto grey = encodeJpeg(std::vector<std::uint8_t>(64, 100), 8);
    std::ofstream(to / "grey.jpg", std::ios::binary)
        .write(reinterpret_cast<const char*>(grey.data()), std::ssize(grey));
    const std::set<fs::path> pictures(fs::directory_iterator(from / "images"), fs::directory_iterator{});
    int outlined = 0;
    for (const fs::path& picture : pictures) {
        const fs::path mask = from / "masks" / picture.filename().replace_extension(".png");
        const bool isTaken = fs::exists(mask) && outlined++ % 3 == 0;
        if (isTaken) fs::create_symlink(mask, to / "masks" / mask.filename());
        fs::create_symlink(isTaken ? picture : to / "grey.jpg", to / "images" / picture.filename());
    }
}

TEST(Outlines, TheMasksThatTeachHoldBloodAndNoEdema) {
    const std::filesystem::path data = hemo::testing::sharedData();
    if (!std::filesystem::exists(data / "phe-sich/masks")) GTEST_SKIP() << "needs the drawn outlines";
    const hemo::testing::RealSets outlined{"ct-ich", "dicom"};
    linkOutlinedPheSich(data / "phe-sich", outlined.path() / "phe-sich");
    auto patients = loadPictureSets(outlined.path(), 288);
    ASSERT_TRUE(patients);
    ASSERT_TRUE(addMasks(*patients, outlined.path()));
    std::map<Source, int> drawn;
    double darkest = 80;
    for (const Patient& patient : *patients)
        for (const Picture& picture : patient.pictures) {
            if (picture.mask.empty()) continue;
            EXPECT_TRUE(picture.hasBleed());
            ++drawn[patient.source];
            double sum = 0, count = 0;
            for (std::size_t n = 0; n < picture.mask.size(); ++n)
                if (picture.mask[n] == 255) sum += picture.grey[n] * 80. / 255, ++count;
            EXPECT_GT(count, 0);
            if (patient.source == Source::PheSich) darkest = std::min(darkest, sum / count);
        }
    EXPECT_EQ(drawn[Source::CtIch], 41);
    EXPECT_GT(drawn[Source::PheSich], 117) << "of 189 outlines of edema; the others enclose nothing dense";
    EXPECT_GT(darkest, 44) << "edema is below 30 HU";
}

TEST(Outlines, TheAuthorsOwnFilesAreThePicturesTurnedUpright) {
    const std::filesystem::path data = hemo::testing::sharedData();
    if (!std::filesystem::exists(data / "dicom/cases/ct-ich-hu")) GTEST_SKIP() << "needs the HU slices";
    for (const auto& [dicom, picture] : {std::pair{"092_28", "092_28"}, std::pair{"094_25", "094_25"},
                                         std::pair{"051_23", "051_14"}, std::pair{"081_37", "081_19"}}) {
        const auto hu = loadSideways(data / "dicom/cases/ct-ich-hu" / (std::string(dicom) + ".dcm"));
        const auto grey = loadGreyPicture(data / "ct-ich/images" / (std::string(picture) + ".jpg"));
        ASSERT_TRUE(hu && grey);
        // The pictures are compressed and in a window; turned or mirrored they would be far off.
        const auto difference = [&](bool isMirrored) {
            double sum = 0;
            for (int y = 0; y < hu->height; ++y)
                for (int x = 0; x < hu->width; ++x) {
                    const float there = hu->at(isMirrored ? hu->width - 1 - x : x, y);
                    sum += std::abs(std::clamp((there + 20) / 120, 0.f, 1.f) - grey->at(x, y) / 255);
                }
            return sum / double(hu->values.size());
        };
        EXPECT_LT(difference(false), 0.04) << dicom;
        EXPECT_GT(difference(true), 2 * difference(false)) << dicom;
    }
}

} // namespace
} // namespace hemo::ml
