#include "tests/unit/ml/made_pictures.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include <gtest/gtest.h>

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

} // namespace

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
