// The outline against what radiologists drew, on real blood in true HU.

#include "core/anatomy/skull.h"
#include "core/classify/findings/bleed_kind.h"
#include "core/classify/findings/bleed_outline.h"
#include "core/classify/findings/bleed_shape.h"
#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hemo {
namespace {

namespace fs = std::filesystem;
const fs::path kCases = hemo::testing::sharedData() / "dicom" / "cases" / "ct-ich-hu";
constexpr double kPixelMm = 0.45; // the files name none; the heads are as large as others' at this one
constexpr int kHeatSide = 64;

VolumePtr load(const fs::path& file) {
    const auto contents = imaging::scanPaths(std::array{file}, TaskContext{});
    if (!contents || contents->series.empty()) return nullptr;
    const auto loaded = imaging::loadSeries(contents->series.front(), TaskContext{});
    return loaded && loaded->volume->grid().slices() == 1 ? loaded->volume : nullptr;
}

/// The slice three times, 5 mm apart, so that it has a volume.
Volume threeOf(const Volume& one) {
    const auto slice = one.slice(0);
    std::vector<std::int16_t> voxels;
    for (int k = 0; k < 3; ++k)
        voxels.insert(voxels.end(), slice.begin(), slice.end());
    const Grid& grid = one.grid();
    return Volume(Grid(grid.columns(), grid.rows(), {1, 0, 0}, {0, 1, 0}, kPixelMm, kPixelMm,
                       {{0, 0, 0}, {0, 0, 5}, {0, 0, 10}}),
                  std::move(voxels), "1");
}

/// The drawing of a slice, row by row. It is a DICOM file that the program does not open as CT, because it
/// has but two values: its pixels are the last bytes, 16 bits each, positive where blood was drawn.
struct Drawing {
    int side = 512;
    std::vector<bool> isDrawn;
};

std::optional<Drawing> readDrawing(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    Drawing drawing;
    const std::size_t pixels = std::size_t(drawing.side) * drawing.side;
    if (bytes.size() < 2 * pixels) return std::nullopt;
    for (std::size_t n = 0; n < pixels; ++n)
        drawing.isDrawn.push_back((bytes[bytes.size() - 2 * pixels + 2 * n + 1] & 0x80) == 0);
    return drawing;
}

/// Heat over the drawn blood, as coarse as a network's.
ProbabilityMap heatOver(const Drawing& mask, const Grid& grid) {
    ProbabilityMap heat{coarseGrid(grid, kHeatSide, kHeatSide), {}};
    std::vector<float> one;
    const int cell = mask.side / kHeatSide;
    for (int j = 0; j < kHeatSide; ++j)
        for (int i = 0; i < kHeatSide; ++i) {
            double share = 0;
            for (int y = std::max(0, (j - 1) * cell); y < std::min(mask.side, (j + 2) * cell); ++y)
                for (int x = std::max(0, (i - 1) * cell); x < std::min(mask.side, (i + 2) * cell); ++x)
                    share += mask.isDrawn[std::size_t(y) * mask.side + x];
            one.push_back(float(5 * std::min(1.0, 4 * share / (9.0 * cell * cell))));
        }
    for (int k = 0; k < 3; ++k)
        heat.values.insert(heat.values.end(), one.begin(), one.end());
    return heat;
}

struct Overlap {
    double drawn = 0, outlined = 0, both = 0;
    double dice() const { return 2 * both / (drawn + outlined); }
};

Overlap overlapOf(const std::optional<BleedOutline>& outline, const Drawing& mask) {
    Overlap o;
    const std::size_t pixels = mask.isDrawn.size();
    for (std::size_t n = 0; n < pixels; ++n)
        o.drawn += mask.isDrawn[n];
    if (!outline) return o;
    for (const std::uint32_t v : outline->voxels) {
        if (v / pixels != 1) continue;
        ++o.outlined;
        o.both += mask.isDrawn[v % pixels];
    }
    return o;
}

TEST(OutlineOnRealBlood, OverlapsWithWhatRadiologistsDrew) {
    if (!fs::exists(kCases)) GTEST_SKIP() << "no DICOM files beside the source folder";
    std::vector<double> dice;
    for (const auto& entry : fs::directory_iterator(kCases / "masks")) {
        const auto mask = readDrawing(entry.path());
        const VolumePtr slice = load(kCases / entry.path().filename());
        ASSERT_TRUE(mask && slice) << entry.path().stem();
        ASSERT_EQ(slice->grid().voxelsPerSlice(), mask->isDrawn.size());
        const Volume volume = threeOf(*slice);
        const ProbabilityMap heat = heatOver(*mask, volume.grid());
        const auto outline = outlineBlood(volume, HotRegion(heat, 0, 2), {0, 2}, boneFromHu(3000), {});
        const Overlap o = overlapOf(outline, *mask);
        std::printf("%s: drawn %.1f cm2, outlined %.1f cm2, Dice %.2f\n", entry.path().stem().c_str(),
                    o.drawn * kPixelMm * kPixelMm / 100, o.outlined * kPixelMm * kPixelMm / 100, o.dice());
        if (o.drawn * kPixelMm * kPixelMm > 100) dice.push_back(o.dice());
    }
    ASSERT_GE(dice.size(), 10) << "bleeds over 1 cm2";
    // Three slices are of a skull that was opened: they have no outline, and count as 0.
    std::nth_element(dice.begin(), dice.begin() + std::ptrdiff_t(dice.size() / 2), dice.end());
    EXPECT_GT(dice[dice.size() / 2], 0.75);
}

/// The kinds that CT-ICH's row of a slice names, "075,23,075_23.jpg,1,0,0,0,1,0,0": any, then those below.
std::vector<BleedType> labelledKinds(const std::string& stem) {
    constexpr std::array kColumns{BleedType::Intraventricular, BleedType::Intraparenchymal,
                                  BleedType::Subarachnoid, BleedType::Epidural, BleedType::Subdural};
    std::ifstream in(hemo::testing::sharedData() / "ct-ich" / "labels.csv");
    std::vector<BleedType> kinds;
    for (std::string row; std::getline(in, row);) {
        const std::size_t any = row.find(stem + ".jpg,");
        if (any == std::string::npos) continue;
        const std::string flags = row.substr(any + stem.size() + 7);
        for (std::size_t n = 0; n < kColumns.size(); ++n)
            if (flags.at(2 * n) == '1') kinds.push_back(kColumns[n]);
    }
    return kinds;
}

TEST(ShapeOfRealBlood, IsThatOfTheKindThatRadiologistsNamed) {
    if (!fs::exists(kCases)) GTEST_SKIP() << "no DICOM files beside the source folder";
    int named = 0, right = 0;
    for (const auto& entry : fs::directory_iterator(kCases / "masks")) {
        const auto mask = readDrawing(entry.path());
        const VolumePtr slice = load(kCases / entry.path().filename());
        const std::vector<BleedType> kinds = labelledKinds(entry.path().stem());
        ASSERT_TRUE(mask && slice) << entry.path().stem();
        if (kinds.empty()) continue;
        const Volume volume = threeOf(*slice);
        const ProbabilityMap heat = heatOver(*mask, volume.grid());
        const int boneFrom = boneFromHu(3000);
        const auto outline = outlineBlood(volume, HotRegion(heat, 0, 2), {0, 2}, boneFrom, {});
        if (!outline) continue;
        const BleedShape shape = shapeOf(*outline, volume, HeadMiddle::find(volume, boneFrom), boneFrom, {});
        std::printf("%s: %s\n", entry.path().stem().c_str(), std::string(shapeName(shape)).c_str());
        if (shape == BleedShape::Unclear) continue;
        ++named;
        right += std::ranges::any_of(kinds, [shape](BleedType kind) { return agree(kind, shape); });
    }
    EXPECT_GE(named, 7);
    // One labelled as a bleed of the tissue lies along the skull; a subdural is labelled a few slices on.
    EXPECT_GE(right, named - 1);
}

} // namespace
} // namespace hemo
