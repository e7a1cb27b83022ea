#include "core/simulate/phantom.h"
#include "ml/classifier.h"
#include "ml/model_folder.h"
#include "ml/preprocess.h"
#include "ml/train/read_picture.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
const fs::path kModels(HEMO_SOURCE_DIR "/resources/models");
const fs::path kData(HEMO_SOURCE_DIR "/../shared/data");

std::vector<fs::path> shippedModels() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(kModels))
        if (entry.is_directory()) folders.push_back(entry.path());
    return folders;
}

TEST(ShippedModel, IsThereAndWhole) {
    ASSERT_FALSE(shippedModels().empty());
    for (const fs::path& folder : shippedModels()) {
        const auto model = readModelFolder(folder);
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
        const auto plane = readGreyPicture(kData / "ct-ich" / "images" / sliceName(patient, s, ".jpg"));
        if (!plane) break;
        for (const float grey : plane->values)
            voxels.push_back(static_cast<std::int16_t>(std::lround(grey / 255 * 120 - 20)));
        positions.push_back({-115, -115, 5.0 * s});
    }
    if (positions.empty()) return nullptr;
    return std::make_shared<const Volume>(
        Grid(kSize, kSize, {1, 0, 0}, {0, 1, 0}, kPixelMm, kPixelMm, positions), std::move(voxels), "1.2.3");
}

/// True where the slice's strongest heat lies within 15 mm of blood that a radiologist has drawn.
bool heatIsAtTheBleed(const ProbabilityMap& heat, int k, const Plane& mask, const Grid& grid) {
    const std::size_t count = heat.grid.voxelsPerSlice();
    const auto first = heat.values.begin() + std::ptrdiff_t(count) * k;
    const auto strongest = std::max_element(first, first + std::ptrdiff_t(count)) - first;
    const PatientPoint at = heat.grid.toPatient(
        {double(strongest % heat.grid.columns()), double(strongest / heat.grid.columns()), double(k)});
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (mask.at(x, y) > 127 && length(grid.toPatient({double(x), double(y), double(k)}) - at) < 15)
                return true;
    return false;
}

TEST(ShippedModel, HeatLiesWhereRadiologistsDrewTheBleed) {
    const auto volume = scanOf("081");
    if (!volume) GTEST_SKIP() << "no training pictures beside the source folder";
    const auto classifier = Classifier::load(shippedModels().front(), DeviceChoice::Cpu);
    ASSERT_TRUE(classifier);
    const auto prediction = (*classifier)->classify(*volume, {});
    ASSERT_TRUE(prediction);
    EXPECT_EQ(prediction->verdict.answer, Answer::Suspected);
    int drawn = 0, found = 0;
    for (int k = 0; k < volume->grid().slices(); ++k) {
        const auto mask = readGreyPicture(kData / "ct-ich" / "masks" / sliceName("081", k + 1, ".png"));
        if (!mask || prediction->slices[std::size_t(k)].any() < 0.5) continue;
        ++drawn;
        found += heatIsAtTheBleed(prediction->heat, k, *mask, volume->grid());
    }
    EXPECT_GT(drawn, 5);
    EXPECT_GE(found * 3, drawn * 2) << found << " of " << drawn;
}

} // namespace
} // namespace hemo::ml
