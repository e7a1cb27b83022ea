#include "core/image/resample.h"
#include "core/simulate/phantom.h"
#include "tests/render/made_scans.h"
#include "viewer/render/slice_renderer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

namespace hemo::render {
namespace {

using namespace hemo::testing;

constexpr WindowLevel kWide{200, 2400};
constexpr Rgba kBlack{0, 0, 0, 255};

// The reference below shares no arithmetic with the renderer: pixel by pixel through Grid.

struct Cell {
    int low, high;
    double t;
    int nearest() const { return t < 0.5 ? low : high; }
};

Cell cellAt(double index, int n) {
    const double x = std::clamp(index, 0.0, n - 1.0);
    const int low = std::min(int(x), std::max(n - 2, 0));
    return {low, std::min(low + 1, n - 1), x - low};
}

/// Before rounding; `kOutsideHu` where the scan is not.
double referenceHu(const Volume& volume, VoxelIndex v, Interpolation interpolation) {
    const Grid& grid = volume.grid();
    const Cell i = cellAt(v.i, grid.columns()), j = cellAt(v.j, grid.rows()), k = cellAt(v.k, grid.slices());
    const std::int16_t nearest = volume.at(i.nearest(), j.nearest(), k.nearest());
    if (interpolation == Interpolation::Nearest) return nearest;
    double sum = 0;
    for (const auto& [kk, wk] : {std::pair{k.low, 1 - k.t}, std::pair{k.high, k.t}})
        for (const auto& [jj, wj] : {std::pair{j.low, 1 - j.t}, std::pair{j.high, j.t}})
            for (const auto& [ii, wi] : {std::pair{i.low, 1 - i.t}, std::pair{i.high, i.t}}) {
                if (wi * wj * wk < 1e-9) continue;
                if (volume.at(ii, jj, kk) == kOutsideHu) return nearest;
                sum += wi * wj * wk * volume.at(ii, jj, kk);
            }
    return sum;
}

Rgba greyOf(std::int16_t hu, const SliceRequest& request) {
    if (hu == kOutsideHu) return kBlack;
    const double grey = request.window.grey(hu);
    const auto level =
        std::uint8_t(std::lround(255 * (request.polarity == Polarity::Normal ? grey : 1 - grey)));
    return {level, level, level, 255};
}

/// Pixels that are not what the reference makes them. Where an interpolated value lies between two whole HU
/// to within what single precision holds of it, either is right.
int wrongPixels(const RgbaImage& picture, const SliceRequest& request, const Volume& volume) {
    constexpr double kTie =
        0.02; // neighbours differ by up to 2400 HU; vtkImageReslice knows 2^-17 of a voxel
    const Grid& grid = volume.grid();
    int wrong = 0;
    for (int y = 0; y < request.plane.height; ++y)
        for (int x = 0; x < request.plane.width; ++x) {
            const PatientPoint p = request.plane.toPatient({double(x), double(y)});
            const double hu = grid.contains(p) ? referenceHu(volume, grid.toVoxel(p), request.interpolation)
                                               : double(kOutsideHu);
            const auto rounded = [](double value) { return std::int16_t(std::floor(value + 0.5)); };
            const Rgba pixel = picture.at(x, y);
            wrong +=
                pixel != greyOf(rounded(hu - kTie), request) && pixel != greyOf(rounded(hu + kTie), request);
        }
    return wrong;
}

::testing::AssertionResult isReference(const RgbaImage& picture, const SliceRequest& request,
                                       const Volume& volume) {
    if (picture.width != request.plane.width || picture.height != request.plane.height)
        return ::testing::AssertionFailure() << "the size differs";
    const int wrong = wrongPixels(picture, request, volume);
    if (wrong == 0) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << wrong << " of " << picture.pixels.size() << " pixels differ";
}

SliceRequest requestOf(const VolumePtr& native, const VolumePtr& regular, ViewAxis axis, double zoom = 1,
                       double panRight = 0, double panDown = 0) {
    SliceRequest request;
    request.native = native;
    request.regular = regular;
    const Grid& grid = native->grid();
    const PatientPoint through = grid.toPatient({9.3, 6.2, 3});
    request.plane = viewPlane(grid, axis, through, zoom, panRight, panDown, 71, 53);
    request.window = kWide;
    return request;
}

class SlicePicture : public ::testing::TestWithParam<Interpolation> {
protected:
    SliceRenderer renderer;
};

TEST_P(SlicePicture, IsTheReferenceToTheBitInEveryOrientationAndView) {
    for (const Grid& grid : everyOrientation()) {
        const VolumePtr volume = scrambledVolume(grid);
        for (const ViewAxis axis : kViewAxes) {
            SliceRequest request = requestOf(volume, volume, axis);
            request.interpolation = GetParam();
            EXPECT_TRUE(isReference(renderer.render(request), request, *volume))
                << "rows to " << directionLetters(grid.rowDirection()) << ", columns to "
                << directionLetters(grid.columnDirection()) << ", view " << int(axis);
        }
    }
}

TEST_P(SlicePicture, IsTheReferenceToTheBitZoomedAndPanned) {
    const VolumePtr volume = scrambledVolume(stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1}));
    for (const ViewAxis axis : kViewAxes)
        for (const double zoom : {0.31, 1.7, 9.3})
            for (const double pan : {-13.1, 0.37, 8.9}) {
                SliceRequest request = requestOf(volume, volume, axis, zoom, pan, -pan / 2);
                request.interpolation = GetParam();
                EXPECT_TRUE(isReference(renderer.render(request), request, *volume))
                    << "view " << int(axis) << " zoom " << zoom << " pan " << pan;
            }
}

