// The heart of safety: whatever way a scanner lays its slices into the patient, a mark on the patient's left,
// in front and on top is seen on its right side of the picture, in every view, in the heat map, in exported
// pictures, and the cursor over it says its HU and its place. Through files and back: written, shuffled,
// scanned, loaded.

#include "app/cli/overlay_sheet.h"
#include "core/classify/verdict/prediction.h"
#include "core/image/overlay.h"
#include "core/image/resample.h"
#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/write/write_png.h"
#include "tests/support/made_geometry.h"
#include "tests/support/temp_folder.h"
#include "viewer/render/slice_renderer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <png.h>

namespace hemo::render {
namespace {

using namespace hemo::testing;

constexpr int kSize = 180;
constexpr std::array kAxes{ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal};

/// A scan that went through files, as the window has it.
struct Opened {
    VolumePtr native, regular;
    std::vector<Mark> marks;
};

Opened opened(const MadeGeometry& made, std::mt19937& random) {
    const TempFolder folder;
    Opened scan;
    scan.marks = marksIn(made.grid);
    writeShuffled(*volumeWith(made.grid, scan.marks, "1.2.826.0.1.3680043.8.498.5"), made.patientPosition,
                  folder.path(), random);
    const std::filesystem::path path = folder.path();
    const auto contents = imaging::scanPaths(std::span(&path, 1), {});
    EXPECT_TRUE(contents && contents->series.size() == 1) << made.what;
    if (!contents || contents->series.empty()) return scan;
    auto loaded = imaging::loadSeries(contents->series[0], {});
    EXPECT_TRUE(loaded) << made.what;
    if (!loaded) return scan;
    EXPECT_TRUE(loaded->info.areDirectionsKnown);
    scan.native = loaded->volume;
    auto regular = resampleRegular(scan.native, {});
    EXPECT_TRUE(regular) << made.what;
    if (regular) scan.regular = *regular;
    return scan;
}

SliceRequest requestThrough(const Opened& scan, ViewAxis axis, PatientPoint through) {
    SliceRequest request;
    request.native = scan.native;
    request.regular = scan.regular;
    request.plane = viewPlane(scan.native->grid(), axis, through, 1, 0, 0, kSize, kSize);
    return request;
}

/// The middle of the pixels that are lit.
std::optional<PicturePoint> middleOf(int width, int height, const std::function<bool(int, int)>& isLit) {
    double x = 0, y = 0, count = 0;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column)
            if (isLit(column, row)) x += column, y += row, ++count;
    if (count == 0) return std::nullopt;
    return PicturePoint{x / count, y / count};
}

/// A mark, alone: a window about its value shows the others as black or white, so they are told apart by
/// distance; marks lie far from each other.
std::optional<PicturePoint> markIn(const RgbaImage& picture, const PicturePlane& plane, const Mark& mark) {
    const PicturePoint near = plane.toPicture(mark.centre);
    const double reach = 1.5 * mark.radiusMm / plane.mmPerPixel + 2;
    return middleOf(picture.width, picture.height, [&](int x, int y) {
        return std::hypot(x - near.x, y - near.y) < reach && picture.at(x, y).r > 128;
    });
}

/// Half a voxel in the direction where voxels are largest, and a pixel.
double toleranceMm(const Grid& grid, const Mark& mark, const PicturePlane& plane) {
    return mark.radiusMm / 1.2 / 2 + plane.mmPerPixel + 0.1 * grid.typicalSpacingMm();
}

enum class Side { Left, Front, Top };
constexpr std::array kSides{Side::Left, Side::Front, Side::Top}; // as marksIn has them

/// Where radiological convention puts a mark in a view, told without any arithmetic of the program: +1 to the
/// right or down, -1 to the left or up, 0 where the view does not tell.
struct Wanted {
    int right = 0, down = 0;
};
Wanted wanted(ViewAxis axis, Side side) {
    switch (axis) {
    case ViewAxis::Axial: // seen from the feet
        return side == Side::Left ? Wanted{1, 0} : side == Side::Front ? Wanted{0, -1} : Wanted{};
    case ViewAxis::Coronal: // seen from the front
        return side == Side::Left ? Wanted{1, 0} : side == Side::Top ? Wanted{0, -1} : Wanted{};
    case ViewAxis::Sagittal: // seen from the left
        return side == Side::Front ? Wanted{-1, 0} : side == Side::Top ? Wanted{0, -1} : Wanted{};
    }
    return {};
}

void expectSide(const PicturePoint& seen, ViewAxis axis, Side side, const std::string& what) {
    constexpr double kMiddle = (kSize - 1) / 2.0;
    const Wanted want = wanted(axis, side);
    if (want.right != 0) {
        EXPECT_GT((seen.x - kMiddle) * want.right, 2) << what << ": on the wrong side of the picture";
    }
    if (want.down != 0) {
        EXPECT_GT((seen.y - kMiddle) * want.down, 2) << what << ": upside down";
    }
}

/// The picture's middle is the grid's centre only where the plane passes the middle; a native slice of a
/// tilted stack is centred on itself. Marks are far enough out for that not to matter.
void expectSeenWhereItIs(SliceRenderer& renderer, const Opened& scan, const std::string& what) {
    const Grid& grid = scan.native->grid();
    for (const ViewAxis axis : kAxes)
        for (std::size_t m = 0; m < kSides.size(); ++m) {
            const Mark& mark = scan.marks[m];
            SliceRequest request = requestThrough(scan, axis, mark.centre);
            request.window = {mark.hu / 2.0, 2};
            const RgbaImage picture = renderer.render(request);
            const auto seen = markIn(picture, request.plane, mark);
            const std::string where =
                what + ", mark " + std::to_string(m) + " in view " + std::to_string(static_cast<int>(axis));
            ASSERT_TRUE(seen) << where << ": not seen";
            expectSide(*seen, axis, kSides[m], where);
            const PatientPoint under = request.plane.toPatient(*seen);
            EXPECT_LT(length(under - mark.centre), toleranceMm(grid, mark, request.plane)) << where;
            // What the status line reads at that pixel.
            const PicturePoint pixel{std::round(seen->x), std::round(seen->y)};
            EXPECT_EQ(scan.native->valueAt(request.plane.toPatient(pixel)), mark.hu) << where;
        }
}

/// The heat of one mark alone, as the network would lay it over the slices.
ProbabilityMap heatAt(const Grid& grid, const Mark& mark) {
    ProbabilityMap map{coarseGrid(grid, grid.columns() / 2, grid.rows() / 2), {}};
    for (int k = 0; k < map.grid.slices(); ++k)
        for (int j = 0; j < map.grid.rows(); ++j)
            for (int i = 0; i < map.grid.columns(); ++i) {
                const double mm = length(map.grid.toPatient({double(i), double(j), double(k)}) - mark.centre);
                map.values.push_back(mm <= mark.radiusMm * 1.2 ? 6.f : 0.f);
            }
    return map;
}

void expectHeatWhereItIs(const Opened& scan, const std::string& what) {
    const Grid& grid = scan.native->grid();
    const std::vector<bool> all(std::size_t(grid.slices()), true);
    for (std::size_t m = 0; m < kSides.size(); ++m) {
        const Mark& mark = scan.marks[m];
        const ProbabilityMap map = heatAt(grid, mark);
        for (const ViewAxis axis : kAxes) {
            const PicturePlane plane = requestThrough(scan, axis, mark.centre).plane;
            const RgbaImage layer = heatLayer(plane, map, all, {});
            const auto seen = middleOf(kSize, kSize, [&](int x, int y) { return layer.at(x, y).a > 0; });
            const std::string where = what + ", heat of mark " + std::to_string(m) + " in view " +
                                      std::to_string(static_cast<int>(axis));
            ASSERT_TRUE(seen) << where << ": not seen";
            expectSide(*seen, axis, kSides[m], where);
            EXPECT_LT(length(plane.toPatient(*seen) - mark.centre), toleranceMm(grid, mark, plane) * 2)
                << where;
        }
    }
}

TEST(EveryGeometry, RightAnglesShowLeftOnTheRightFrontAndTopWhereTheyBelong) {
    std::mt19937 random(1);
    SliceRenderer renderer;
    for (const MadeGeometry& made : everyRightAngledGeometry()) {
        const Opened scan = opened(made, random);
        ASSERT_TRUE(scan.regular) << made.what;
        EXPECT_EQ(scan.native->grid(), made.grid) << made.what;
        expectSeenWhereItIs(renderer, scan, made.what);
        expectHeatWhereItIs(scan, made.what);
    }
}

/// Not one of a few chosen cases: any valid geometry.
class AnyGeometry : public ::testing::TestWithParam<unsigned> {};

TEST_P(AnyGeometry, ShowsEveryMarkWhereThePatientHasIt) {
    std::mt19937 random(GetParam());
    SliceRenderer renderer;
    for (int round = 0; round < 15; ++round) {
        const MadeGeometry made = randomGeometry(random);
        const std::string what =
            "seed " + std::to_string(GetParam()) + " round " + std::to_string(round) + ": " + made.what;
        const Opened scan = opened(made, random);
        ASSERT_TRUE(scan.regular) << what;
        ASSERT_EQ(scan.native->grid().slices(), made.grid.slices()) << what;
        for (int k = 0; k < made.grid.slices(); ++k)
            EXPECT_LT(length(scan.native->grid().slicePositions()[std::size_t(k)] -
                             made.grid.slicePositions()[std::size_t(k)]),
                      1e-6)
                << what << ", slice " << k;
        expectSeenWhereItIs(renderer, scan, what);
        expectHeatWhereItIs(scan, what);
        if (HasFatalFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyGeometry, ::testing::Range(1u, 9u));

// ---- pictures that leave the program

RgbaImage readPng(const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&image, file.c_str())) return {};
    image.format = PNG_FORMAT_RGBA;
    RgbaImage picture(static_cast<int>(image.width), static_cast<int>(image.height));
    png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr);
    return picture;
}

