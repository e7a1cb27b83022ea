#include "core/image/heat_scale.h"
#include "core/image/overlay.h"
#include "tests/render/made_scans.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

using namespace hemo::testing;

constexpr Rgba kGrey{70, 70, 70, 255};

/// A map with no symmetry over the stack, some of it under the gate.
ProbabilityMap scrambledMap(const Grid& grid) {
    ProbabilityMap map{coarseGrid(grid, 6, 5), {}};
    for (std::size_t n = 0; n < map.grid.voxelCount(); ++n)
        map.values.push_back(float(scrambledHu(n)) / 200);
    return map;
}

/// One hot pixel, and where it lies.
ProbabilityMap hotAt(const Grid& grid, int i, int j, int k, PatientPoint& hot) {
    ProbabilityMap map{coarseGrid(grid, 6, 5), {}};
    map.values.assign(map.grid.voxelCount(), 0);
    map.values[(std::size_t(k) * 5 + j) * 6 + i] = 6;
    hot = map.grid.toPatient({double(i), double(j), double(k)});
    return map;
}

PicturePlane planeOf(const Grid& grid, ViewAxis axis, PatientPoint through, double zoom = 1) {
    return viewPlane(grid, axis, through, zoom, 0.7, -0.4, 120, 100);
}

std::vector<bool> allShown(const Grid& grid) {
    return std::vector<bool>(std::size_t(grid.slices()), true);
}

/// What the contract says, pixel by pixel, sharing no arithmetic with the walk along the rows.
RgbaImage reference(const PicturePlane& plane, const ProbabilityMap& map, const std::vector<bool>& shown,
                    const OverlayStyle& style) {
    RgbaImage picture(plane.width, plane.height, kGrey);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const PatientPoint p = plane.toPatient({double(x), double(y)});
            if (liesInGap(map.grid, p)) continue;
            const float value = map.valueAt(p);
            if (!shown[map.grid.nearestSlice(p)] || value <= style.gateLogOdds) continue;
            const Rgba heat = heatColour(value, style);
            const auto mixed = [&](int under, int over) {
                return std::uint8_t(std::lround(under + (over - under) * (heat.a / 255.0)));
            };
            picture.at(x, y) = {mixed(kGrey.r, heat.r), mixed(kGrey.g, heat.g), mixed(kGrey.b, heat.b), 255};
        }
    return picture;
}

/// The largest difference of a channel: arithmetic in another order may round a channel the other way.
int largestDifference(const RgbaImage& a, const RgbaImage& b) {
    int largest = 0;
    for (std::size_t n = 0; n < a.pixels.size(); ++n) {
        const Rgba p = a.pixels[n], q = b.pixels[n];
        largest = std::max({largest, std::abs(p.r - q.r), std::abs(p.g - q.g), std::abs(p.b - q.b)});
    }
    return largest;
}

std::vector<Grid> everyStack() {
    std::vector<Grid> grids = everyOrientation();
    grids.push_back(tiltedStack(18.5));
    grids.push_back(tiltedStack(-9));
    // Uneven steps, with a gap.
    const Grid& even = grids.front();
    std::vector<PatientPoint> positions = even.slicePositions();
    for (std::size_t k = 4; k < positions.size(); ++k)
        positions[k] = positions[k] + even.normal() * (k < 7 ? 1.3 : 9.7);
    grids.emplace_back(even.columns(), even.rows(), even.rowDirection(), even.columnDirection(),
                       even.columnSpacingMm(), even.rowSpacingMm(), positions);
    grids.emplace_back(even.columns(), even.rows(), even.rowDirection(), even.columnDirection(),
                       even.columnSpacingMm(), even.rowSpacingMm(), std::vector{positions.front()});
    return grids;
}

TEST(BlendHeat, NothingIsDrawnInTheMiddleOfAGap) {
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 45., 50., 55., 60.})
        positions.push_back({0, 0, z});
    const Grid grid(40, 40, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    ProbabilityMap map{coarseGrid(grid, 6, 5), {}};
    map.values.assign(map.grid.voxelCount(), 6.f);
    const PicturePlane plane = viewPlane(grid, ViewAxis::Coronal, grid.centre(), 1, 0, 0, 100, 100);
    const RgbaImage picture = blendHeat(RgbaImage(100, 100, kGrey), plane, map, allShown(grid), {});
    const auto at = [&](double z) {
        const PicturePoint p = plane.toPicture({20, 20, z});
        return picture.at(int(std::lround(p.x)), int(std::lround(p.y)));
    };
    EXPECT_NE(at(10), kGrey);
    EXPECT_NE(at(50), kGrey);
    EXPECT_EQ(at(30), kGrey);
}

