// Air that became brighter than bone: found by what the picture shows, and never where it shows otherwise.

#include "core/imaging/read/series_reader.h"
#include "core/imaging/read/thumbnail.h"
#include "tests/unit/imaging/imaging_test.h"

#include <cmath>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;

constexpr int kSide = 64;

/// A round head in air: skin, fat, skull, tissue with noise around zero, a bright spot.
std::vector<int> headOf(double radius, int air) {
    std::vector<int> hu;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const double r = std::hypot(x - 31.5, y - 31.5);
            const int noise = (x * 7 + y * 13) % 11 - 5;
            hu.push_back(r > radius + 2   ? air + noise
                         : r > radius + 1 ? 30 + noise
                         : r > radius     ? -90 + noise
                         : r > radius - 3 ? 1200
                         : r < 5          ? 65
                                          : 4 * noise);
        }
    return hu;
}

RawDicom sliceOf(const std::vector<std::uint16_t>& stored, double zMm, const std::string& intercept = "0") {
    RawDicom file = RawDicom::ctSlice(zMm, 1 + static_cast<int>(zMm));
    file.word(tag::kColumns, "US", kSide)
        .word(tag::kRows, "US", kSide)
        .word(tag::kBitsStored, "US", 12)
        .word(tag::kHighBit, "US", 11)
        .word(tag::kPixelRepresentation, "US", 0)
        .text(tag::kRescaleIntercept, "DS", intercept)
        .pixels(stored);
    return file;
}

/// As the fault writes them: in 12 bits, whatever is below zero at the upper end.
std::vector<std::uint16_t> wrapped(const std::vector<int>& hu) {
    std::vector<std::uint16_t> stored;
    for (int value : hu)
        stored.push_back(static_cast<std::uint16_t>(value & 0xfff));
    return stored;
}

std::vector<std::uint16_t> asTheyAre(const std::vector<int>& values) {
    return {values.begin(), values.end()};
}

std::vector<int> loadedHu(const std::vector<RawDicom>& slices, std::string& warnings) {
    const TempFolder folder;
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].write(folder.path() / std::to_string(i));
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    if (!volume) return {};
    warnings = textOf(loaded.info.warnings, Kind::Scale);
    return {volume->voxels().begin(), volume->voxels().end()};
}

TEST(WrappedAir, BrightAirBecomesAirAgainAndIsTold) {
    for (const int air : {-1000, -1015}) {
        const auto head = headOf(22, air);
        std::string warnings;
        EXPECT_EQ(loadedHu({sliceOf(wrapped(head), 0)}, warnings), head);
        EXPECT_EQ(warnings,
                  "Values below zero were stored as very bright ones, so that air was brighter than "
                  "bone: this was mended.");
    }
}

TEST(WrappedAir, ASliceThatShowsItLessIsMendedWithTheOthers) {
    const auto head = headOf(22, -1000), full = headOf(60, -1000); // no air at all, but noise below zero
    std::string warnings;
    auto expected = head;
    expected.insert(expected.end(), full.begin(), full.end());
    expected.insert(expected.end(), head.begin(), head.end());
    EXPECT_EQ(loadedHu({sliceOf(wrapped(head), 0), sliceOf(wrapped(full), 5), sliceOf(wrapped(head), 10)},
                       warnings),
              expected);
    EXPECT_THAT(warnings, ::testing::HasSubstr("mended"));
}

TEST(WrappedAir, OneSliceAloneIsMendedAsAllOfThemAre) {
    const auto head = headOf(22, -1000), full = headOf(60, -1000);
    const TempFolder folder;
    sliceOf(wrapped(head), 0).write(folder.path() / "a");
    sliceOf(wrapped(full), 5).write(folder.path() / "b");
    sliceOf(wrapped(head), 10).write(folder.path() / "c");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    imaging::SeriesReader reader(contents->series.at(0));
    std::vector<std::int16_t> voxels(full.size());
    const auto warnings = reader.readExactly({1, 1}, voxels, {});
    ASSERT_TRUE(warnings);
    EXPECT_TRUE(std::ranges::equal(voxels, full));
    EXPECT_TRUE(hasWarning(*warnings, Kind::Scale));
}

TEST(WrappedAir, ThePreviewIsMendedToo) {
    const auto head = headOf(22, -1000);
    const TempFolder folder;
    sliceOf(wrapped(head), 0).write(folder.path() / "file");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    std::vector<int> shown;
    ASSERT_TRUE(loadSeries(contents->series[0], {}, [&](VolumePtr first) {
        shown.assign(first->voxels().begin(), first->voxels().end());
    }));
    EXPECT_EQ(shown, head);
}

TEST(WrappedAir, TheThumbnailIsMendedToo) {
    const auto thumbnailOf = [](const RawDicom& slice) {
        const TempFolder folder;
        slice.write(folder.path() / "file");
        return imaging::makeThumbnail(scanFolder(folder.path(), {}).value().series.at(0));
    };
    const auto head = headOf(22, -1000);
    std::vector<std::uint16_t> sound;
    for (int value : head)
        sound.push_back(static_cast<std::uint16_t>(value + 1024));
    const RgbaImagePtr mended = thumbnailOf(sliceOf(wrapped(head), 0));
    const RgbaImagePtr expected = thumbnailOf(sliceOf(sound, 0, "-1024"));
    ASSERT_TRUE(mended && expected);
    EXPECT_TRUE(*mended == *expected) << "white where air is";
}

TEST(WrappedAir, SoundValuesFromZeroUpAreLeftAlone) {
    auto head = headOf(22, 0); // air was cut off at zero
    for (int& value : head)
        value = std::max(value, 0);
    std::string warnings;
    EXPECT_EQ(loadedHu({sliceOf(asTheyAre(head), 0)}, warnings), head);
    EXPECT_THAT(warnings, ::testing::Not(::testing::HasSubstr("mended")));
    EXPECT_THAT(warnings, ::testing::HasSubstr("no air")) << "it is told that something may be wrong";
}

TEST(WrappedAir, MetalInASoundSliceStaysMetal) {
    auto head = headOf(22, 0);
    for (std::size_t i = 0; i < head.size(); ++i) {
        head[i] = std::max(head[i], 0);
        const int x = static_cast<int>(i) % kSide, y = static_cast<int>(i) / kSide;
        if (x > 24 && x < 44 && y > 24 && y < 44) head[i] = 3096; // a tenth of the picture, in the middle
    }
    std::string warnings;
    EXPECT_EQ(loadedHu({sliceOf(asTheyAre(head), 0)}, warnings), head);
    EXPECT_THAT(warnings, ::testing::Not(::testing::HasSubstr("mended")));
}

TEST(WrappedAir, ABrightSurroundingWithoutAnythingWrappedInsideStays) {
    auto block = headOf(22, 3100); // say a phantom in dense epoxy, with sound values in it
    for (int& value : block)
        value = std::clamp(value, 2900, 4095);
    std::string warnings;
    EXPECT_EQ(loadedHu({sliceOf(asTheyAre(block), 0)}, warnings), block);
    EXPECT_THAT(warnings, ::testing::Not(::testing::HasSubstr("mended")));
}

TEST(WrappedAir, AnUsualInterceptIsNeverTouched) {
    auto head = headOf(22, -1000);
    std::vector<std::uint16_t> stored;
    for (int value : head)
        stored.push_back(static_cast<std::uint16_t>(value + 1024));
    std::string warnings;
    EXPECT_EQ(loadedHu({sliceOf(stored, 0, "-1024")}, warnings), head);
    EXPECT_EQ(warnings, "");
}

} // namespace
} // namespace hemo::testing
