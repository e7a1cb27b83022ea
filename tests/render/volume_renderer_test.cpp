#include "core/simulate/phantom.h"
#include "tests/render/made_scans.h"
#include "tests/support/luminance.h"
#include "viewer/render/volume_renderer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>

namespace hemo::render {
namespace {

using namespace hemo::testing;

constexpr int kSize = 160;

/// Air, a clear ball of water, and in it a dense ball to the left, to the front and up of the middle.
VolumePtr ballsIn(const Grid& grid) {
    const PatientPoint centre = grid.centre();
    const PatientPoint dense = centre + Vec3{30, -34, 26};
    std::vector<std::int16_t> voxels;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                voxels.push_back(length(p - dense) < 12 ? 1200 : length(p - centre) < 70 ? 0 : -1000);
            }
    return std::make_shared<const Volume>(grid, std::move(voxels), "1.2.3");
}

Grid headSized(Vec3 row, Vec3 column) {
    const Vec3 step = cross(row, column) * 4;
    const PatientPoint corner = PatientPoint{3, -5, 11} - row * 79 - column * 79 - step * 19.5;
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 40; ++k)
        positions.push_back(corner + step * k);
    return Grid(80, 80, row, column, 2, 2, positions);
}

struct Spot {
    double x = 0, y = 0, pixels = 0;
};

Spot brightSpot(const RgbaImage& picture) {
    Spot spot;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            if (picture.at(x, y).r < 60) continue;
            spot.x += x, spot.y += y, ++spot.pixels;
        }
    spot.x /= std::max(spot.pixels, 1.0), spot.y /= std::max(spot.pixels, 1.0);
    return spot;
}

class VolumePicture : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::getenv("DISPLAY")) GTEST_SKIP() << "no X display: run under Xvfb -noreset";
        auto made = VolumeRenderer::create();
        if (!made) GTEST_SKIP() << "the X display has no OpenGL";
        renderer = std::move(*made);
    }
    RgbaImage picture(const VolumePtr& volume, VolumeCamera camera,
                      VolumePreset preset = VolumePreset::Bone) {
        auto result = renderer->render({volume, preset, camera, kSize, kSize});
        EXPECT_TRUE(result);
        return result ? result->picture : RgbaImage{};
    }
    std::unique_ptr<VolumeRenderer> renderer;
};

TEST_F(VolumePicture, FromTheFrontThePatientsLeftIsOnTheRightHoweverTheScanIsStored) {
    const double middle = (kSize - 1) / 2.0;
    const std::vector<std::pair<Vec3, Vec3>> orientations{{{1, 0, 0}, {0, 1, 0}},
                                                          {{-1, 0, 0}, {0, 1, 0}},
                                                          {{1, 0, 0}, {0, -1, 0}},
                                                          {{0, 1, 0}, {0, 0, -1}},
                                                          {{1, 0, 0}, {0, 0, -1}}};
    for (const auto& [row, column] : orientations) {
        const VolumePtr volume = ballsIn(headSized(row, column));
        const Spot front = brightSpot(picture(volume, {}));
        ASSERT_GT(front.pixels, 50);
        EXPECT_GT(front.x, middle + 10) << "left on the right";
        EXPECT_LT(front.y, middle - 10) << "head up";
        const Spot back = brightSpot(picture(volume, {180, 0, 1}));
        EXPECT_LT(back.x, middle - 10) << "from behind, left on the left";
        const Spot left = brightSpot(picture(volume, {90, 0, 1}));
        EXPECT_LT(left.x, middle - 10) << "from the patient's left, front on the left";
        const Spot above = brightSpot(picture(volume, {0, 90, 1}));
        EXPECT_GT(above.x, middle + 10) << "from above, left on the right";
        EXPECT_GT(above.y, middle + 10) << "and the front below";
    }
}