TEST(ExportedPicture, IsTheOneOnTheScreen) {
    std::mt19937 random(77);
    SliceRenderer renderer;
    for (const MadeGeometry& made : everyRightAngledGeometry()) {
        const Opened scan = opened(made, random);
        ASSERT_TRUE(scan.regular) << made.what;
        const TempFolder folder;
        for (const ViewAxis axis : kAxes) {
            SliceRequest request = requestThrough(scan, axis, scan.marks[0].centre);
            request.window = {scan.marks[0].hu / 2.0, 2};
            const RgbaImage picture = renderer.render(request);
            const auto file = folder.path() / (std::to_string(static_cast<int>(axis)) + ".png");
            ASSERT_TRUE(imaging::writePng(picture, file));
            EXPECT_EQ(readPng(file), picture) << made.what;
        }
    }
}

/// A prediction that finds the mark, and nothing else.
Prediction predictionOf(const Grid& grid, const Mark& mark) {
    Prediction prediction;
    for (int k = 0; k < grid.slices(); ++k)
        prediction.slices.push_back({k, {0.9, 0, 0.9, 0, 0, 0}});
    prediction.heat = heatAt(grid, mark);
    prediction.provenance.rule = {1, 0.5};
    return prediction;
}

bool differ(Rgba a, Rgba b) {
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) > 60;
}

