#include "app/cli/overlay_sheet.h"
#include "core/image/stamp_text.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

constexpr Rgba kLetter{0xD5, 0xDC, 0xE4};

/// A head-sized stack of water, which a brain window shows half grey.
VolumePtr water() {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 5; ++k)
        positions.push_back({-128, -96, k * 5.0});
    Grid grid(256, 192, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    std::vector<std::int16_t> voxels(grid.voxelCount(), 0);
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), "1.2.3");
}

Prediction unsuspicious(const Volume& volume) {
    Prediction p;
    for (int k = 0; k < volume.grid().slices(); ++k)
        p.slices.push_back({k, {.1}});
    p.heat.grid = coarseGrid(volume.grid(), 6, 5);
    p.heat.values.assign(p.heat.grid.voxelCount(), 0.f);
    p.provenance.rule = {2, 0.5};
    p.verdict = judge(p.slices, p.provenance.rule);
    return p;
}

int lettersIn(const RgbaImage& sheet, int left, int top, int width, int height) {
    int count = 0;
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x)
            count += sheet.at(x, y) == kLetter;
    return count;
}

/// Where the picture of letter `text` stands in a part of the sheet, found by its dots.
bool reads(const RgbaImage& sheet, const std::string& text, int left, int top, int width, int height) {
    const StampSize size = stampSize(text, 1);
    RgbaImage wanted(size.width, size.height);
    stampText(wanted, text, 0, 0, 1);
    for (int y = top; y + size.height <= top + height; ++y)
        for (int x = left; x + size.width <= left + width; ++x) {
            bool isSame = true;
            for (int dy = 0; dy < size.height && isSame; ++dy)
                for (int dx = 0; dx < size.width && isSame; ++dx)
                    isSame = (sheet.at(x + dx, y + dy) == kLetter) == (wanted.at(dx, dy) == kLetter);
            if (isSame) return true;
        }
    return false;
}

TEST(OverlaySheet, PatientsLeftIsOnTheRightOfBothPictures) {
    const VolumePtr volume = water();
    const RgbaImage sheet = overlaySheet(*volume, unsuspicious(*volume), 2, {}, Sides::Known);
    ASSERT_EQ(sheet.width, 512);
    for (const int left : {0, 256}) {
        EXPECT_TRUE(reads(sheet, "R", left, 80, 20, 32));
        EXPECT_TRUE(reads(sheet, "L", left + 236, 80, 20, 32));
        EXPECT_TRUE(reads(sheet, "A", left + 110, 0, 36, 16));
        EXPECT_TRUE(reads(sheet, "P", left + 110, 176, 36, 16));
        EXPECT_FALSE(reads(sheet, "L", left, 80, 20, 32));
    }
}

TEST(OverlaySheet, UnknownSidesHaveNoLettersAndSaySo) {
    const VolumePtr volume = water();
    const RgbaImage sheet = overlaySheet(*volume, unsuspicious(*volume), 2, {}, Sides::Unknown);
    for (const int left : {0, 256}) {
        EXPECT_TRUE(reads(sheet, "SIDES UNKNOWN", left, 0, 256, 20));
        EXPECT_EQ(lettersIn(sheet, left, 20, 256, 172), 0);
    }
}

TEST(OverlaySheet, WhatWasDrawnIntoSaysSoInBothPictures) {
    const VolumePtr volume = water();
    const RgbaImage sheet = overlaySheet(*volume, unsuspicious(*volume), 2, {}, Sides::Known, true);
    const RgbaImage plain = overlaySheet(*volume, unsuspicious(*volume), 2, {}, Sides::Known);
    for (const int left : {0, 256}) {
        EXPECT_TRUE(reads(sheet, "SIMULATED", left, 8, 256, 40));
        EXPECT_TRUE(reads(sheet, "A", left + 110, 0, 36, 16));
        EXPECT_FALSE(reads(plain, "SIMULATED", left, 0, 256, 192));
    }
}

TEST(StampText, StaysInsideThePicture) {
    RgbaImage picture(9, 9);
    stampText(picture, "WW", -4, -3, 3);
    stampText(picture, "L", 7, 7, 2);
    stampText(picture, "?", 0, 0, 1); // not among its letters: blank
    EXPECT_EQ(picture.pixels.size(), 81u);
}

TEST(StampText, LetterHasADarkOutline) {
    RgbaImage picture(12, 12, {90, 90, 90});
    stampText(picture, "I", 3, 3, 1);
    EXPECT_EQ(picture.at(5, 4), kLetter);
    EXPECT_EQ(picture.at(4, 5), (Rgba{0, 0, 0}));
    EXPECT_EQ(picture.at(0, 0), (Rgba{90, 90, 90}));
}

} // namespace
} // namespace hemo