TEST_F(VolumePicture, TheDenseBallIsWhereTheCameraSaysItIs) {
    const Grid grid = headSized({1, 0, 0}, {0, 1, 0});
    const VolumePtr volume = ballsIn(grid);
    const Spot one = brightSpot(picture(volume, {0, 0, 1})), two = brightSpot(picture(volume, {0, 0, 2}));
    const double middle = (kSize - 1) / 2.0;
    EXPECT_NEAR(two.x - middle, 2 * (one.x - middle), 2.5) << "zoom keeps the middle in place";
    EXPECT_NEAR(two.pixels / one.pixels, 4, 0.8);
    EXPECT_NEAR((one.x - middle) / (middle - one.y), 30.0 / 26, 0.12);
}

TEST_F(VolumePicture, WhatAHandTurnsIsTheSameHeadOfFewerVoxels) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 160; ++k)
        positions.push_back({-80, -80, double(k) - 80});
    const VolumePtr volume = ballsIn(Grid(160, 160, {1, 0, 0}, {0, 1, 0}, 1, 1, positions)); // 4 million
    VolumeRequest request{volume, VolumePreset::Bone, {30, 20, 1}, kSize, kSize};
    const auto still = renderer->render(request);
    request.isTurning = true;
    const auto turning = renderer->render(request);
    ASSERT_TRUE(still && turning);
    EXPECT_NE(still->picture, turning->picture);
    EXPECT_EQ(still->plane, turning->plane);
    const Spot fine = brightSpot(still->picture), coarse = brightSpot(turning->picture);
    EXPECT_NEAR(coarse.x, fine.x, 1);
    EXPECT_NEAR(coarse.y, fine.y, 1);
    EXPECT_NEAR(coarse.pixels / fine.pixels, 1, 0.2);
    request.isTurning = false;
    EXPECT_EQ(renderer->render(request)->picture, still->picture) << "and as it was when it rests";
}

TEST_F(VolumePicture, TheWholeHeadFitsFromEverySide) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    const VolumePtr head = makePhantom(spec).volume;
    for (const double azimuth : {0.0, 45.0, 90.0, 200.0})
        for (const double elevation : {-30.0, 0.0, 60.0, 90.0}) {
            const RgbaImage seen = picture(head, {azimuth, elevation, 1}, VolumePreset::Skin);
            EXPECT_GT(brightSpot(seen).pixels, kSize * kSize / 6.0);
            int onBorder = 0;
            for (int n = 0; n < kSize; ++n)
                for (const Rgba p :
                     {seen.at(n, 0), seen.at(n, kSize - 1), seen.at(0, n), seen.at(kSize - 1, n)})
                    onBorder += p.r > 40;
            EXPECT_EQ(onBorder, 0) << "azimuth " << azimuth << ", elevation " << elevation;
        }
}

double medianLuminance(const RgbaImage& picture, const std::function<bool(Rgba)>& isMeant) {
    std::vector<double> values;
    for (const Rgba p : picture.pixels)
        if (isMeant(p)) values.push_back(luminance(p.r / 255.0, p.g / 255.0, p.b / 255.0));
    if (values.empty()) return 0;
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
    return values[values.size() / 2];
}

TEST_F(VolumePicture, ABleedStandsOutFromTheBrainRoundIt) {
    for (const BleedType kind : {BleedType::Intraparenchymal, BleedType::Subdural, BleedType::Epidural,
                                 BleedType::Intraventricular}) {
        PhantomSpec spec;
        spec.columns = spec.rows = 128;
        spec.pixelSpacingMm = 1.8;
        spec.bleed = BleedSpec{kind, Side::Left, 40, 66};
        for (const double azimuth : {0.0, 90.0}) {
            const RgbaImage seen =
                picture(makePhantom(spec).volume, {azimuth, 20, 1}, VolumePreset::BrainAndBleed);
            const auto isWarm = [](Rgba p) { return p.r > p.b + 30; };
            const auto isBrain = [&](Rgba p) { return !isWarm(p) && p.g > 24; };
            const double bleed = medianLuminance(seen, isWarm), brain = medianLuminance(seen, isBrain);
            const double ratio = contrastOf(bleed, brain);
            EXPECT_GE(ratio, 3) << "of graphics (WCAG 2.1, 1.4.11): " << bleedTypeName(kind) << ", azimuth "
                                << azimuth << ", bleed " << bleed << ", brain " << brain;
        }
    }
}