TEST_P(SlicePicture, OfATiltedStackShowsItsSlicesAsAcquired) {
    const VolumePtr volume = scrambledVolume(tiltedStack(18.5));
    for (int k = 0; k < volume->grid().slices(); ++k) {
        SliceRequest request = requestOf(volume, nullptr, ViewAxis::Axial);
        request.plane = viewPlane(volume->grid(), ViewAxis::Axial,
                                  volume->grid().toPatient({8.1, 5.2, double(k)}), 1.3, 1.7, -0.9, 71, 53);
        request.interpolation = GetParam();
        const RgbaImage picture = renderer.render(request);
        EXPECT_TRUE(isReference(picture, request, *volume)) << "slice " << k;
        EXPECT_FALSE(std::ranges::all_of(picture.pixels, [](Rgba p) { return p == kBlack; }));
    }
}

TEST_P(SlicePicture, OfATiltedStackIsReformattedThroughPatientSpace) {
    const VolumePtr native = scrambledVolume(tiltedStack(-12));
    const VolumePtr regular = *resampleRegular(native, {});
    ASSERT_NE(native, regular);
    for (const ViewAxis axis : {ViewAxis::Coronal, ViewAxis::Sagittal}) {
        SliceRequest request = requestOf(native, regular, axis, 1.1, 2.3, 0.7);
        request.interpolation = GetParam();
        EXPECT_TRUE(isReference(renderer.render(request), request, *regular)) << "view " << int(axis);
    }
}

INSTANTIATE_TEST_SUITE_P(Either, SlicePicture,
                         ::testing::Values(Interpolation::Nearest, Interpolation::Linear), [](const auto& i) {
                             return i.param == Interpolation::Nearest ? "Nearest" : "Linear";
                         });

/// The pixels of a picture of a slab that are not what its layers make, each read voxel by voxel.
int wrongSlabPixels(const RgbaImage& picture, const SliceRequest& request, const Volume& volume,
                    std::span<const double> offsetsMm, Vec3 along) {
    int wrong = 0;
    for (int y = 0; y < request.plane.height; ++y)
        for (int x = 0; x < request.plane.width; ++x) {
            std::vector<double> layers;
            for (const double mm : offsetsMm) {
                const PatientPoint p = request.plane.toPatient({double(x), double(y)}) + along * mm;
                if (!volume.grid().contains(p)) continue;
                layers.push_back(referenceHu(volume, volume.grid().toVoxel(p), Interpolation::Nearest));
            }
            double hu = kOutsideHu;
            if (!layers.empty() && request.slab.kind == Slab::Kind::Mean)
                hu = std::accumulate(layers.begin(), layers.end(), 0.0) / double(layers.size());
            else if (!layers.empty())
                hu = request.slab.kind == Slab::Kind::Maximum ? std::ranges::max(layers)
                                                              : std::ranges::min(layers);
            wrong += picture.at(x, y) != greyOf(std::int16_t(std::lround(hu)), request);
        }
    return wrong;
}

