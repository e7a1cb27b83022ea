#include "app/cli/dataset/look_strip.h"

#include "app/cli/overlay_sheet.h"

#include <algorithm>

namespace hemo {
namespace {

constexpr int kTiles = 8, kSide = 160, kEdge = 3;
constexpr Rgba kBleeds{220, 40, 40, 255}, kUnknown{110, 110, 110, 255};

/// The nearest pixels: a glance needs no more.
void drawTile(RgbaImage& strip, int tile, const RgbaImage& slice) {
    const int longest = std::max(slice.width, slice.height);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const int column = x * longest / kSide, row = y * longest / kSide;
            if (column < slice.width && row < slice.height)
                strip.at(tile * kSide + x, y) = slice.at(column, row);
        }
}

void drawEdge(RgbaImage& strip, int tile, Rgba colour) {
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            if (std::min({x, y, kSide - 1 - x, kSide - 1 - y}) < kEdge)
                strip.at(tile * kSide + x, y) = colour;
}

} // namespace

RgbaImage lookStrip(const Volume& volume, const ScanLabels& labels) {
    const int slices = volume.grid().slices(), tiles = std::min(kTiles, slices);
    RgbaImage strip(tiles * kSide, kSide);
    for (int tile = 0; tile < tiles; ++tile) {
        const int k = (2 * tile + 1) * slices / (2 * tiles);
        drawTile(strip, tile, uprightSlice(volume, k));
        const auto bleeds = labels.slices[static_cast<std::size_t>(k)].labels[0];
        if (bleeds != false) drawEdge(strip, tile, bleeds ? kBleeds : kUnknown);
    }
    return strip;
}

} // namespace hemo