TEST_F(VolumePicture, ABleedGlowsWarmOnItsSideThroughTheBrain) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.bleed = BleedSpec{BleedType::Intraparenchymal, Side::Left, 40, 66};
    const RgbaImage seen = picture(makePhantom(spec).volume, {}, VolumePreset::BrainAndBleed);
    double warm = 0, x = 0;
    for (int row = 0; row < kSize; ++row)
        for (int column = 0; column < kSize; ++column) {
            const Rgba p = seen.at(column, row);
            if (p.r > p.b + 30) x += column, ++warm;
        }
    ASSERT_GT(warm, 250);
    EXPECT_GT(x / warm, kSize / 2.0 + 10) << "patient's left on the right";
    spec.bleed.reset();
    const RgbaImage clean = picture(makePhantom(spec).volume, {}, VolumePreset::BrainAndBleed);
    const auto warmPixels = std::ranges::count_if(clean.pixels, [](Rgba p) { return p.r > p.b + 30; });
    EXPECT_LT(double(warmPixels), warm / 3) << "dura and sinuses are nearly as dense";
}

TEST_F(VolumePicture, ThePlaneSaysWhereItsPixelsLie) {
    const Grid grid = headSized({1, 0, 0}, {0, 1, 0});
    const PatientPoint dense = grid.centre() + Vec3{30, -34, 26};
    for (const VolumeCamera camera : {VolumeCamera{0, 0, 1}, {70, 25, 1.4}, {-120, -30, 0.8}}) {
        const auto rendered =
            renderer->render({ballsIn(grid), VolumePreset::Bone, camera, kSize, kSize - 30});
        ASSERT_TRUE(rendered);
        const Spot spot = brightSpot(rendered->picture);
        const PicturePoint expected = rendered->plane.toPicture(dense);
        EXPECT_NEAR(spot.x, expected.x, 1.5);
        EXPECT_NEAR(spot.y, expected.y, 1.5);
    }
}

TEST_F(VolumePicture, CutOpenItLacksWhatLiesOnTheOtherSide) {
    const Grid grid = headSized({1, 0, 0}, {0, 1, 0});
    const PatientPoint dense = grid.centre() + Vec3{30, -34, 26}; // 12 mm to every side
    const auto seen = [&](const std::vector<CutPlane>& cuts) {
        render::VolumeRequest request{ballsIn(grid), VolumePreset::Bone, {}, kSize, kSize};
        request.cuts = cuts;
        const auto rendered = renderer->render(request);
        EXPECT_TRUE(rendered);
        return brightSpot(rendered->picture);
    };
    const Spot whole = seen({});
    const Spot half = seen({{dense, {0, 0, 1}}});
    EXPECT_NEAR(half.pixels / whole.pixels, 0.5, 0.1);
    EXPECT_GT(half.y, whole.y + 1) << "the upper half is gone";
    EXPECT_EQ(seen({{dense - Vec3{0, 0, 14}, {0, 0, 1}}}).pixels, 0);
    const Spot quarter = seen({{dense, {0, 0, 1}}, {dense, {1, 0, 0}}});
    EXPECT_NEAR(quarter.pixels / whole.pixels, 0.25, 0.08) << "both cuts count";
    EXPECT_LT(quarter.x, whole.x - 1) << "the patient's left, which is on the right, is gone";
    EXPECT_NEAR(seen({}).pixels, whole.pixels, 0) << "whole again";
}

