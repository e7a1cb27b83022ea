#include "tests/unit/ml/made_pictures.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <vector>

namespace hemo::test {
namespace {

namespace fs = std::filesystem;

/// A round head; a bleed is a bright spot, somewhere else in each slice.
void writePicture(const fs::path& file, bool hasBleed, int seed) {
    constexpr int kSize = kMadePictureSize;
    std::vector<unsigned char> grey(kSize * kSize);
    const double bx = 22 + 5 * (seed % 5), by = 24 + 4 * (seed % 4);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const bool isHead = std::hypot(x - 31.5, y - 31.5) < 26;
            const bool isBleed = hasBleed && std::hypot(x - bx, y - by) < 6;
            grey[std::size_t(y) * kSize + std::size_t(x)] =
                static_cast<unsigned char>(isBleed  ? 210
                                           : isHead ? 110 + seed % 7
                                                    : 0);
        }
    ASSERT_TRUE(stbi_write_png(file.c_str(), kSize, kSize, 1, grey.data(), kSize));
}

double madeHu(double x, double y, bool hasBleed) {
    const double fromMiddle = std::hypot(x - 31.5, y - 31.5);
    if (fromMiddle > 29) return -1000;
    if (fromMiddle > 25) return 900;
    return hasBleed && std::hypot(x - 26, y - 34) < 6 ? 60 : 35;
}

} // namespace

void writeMadeHead(const fs::path& file, bool hasBleed, double lowHu, double highHu) {
    constexpr int kSize = kMadePictureSize;
    std::vector<unsigned char> grey;
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const double share = (madeHu(x, y, hasBleed) - lowHu) / (highHu - lowHu);
            grey.push_back(static_cast<unsigned char>(std::lround(255 * std::clamp(share, 0.0, 1.0))));
        }
    ASSERT_TRUE(stbi_write_png(file.c_str(), kSize, kSize, 1, grey.data(), kSize));
}

void writeMadeSingles(const fs::path& folder) {
    struct Window {
        const char* how;
        double low, high;
    };
    constexpr Window kWindows[]{
        {"hu", -20, 100}, {"window", -10, 70}, {"window-guessed", 5, 85}, {"small", 0, 80}};
    fs::create_directories(folder / "images");
    std::ofstream table(folder / "labels.csv");
    table << "patient,id,file,source,low_hu,high_hu,any,epidural,intraparenchymal,intraventricular,"
             "subarachnoid,subdural\n";
    for (int n = 0; n < 40; ++n) {
        const Window& window = kWindows[n / 2 % 4];
        const bool hasBleed = n % 2 == 1;
        const std::string id = "ID_" + std::to_string(100 + n);
        writeMadeHead(folder / "images" / (id + ".png"), hasBleed, window.low, window.high);
        if (n >= 20) table << "known_" << n / 4 * 2 + n % 2; // two slices alike
        table << ',' << id << ',' << id << ".png," << window.how << ',' << window.low << ',' << window.high;
        table << (hasBleed ? ",1,0,1,0,0,0\n" : ",0,0,0,0,0,0\n");
    }
}

void writeMadeSource(const fs::path& folder, bool hasSubtypes) {
    fs::create_directories(folder / "images");
    std::ofstream table(folder / "labels.csv");
    table
        << (hasSubtypes
                ? "patient,slice,file,any,intraventricular,intraparenchymal,subarachnoid,epidural,subdural\n"
                : "patient,slice,file,any,near_positive\n");
    for (int patient = 0; patient < 10; ++patient)
        for (int slice = 0; slice < 6; ++slice) {
            const bool hasBleed = patient % 2 == 1 && slice >= 3;
            const std::string file = std::to_string(patient) + "_" + std::to_string(slice) + ".png";
            writePicture(folder / "images" / file, hasBleed, patient * 6 + slice);
            table << patient << ',' << slice << ',' << file << ',' << hasBleed;
            table << (hasSubtypes ? hasBleed ? ",0,1,0,0,0\n" : ",0,0,0,0,0\n" : ",0\n");
        }
}

void writeMadeSets(const fs::path& folder) {
    writeMadeSource(folder / "ct-ich", true);
    writeMadeSource(folder / "phe-sich", false);
}

} // namespace hemo::test