TEST(ExportedSheet, ShowsImageAndHeatOnThePatientsSide) {
    for (const MadeGeometry& made : everyRightAngledGeometry()) {
        const Grid grid = coarseGrid(made.grid, 168, 144); // finer, so that letters hide no mark
        const ViewAxis axis = nativeAxis(grid);
        const VolumePtr water = volumeWith(grid, {}, "1.2.3");
        const auto marks = marksIn(grid);
        for (std::size_t m = 0; m < kSides.size(); ++m) {
            const Wanted want = wanted(axis, kSides[m]);
            const VolumePtr marked = volumeWith(grid, {marks[m]}, "1.2.3");
            const int k = grid.nearestSlice(marks[m].centre);
            Prediction nothing = predictionOf(grid, marks[m]);
            nothing.heat.values.assign(nothing.heat.values.size(), 0);
            // Against the sheet of water without heat: the letters on it are the same.
            const RgbaImage plain = overlaySheet(*water, nothing, k, {}, Sides::Known);
            const RgbaImage sheet = overlaySheet(*marked, predictionOf(grid, marks[m]), k, {}, Sides::Known);
            const int half = sheet.width / 2;
            for (const int left : {0, half}) {
                const auto seen = middleOf(half, sheet.height, [&](int x, int y) {
                    return differ(sheet.at(left + x, y), plain.at(left + x, y));
                });
                ASSERT_TRUE(seen) << made.what << ", mark " << m;
                if (want.right != 0) {
                    EXPECT_GT((seen->x - (half - 1) / 2.0) * want.right, 1) << made.what << ", mark " << m;
                }
                if (want.down != 0) {
                    EXPECT_GT((seen->y - (sheet.height - 1) / 2.0) * want.down, 1)
                        << made.what << ", mark " << m;
                }
            }
        }
    }
}

} // namespace
} // namespace hemo::render