TEST(Overlay, LiesWhereTheMapSaysInEveryStackAndView) {
    for (const Grid& grid : everyStack()) {
        const ProbabilityMap map = scrambledMap(grid);
        for (const ViewAxis axis : kViewAxes) {
            const PicturePlane plane = planeOf(grid, axis, grid.centre() + Vec3{1.1, 0.7, -0.9}, 0.8);
            const RgbaImage picture =
                blendHeat(RgbaImage(120, 100, kGrey), plane, map, allShown(grid), OverlayStyle{});
            const RgbaImage expected = reference(plane, map, allShown(grid), OverlayStyle{});
            EXPECT_LE(largestDifference(picture, expected), 1)
                << "rows to " << directionLetters(grid.rowDirection()) << ", tilt " << grid.tiltDegrees()
                << ", slices " << grid.slices() << ", view " << int(axis);
        }
    }
}

TEST(Overlay, HeatIsOverTheHotPlaceInEveryView) {
    for (const Grid& grid : everyStack()) {
        if (grid.slices() == 1) continue;
        PatientPoint hot;
        const ProbabilityMap map = hotAt(grid, 1, 3, 6, hot);
        for (const ViewAxis axis : kViewAxes) {
            const PicturePlane plane = planeOf(grid, axis, hot);
            const RgbaImage picture =
                blendHeat(RgbaImage(120, 100, kGrey), plane, map, allShown(grid), OverlayStyle{});
            double x = 0, y = 0, count = 0;
            for (int row = 0; row < 100; ++row)
                for (int column = 0; column < 120; ++column)
                    if (picture.at(column, row) != kGrey) x += column, y += row, ++count;
            ASSERT_GT(count, 0) << "view " << int(axis);
            const PicturePoint expected = plane.toPicture(hot);
            EXPECT_LT(std::hypot(x / count - expected.x, y / count - expected.y) * plane.mmPerPixel, 2.5)
                << "a coarse pixel is 5 mm";
        }
    }
}

TEST(Overlay, SlicesThatAreNotShownGiveNoHeat) {
    const Grid grid = tiltedStack(18.5);
    ProbabilityMap map = scrambledMap(grid);
    std::fill(map.values.begin(), map.values.end(), 5.f);
    std::vector<bool> shown(grid.slices(), false);
    shown[2] = true;
    for (int k = 0; k < grid.slices(); ++k) {
        const PatientPoint on = grid.toPatient({11, 8, double(k)});
        const PicturePlane plane = planeOf(grid, ViewAxis::Axial, on);
        const RgbaImage picture = blendHeat(RgbaImage(120, 100, kGrey), plane, map, shown, OverlayStyle{});
        const PicturePoint at = plane.toPicture(on);
        EXPECT_EQ(picture.at(int(at.x), int(at.y)) != kGrey, k == 2) << "slice " << k;
    }
    const PicturePlane sagittal = planeOf(grid, ViewAxis::Sagittal, grid.centre());
    const RgbaImage picture = blendHeat(RgbaImage(120, 100, kGrey), sagittal, map, shown, OverlayStyle{});
    EXPECT_LE(largestDifference(picture, reference(sagittal, map, shown, OverlayStyle{})), 1);
    EXPECT_EQ(blendHeat(RgbaImage(120, 100, kGrey), sagittal, map, {}, OverlayStyle{}),
              RgbaImage(120, 100, kGrey))
        << "no answer yet, no heat";
}

