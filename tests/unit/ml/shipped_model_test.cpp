#include "core/simulate/phantom.h"
#include "ml/reader/classifier.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/training/data/load_picture.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
const fs::path kModels = hemo::testing::sourceFolder() / "resources" / "models";
const fs::path kData = hemo::testing::sharedData();

std::vector<fs::path> shippedModels() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(kModels))
        if (entry.is_directory()) folders.push_back(entry.path());
    return folders;
}

TEST(ShippedModel, IsThereAndWhole) {
    ASSERT_FALSE(shippedModels().empty());
    for (const fs::path& folder : shippedModels()) {
        const auto model = loadModelFolder(folder);
        ASSERT_TRUE(model) << folder << model.error().detail;
        EXPECT_EQ(model->info.id, folder.filename());
        EXPECT_TRUE(fs::exists(folder / "card.md"));
        for (const auto& calibration : model->info.calibration)
            EXPECT_GT(calibration.scale, 0); // a larger logit is always a larger probability
    }
}

TEST(ShippedModel, SaysItsTermsAndThatItIsNoMedicalDevice) {
    for (const fs::path& folder : shippedModels()) {
        std::ifstream in(folder / "card.md");
        const std::string card(std::istreambuf_iterator<char>(in), {});
        for (const char* words : {"Not a medical device", "Research and teaching only", "PHE-SICH", "CT-ICH",
                                  "CC BY 4.0", "not comparable"})
            EXPECT_NE(card.find(words), std::string::npos) << words;
    }
}

TEST(ShippedModel, WhatItsCardSaysItMissesIsKnownToTheProgram) {
    for (const fs::path& folder : shippedModels()) {
        std::ifstream in(folder / "card.md");
        const std::string card(std::istreambuf_iterator<char>(in), {});
        const auto model = loadModelFolder(folder);
        ASSERT_TRUE(model);
        EXPECT_EQ(std::ranges::count(model->info.knownMisses, KnownMiss::ThinBloodAlongSkull) == 1,
                  card.find("Thin blood along the skull is often missed") != std::string::npos);
    }
}

constexpr int kSize = 512;

std::string sliceName(const std::string& patient, int slice, const char* ending) {
    char number[16];
    std::snprintf(number, sizeof number, "_%02d", slice);
    return patient + number + ending;
}

/// A training patient's pictures as a scan: grey to HU, 0.45 mm pixels, 5 mm slices. Null where they are
/// absent.
VolumePtr scanOf(const std::string& patient) {
    constexpr double kPixelMm = kTrainingFieldMm / kSize;
    std::vector<std::int16_t> voxels;
    std::vector<PatientPoint> positions;
    for (int s = 1;; ++s) {
        const auto plane = loadGreyPicture(kData / "ct-ich" / "images" / sliceName(patient, s, ".jpg"));
        if (!plane) break;
        for (const float grey : plane->values)
            voxels.push_back(static_cast<std::int16_t>(std::lround(grey / 255 * 120 - 20)));
        positions.push_back({-115, -115, 5.0 * s});
    }
    if (positions.empty()) return nullptr;
    return std::make_shared<const Volume>(
        Grid(kSize, kSize, {1, 0, 0}, {0, 1, 0}, kPixelMm, kPixelMm, positions), std::move(voxels), "1.2.3");
}

/// Mean heat of slice k over the pixels of a drawn bleed, or over their mirror image about column `mirror`.
double meanHeat(const ProbabilityMap& heat, int k, const Plane& mask, const Grid& grid,
                std::optional<double> mirror) {
    double sum = 0, count = 0;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            if (mask.at(x, y) < 128) continue;
            sum += heat.valueAt(grid.toPatient({mirror ? 2 * *mirror - x : x, double(y), double(k)}));
            ++count;
        }
    return sum / count;
}

TEST(ShippedModel, HeatIsOnTheSideOfTheBleedThatRadiologistsDrew) {
    if (!fs::exists(kData / "ct-ich")) GTEST_SKIP() << "no training pictures beside the source folder";
    const auto classifier = Classifier::load(shippedModels().front(), DeviceChoice::Cpu);
    ASSERT_TRUE(classifier);
    int drawn = 0, onItsSide = 0, onTheOther = 0;
    for (const char* patient :
         {"077", "078", "081"}) { // bleeds to the right, right and left; 079 has one slice
        const auto volume = scanOf(patient);
        ASSERT_TRUE(volume);
        const auto prediction = (*classifier)->classify(*volume, {}, {});
        ASSERT_TRUE(prediction);
        EXPECT_EQ(prediction->verdict.answer, Answer::Suspected) << patient;
        const Crop crop = cropOf(*volume, (*classifier)->info().inputSize);
        const double middle = crop.right.first + crop.right.step * ((*classifier)->info().inputSize - 1) / 2;
        for (int k = 0; k < volume->grid().slices(); ++k) {
            const auto mask = loadGreyPicture(kData / "ct-ich" / "masks" / sliceName(patient, k + 1, ".png"));
            if (!mask) continue;
            ++drawn;
            const double here = meanHeat(prediction->heat, k, *mask, volume->grid(), std::nullopt);
            const double there = meanHeat(prediction->heat, k, *mask, volume->grid(), middle);
            onItsSide += here > there;
            onTheOther += there > here;
        }
    }
    EXPECT_EQ(drawn, 27);
    // A slice that the network does not suspect may have no heat on either side.
    EXPECT_GE(onItsSide, 20) << "of " << drawn;
    EXPECT_LE(onTheOther, 3) << "of " << drawn;
}

TEST(ShippedModel, ABleedPlainToTheEyeIsFoundInNoiseAndTheNoiseIsStillSaid) {
    PhantomSpec spec;
    spec.columns = spec.rows = 256;
    spec.pixelSpacingMm = kTrainingFieldMm / 256;
    spec.noiseHu = 22;
    spec.bleed = BleedSpec{.volumeMl = 30};
    const Phantom phantom = makePhantom(spec);
    for (const fs::path& folder : shippedModels()) {
        auto model = Classifier::load(folder, DeviceChoice::Cpu);
        ASSERT_TRUE(model);
        const auto prediction = (*model)->classify(*phantom.volume, {}, TaskContext{}, {});
        ASSERT_TRUE(prediction);
        EXPECT_EQ(prediction->verdict.answer, Answer::Suspected) << prediction->verdict.reason;
        EXPECT_NE(english(prediction->verdict.notExcluded).find("too noisy"), std::string::npos);
    }
}

} // namespace
} // namespace hemo::ml