constexpr std::array kSlabKinds{Slab::Kind::Mean, Slab::Kind::Maximum, Slab::Kind::Minimum};

TEST(SlicePictureOfASlab, TakesTheAcquiredSlicesTogetherAlsoWhereTheyAreTilted) {
    SliceRenderer renderer;
    for (const Grid& grid : {stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1}), tiltedStack(18.5)}) {
        const VolumePtr volume = scrambledVolume(grid);
        for (const auto kind : kSlabKinds) {
            SliceRequest request = requestOf(volume, nullptr, ViewAxis::Axial);
            request.interpolation = Interpolation::Nearest;
            request.slab = {kind, 9};
            const auto offsets = slabOverSlices(request.slab, grid, 3);
            ASSERT_EQ(offsets.size(), 3u);
            EXPECT_EQ(wrongSlabPixels(renderer.render(request), request, *volume, offsets, grid.normal()), 0)
                << int(kind);
        }
    }
}

/// Each slice with its neighbour on either side, as `kind` takes them together.
VolumePtr thickened(const Volume& volume, Slab::Kind kind) {
    std::vector<std::int16_t> voxels;
    for (int k = 0; k < volume.grid().slices(); ++k) {
        SlabValues together(kind, volume.grid().voxelsPerSlice());
        for (int near = std::max(0, k - 1); near <= std::min(k + 1, volume.grid().slices() - 1); ++near)
            together.add(volume.slice(near));
        const auto slice = together.result();
        voxels.insert(voxels.end(), slice.begin(), slice.end());
    }
    return std::make_shared<const Volume>(volume.grid(), std::move(voxels), "1.2.3");
}

TEST(SlicePictureOfASlab, OfSlicesThatLieStraightOverEachOtherIsThatOfOneThickSlice) {
    SliceRenderer renderer;
    const VolumePtr thin = scrambledVolume(stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1}));
    for (const auto kind : kSlabKinds) {
        SliceRequest request = requestOf(thin, nullptr, ViewAxis::Axial);
        request.slab = {kind, 9};
        const RgbaImage slab = renderer.render(request);
        const VolumePtr thick = thickened(*thin, kind);
        EXPECT_EQ(slab, renderer.render(requestOf(thick, nullptr, ViewAxis::Axial))) << int(kind);
        EXPECT_NE(slab, renderer.render(requestOf(thin, nullptr, ViewAxis::Axial))) << int(kind);
    }
}

TEST(SlicePictureOfASlab, TakesPlanesBetweenTheSlicesTogether) {
    SliceRenderer renderer;
    const VolumePtr volume = scrambledVolume(stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1}));
    for (const ViewAxis axis : {ViewAxis::Coronal, ViewAxis::Sagittal})
        for (const auto kind : kSlabKinds) {
            SliceRequest request = requestOf(volume, volume, axis);
            request.interpolation = Interpolation::Nearest;
            request.slab = {kind, 6.7};
            EXPECT_EQ(wrongSlabPixels(renderer.render(request), request, *volume,
                                      slabOverVoxels(request.slab, volume->grid()), request.plane.normal()),
                      0)
                << int(axis) << ' ' << int(kind);
        }
}

/// A scan of water with one dense voxel, and where that voxel lies.
struct Marked {
    VolumePtr volume;
    PatientPoint mark;
};

Marked markedAt(const Grid& grid, PatientPoint wanted) {
    std::vector<std::int16_t> voxels(grid.voxelCount(), 0);
    const VoxelIndex v = grid.toVoxel(wanted);
    const int i = int(std::lround(v.i)), j = int(std::lround(v.j)), k = int(std::lround(v.k));
    voxels[(std::size_t(k) * grid.rows() + j) * grid.columns() + i] = 1000;
    return {std::make_shared<const Volume>(grid, std::move(voxels), "1.2.3"),
            grid.toPatient({double(i), double(j), double(k)})};
}