TEST(Overlay, NothingIsDrawnAtOrUnderTheGateAndBeyondTheMap) {
    const Grid grid = stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1});
    ProbabilityMap map = scrambledMap(grid);
    std::fill(map.values.begin(), map.values.end(), 0.5f);
    const PicturePlane plane = planeOf(grid, ViewAxis::Axial, grid.centre(), 0.3);
    const RgbaImage blank(120, 100, kGrey);
    EXPECT_EQ(blendHeat(blank, plane, map, allShown(grid), OverlayStyle{}), blank);
    std::fill(map.values.begin(), map.values.end(), 6.f);
    const RgbaImage hot = blendHeat(blank, plane, map, allShown(grid), OverlayStyle{});
    EXPECT_EQ(hot.at(0, 0), kGrey) << "beyond the scan";
    EXPECT_NE(hot.at(60, 50), kGrey);
    EXPECT_EQ(blendHeat(blank, plane, ProbabilityMap{}, {}, OverlayStyle{}), blank);
}

TEST(Overlay, ColourGrowsBrighterAndMoreOpaqueWithEvidence) {
    const OverlayStyle style;
    EXPECT_EQ(heatColour(style.gateLogOdds, style).a, 0);
    EXPECT_EQ(heatColour(-20, style).a, 0);
    EXPECT_EQ(heatColour(style.fullLogOdds, style).a, 153) << "the opacity of the style";
    EXPECT_EQ(heatColour(100, style), heatColour(style.fullLogOdds, style));
}

TEST(Overlay, WhateverItsColoursAreStrongerHeatIsLighterThroughAndThrough) {
    for (const HeatColours colours : kHeatColours) {
        OverlayStyle style;
        style.colours = colours;
        double luma = 0;
        int sum = 0; // by which the stronger of two is told where heat is seen through
        for (double value = 0.6; value <= 6; value += 0.2) {
            const Rgba c = heatColour(value, style);
            const double here = 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
            EXPECT_GT(here, luma) << value << " of " << int(colours);
            EXPECT_GT(c.r + c.g + c.b, sum) << value << " of " << int(colours);
            luma = here, sum = c.r + c.g + c.b;
        }
        EXPECT_GT(luma, 180) << "light at its strong end";
    }
}

/// As an eye without the receptors for red sees it (Viénot et al. 1999), in linear light.
std::array<double, 3> asWithoutRed(Rgba c) {
    const auto linear = [](int v) { return std::pow(v / 255.0, 2.2); };
    const double r = linear(c.r), g = linear(c.g), b = linear(c.b);
    return {0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b};
}

TEST(Overlay, HeatIsReadWithoutTellingRedFromGreen) {
    // A fifth of the scale apart two colours still differ, whichever eye sees them.
    for (const HeatColours colours : kHeatColours) {
        OverlayStyle style;
        style.colours = colours;
        for (double value = 0.6; value <= 4.9; value += 0.2) {
            const auto one = asWithoutRed(heatColour(value, style)),
                       other = asWithoutRed(heatColour(value + 1.1, style));
            const double apart =
                std::abs(one[0] - other[0]) + std::abs(one[1] - other[1]) + std::abs(one[2] - other[2]);
            EXPECT_GT(apart, 0.04) << value << " of " << int(colours);
        }
    }
}

TEST(HeatScale, HasTheColoursThatThePictureHas) {
    const Grid grid = stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1});
    const PicturePlane plane = planeOf(grid, ViewAxis::Axial, grid.centre(), 0.3);
    const std::vector<Rgba> greys{kGrey, Rgba{210, 210, 210, 255}};
    constexpr int kRows = 12; // half a log-odd each, from 6.0 down to 0.5
    for (const double opacity : {0.2, 0.6, 1.0}) {
        OverlayStyle style;
        style.opacity = opacity;
        const RgbaImage scale = heatScale(kRows, greys, style);
        for (int row = 0; row < kRows; ++row)
            for (int column = 0; column < 2; ++column) {
                ProbabilityMap map = scrambledMap(grid);
                std::fill(map.values.begin(), map.values.end(), 6 - 0.5f * float(row));
                const RgbaImage under(120, 100, greys[static_cast<std::size_t>(column)]);
                const Rgba shown = blendHeat(under, plane, map, allShown(grid), style).at(60, 50);
                const Rgba told = scale.at(column, row);
                // The picture takes its colours from a table of 2048 steps.
                EXPECT_NEAR(told.r, shown.r, 1) << row;
                EXPECT_NEAR(told.g, shown.g, 1) << row;
                EXPECT_NEAR(told.b, shown.b, 1) << row;
            }
        EXPECT_EQ(scale.at(0, kRows - 1), greys[0]) << "at the gate there is the picture alone";
    }
}

} // namespace
} // namespace hemo