TEST_F(VolumePicture, HeatIsSeenThroughBoneWhereItLies) {
    PhantomSpec spec;
    spec.columns = spec.rows = 64;
    spec.pixelSpacingMm = 3.6;
    const VolumePtr head = makePhantom(spec).volume;
    auto heat = std::make_shared<ProbabilityMap>();
    heat->grid = head->grid();
    heat->values.assign(head->grid().voxelCount(), 0);
    const PatientPoint hot{30, 10, 20};
    for (std::size_t n = 0; n < heat->values.size(); ++n) {
        const auto k = int(n / head->grid().voxelsPerSlice());
        const auto place =
            head->grid().toPatient(head->grid().voxelOfSlice(n % head->grid().voxelsPerSlice(), k));
        if (length(place - hot) < 12) heat->values[n] = 6;
    }
    VolumeRequest request{head, VolumePreset::Bone, {90, 0, 1}, kSize, kSize};
    const RgbaImage plain = renderer->render(request)->picture;
    request.heat = {heat, std::vector<bool>(std::size_t(head->grid().slices()), true), {}};
    const auto rendered = renderer->render(request);
    ASSERT_TRUE(rendered);
    double x = 0, y = 0, changed = 0;
    for (int row = 0; row < kSize; ++row)
        for (int column = 0; column < kSize; ++column)
            if (rendered->picture.at(column, row) != plain.at(column, row)) x += column, y += row, ++changed;
    ASSERT_GT(changed, 60);
    EXPECT_NEAR(x / changed, rendered->plane.toPicture(hot).x, 3);
    EXPECT_NEAR(y / changed, rendered->plane.toPicture(hot).y, 3);
}

TEST_F(VolumePicture, IsTheSameAgainAndAfterOthers) {
    const VolumePtr volume = ballsIn(headSized({1, 0, 0}, {0, 1, 0}));
    const RgbaImage first = picture(volume, {30, 20, 1.3});
    picture(volume, {80, 0, 1}, VolumePreset::Skin);
    auto wide = renderer->render({volume, VolumePreset::Bone, {}, 90, 50});
    ASSERT_TRUE(wide);
    EXPECT_EQ(wide->picture.width, 90);
    EXPECT_EQ(wide->picture.height, 50);
    EXPECT_EQ(picture(volume, {30, 20, 1.3}), first);
}

TEST_F(VolumePicture, OfNothingIsBlack) {
    EXPECT_EQ(picture(nullptr, {}), RgbaImage(kSize, kSize, {0, 0, 0, 255}));
    EXPECT_TRUE(renderer->render({})->picture.pixels.empty());
}

TEST_F(VolumePicture, ThatWouldShowNothingIsASentenceInsteadOfABlackPane) {
    const Grid flat(20, 20, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}});
    const auto oneSlice = renderer->render({scrambledVolume(flat), VolumePreset::Bone, {}, kSize, kSize});
    ASSERT_FALSE(oneSlice);
    EXPECT_TRUE(english(oneSlice.error().message).starts_with("One slice"));
    // A scan that was cut off at 80 HU has no bone.
    const Grid grid = headSized({1, 0, 0}, {0, 1, 0});
    const VolumePtr balls = ballsIn(grid);
    std::vector<std::int16_t> kept(balls->voxels().begin(), balls->voxels().end());
    for (std::int16_t& hu : kept)
        hu = std::min<std::int16_t>(hu, 80);
    const auto cut = std::make_shared<const Volume>(grid, kept, "1.2.3");
    const auto bone = renderer->render({cut, VolumePreset::Bone, {}, kSize, kSize});
    ASSERT_FALSE(bone);
    EXPECT_EQ(bone.error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(english(bone.error().message).starts_with("Nothing here is dense enough"));
    EXPECT_TRUE(renderer->render({cut, VolumePreset::Skin, {}, kSize, kSize}));
}

TEST_F(VolumePicture, IsDrawnByTheCpuMapperUnderSoftwareOpenGl) {
    const std::string description = renderer->description();
    const bool isSoftware = description.find("llvmpipe") != std::string::npos;
    EXPECT_EQ(description.ends_with(isSoftware ? "CPU mapper" : "GPU mapper"), true) << description;
}

TEST(VolumeRendererWithoutADisplay, SaysSoInsteadOfEndingTheProgram) {
    const char* display = std::getenv("DISPLAY");
    const std::string before = display ? display : "";
    for (const char* none : {"", ":9987"}) {
        setenv("DISPLAY", none, 1);
        const auto made = VolumeRenderer::create();
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, ErrorCode::NoDisplay);
        EXPECT_EQ(made.error().message,
                  "No display for the volume view: start the program in a desktop session.");
    }
    if (display)
        setenv("DISPLAY", before.c_str(), 1);
    else
        unsetenv("DISPLAY");
}

} // namespace
} // namespace hemo::render