PicturePoint brightest(const RgbaImage& picture) {
    double x = 0, y = 0, count = 0;
    for (int row = 0; row < picture.height; ++row)
        for (int column = 0; column < picture.width; ++column)
            if (picture.at(column, row).r > 200) x += column, y += row, ++count;
    return count > 0 ? PicturePoint{x / count, y / count} : PicturePoint{-1, -1};
}

TEST(SliceSides, ThePatientsLeftIsOnTheRightAndTheFrontOnTopHoweverTheScanIsStored) {
    SliceRenderer renderer;
    for (const Grid& grid : everyOrientation()) {
        const PatientPoint centre = grid.centre();
        // To the left, to the front and up.
        const Marked scan = markedAt(grid, centre + Vec3{6, -4, 3});
        for (const ViewAxis axis : kViewAxes) {
            SliceRequest request;
            request.native = request.regular = scan.volume;
            request.plane = viewPlane(grid, axis, scan.mark, 1, 0, 0, 200, 200);
            request.interpolation = Interpolation::Nearest;
            request.window = {500, 100};
            const PicturePoint seen = brightest(renderer.render(request));
            const PicturePoint middle{99.5, 99.5};
            ASSERT_GE(seen.x, 0) << "not seen";
            if (axis == ViewAxis::Axial) {
                EXPECT_GT(seen.x, middle.x) << "left on the right";
                EXPECT_LT(seen.y, middle.y) << "front on top";
            } else if (axis == ViewAxis::Coronal) {
                EXPECT_GT(seen.x, middle.x) << "left on the right";
                EXPECT_LT(seen.y, middle.y) << "head on top";
            } else {
                EXPECT_LT(seen.x, middle.x) << "front on the left";
                EXPECT_LT(seen.y, middle.y) << "head on top";
            }
            const PicturePoint expected = request.plane.toPicture(scan.mark);
            EXPECT_NEAR(seen.x, expected.x, 1);
            EXPECT_NEAR(seen.y, expected.y, 1);
        }
    }
}

TEST(SliceSides, ThePhantomsMarkIsInTheLowerRightOfItsAxialPicture) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.tiltDegrees = 10;
    const VolumePtr head = makePhantom(spec).volume;
    const PatientPoint mark{25, 36, 4};
    SliceRequest request;
    request.native = head;
    request.plane = viewPlane(head->grid(), ViewAxis::Axial, mark, 1, 0, 0, 300, 300);
    // Looked at inside the skull alone: bone is as bright.
    RgbaImage picture = SliceRenderer{}.render(request);
    const PicturePoint expected = request.plane.toPicture(mark);
    EXPECT_GT(expected.x, 150);
    EXPECT_GT(expected.y, 150);
    EXPECT_GT(picture.at(int(expected.x), int(expected.y)).r, 250);
    EXPECT_LT(picture.at(299 - int(expected.x), int(expected.y)).r, 250) << "nothing at the mirrored place";
}

/// A row of voxels with these values, one millimetre each, seen at one pixel a voxel.
SliceRequest rowOf(const std::vector<std::int16_t>& values) {
    Grid grid(int(values.size()), 1, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}});
    SliceRequest request;
    request.native = std::make_shared<const Volume>(grid, values, "1.2.3");
    request.plane = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 1, int(values.size()), 1};
    return request;
}

TEST(SliceGrey, IsThatOfTheWindowForEveryValue) {
    std::vector<std::int16_t> every;
    for (int hu = -32767; hu <= 32767; ++hu)
        every.push_back(std::int16_t(hu));
    SliceRequest request = rowOf(every);
    SliceRenderer renderer;
    for (const WindowLevel window : {WindowLevel{40, 80}, WindowLevel{600, 2800}, WindowLevel{32, 8},
                                     WindowLevel{10.5, 1}, WindowLevel{-600, 1500.5}})
        for (const Polarity polarity : {Polarity::Normal, Polarity::Inverted}) {
            request.window = window;
            request.polarity = polarity;
            const RgbaImage picture = renderer.render(request);
            for (std::size_t n = 0; n < every.size(); ++n)
                ASSERT_EQ(picture.pixels[n], greyOf(every[n], request)) << every[n] << " HU";
        }
}

TEST(SliceGrey, OutsideTheScanIsBlackInEitherPolarity) {
    SliceRequest request = rowOf({-1000, kOutsideHu, 100});
    request.plane.topLeft.x = -2;
    request.plane.width = 7;
    SliceRenderer renderer;
    for (const Polarity polarity : {Polarity::Normal, Polarity::Inverted}) {
        request.polarity = polarity;
        const RgbaImage picture = renderer.render(request);
        for (const int x : {0, 1, 3, 5, 6})
            EXPECT_EQ(picture.at(x, 0), kBlack) << "pixel " << x;
        EXPECT_EQ(picture.at(2, 0).r, polarity == Polarity::Normal ? 0 : 255) << "air";
        EXPECT_EQ(picture.at(4, 0).r, polarity == Polarity::Normal ? 255 : 0) << "dense";
    }
}

TEST(SliceGrey, OutsideIsNeverMixedIntoTissue) {
    // Tissue of one value beside a gap: every pixel is that tissue or black, at any magnification.
    std::vector<std::int16_t> voxels(5 * 4 * 6, 40);
    for (std::size_t n = 2 * 20; n < 4 * 20; ++n)
        voxels[n] = kOutsideHu;
    voxels[0] = kOutsideHu;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 6; ++k)
        positions.push_back({0, 0, 5.0 * k});
    const auto volume =
        std::make_shared<const Volume>(Grid(5, 4, {1, 0, 0}, {0, 1, 0}, 2, 2, positions), voxels, "1.2.3");
    SliceRenderer renderer;
    for (const ViewAxis axis : kViewAxes)
        for (const Polarity polarity : {Polarity::Normal, Polarity::Inverted}) {
            SliceRequest request = requestOf(volume, volume, axis, 3.7, 0.3, 0.4);
            request.plane = viewPlane(volume->grid(), axis, {0.3, 0.4, 6.1}, 0.9, 0, 0, 301, 301);
            request.window = {40, 80};
            request.polarity = polarity;
            const RgbaImage picture = renderer.render(request);
            const Rgba tissue = greyOf(40, request);
            int shown = 0;
            for (const Rgba pixel : picture.pixels) {
                ASSERT_TRUE(pixel == tissue || pixel == kBlack) << int(pixel.r);
                shown += pixel == tissue;
            }
            EXPECT_GT(shown, 1000);
            EXPECT_TRUE(isReference(picture, request, *volume));
        }
}

TEST(SliceRendering, WithoutAVolumeForThePlaneIsBlack) {
    SliceRequest request;
    request.plane = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 1, 12, 9};
    SliceRenderer renderer;
    EXPECT_EQ(renderer.render(request), RgbaImage(12, 9, kBlack));
    const VolumePtr tilted = scrambledVolume(tiltedStack(18));
    EXPECT_EQ(renderer.render(requestOf(tilted, nullptr, ViewAxis::Sagittal)), RgbaImage(71, 53, kBlack));
}

TEST(SliceRendering, OfNoSizeIsNoPicture) {
    SliceRequest request;
    EXPECT_TRUE(SliceRenderer{}.render(request).pixels.empty());
}

TEST(SliceRendering, DoesNotDependOnWhatWasDrawnBefore) {
    const VolumePtr a = scrambledVolume(stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1}));
    const VolumePtr b = scrambledVolume(tiltedStack(9));
    const VolumePtr bRegular = *resampleRegular(b, {});
    std::vector<SliceRequest> requests;
    for (const ViewAxis axis : kViewAxes) {
        requests.push_back(requestOf(a, a, axis));
        requests.push_back(requestOf(b, bRegular, axis, 2));
        requests.push_back(requests.back());
        requests.back().window = {40, 80};
        requests.push_back(requests.back());
        requests.back().plane.width = 20;
        requests.push_back(requests.back());
        requests.back().interpolation = Interpolation::Nearest;
    }
    SliceRenderer used;
    for (int round = 0; round < 2; ++round)
        for (const SliceRequest& request : requests)
            EXPECT_EQ(used.render(request), SliceRenderer{}.render(request));
}

} // namespace
} // namespace hemo::render
