#include "core/imaging/source/inflate.h"
#include "tests/support/damage.h"
#include "tests/support/made_zip.h"
#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using imaging::isJustified;
using Kind = LoadWarning::Kind;

constexpr auto kDeflated = "1.2.840.10008.1.2.1.99";

enum class Wrapper { None, Zlib };

/// The file's data set, which begins with its first element of group 8, deflated where it stands.
std::string deflatedFile(RawDicom dicom, Wrapper wrapper) {
    const TempFolder folder;
    dicom.transferSyntax(kDeflated).write(folder.path() / "plain");
    const std::string plain = readBytes(folder.path() / "plain");
    const std::size_t dataSetAt = plain.find(std::string("\x08\x00", 2), 132);
    const std::string dataSet = plain.substr(dataSetAt);
    std::string packed = wrapper == Wrapper::None ? deflated(dataSet) : zlibWrapped(dataSet);
    if (packed.size() % 2 != 0) packed += '\0'; // files are of even length
    return plain.substr(0, dataSetAt) + packed;
}

void writeStack(const fs::path& folder, Wrapper wrapper) {
    fs::create_directories(folder);
    for (int k = 0; k < 3; ++k)
        writeBytes(folder / std::to_string(k), deflatedFile(RawDicom::ctSlice(5 * k, k), wrapper));
}

TEST(Deflated, OpensLikeThePlainFileBareAndInAZlibWrapper) {
    const TempFolder folder;
    fs::create_directories(folder.path() / "plain");
    for (int k = 0; k < 3; ++k)
        RawDicom::ctSlice(5 * k, k).write(folder.path() / "plain" / std::to_string(k));
    const VolumePtr expected = loadOnly(folder.path() / "plain");
    ASSERT_TRUE(expected);
    for (const Wrapper wrapper : {Wrapper::None, Wrapper::Zlib}) {
        const fs::path stack = folder.path() / (wrapper == Wrapper::None ? "bare" : "wrapped");
        writeStack(stack, wrapper);
        const VolumePtr actual = loadOnly(stack);
        ASSERT_TRUE(actual);
        EXPECT_TRUE(std::ranges::equal(expected->voxels(), actual->voxels()));
        EXPECT_EQ(expected->grid(), actual->grid());
    }
}

TEST(Deflated, OpensInsideAnArchiveToo) {
    const TempFolder folder;
    writeStack(folder.path() / "stack", Wrapper::None);
    MadeZip().addFolder(folder.path() / "stack").write(folder.path() / "zip");
    const VolumePtr volume = loadOnly(folder.path() / "zip");
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->grid().slices(), 3);
}

TEST(Deflated, MarkedSoButPlainInsideItOpens) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).transferSyntax(kDeflated).write(folder.path() / "a");
    EXPECT_TRUE(loadOnly(folder.path()));
}

TEST(Deflated, CutOffAnywhereItIsDamaged) {
    const TempFolder folder;
    const std::string whole = deflatedFile(RawDicom::ctSlice(0, 1), Wrapper::None);
    const std::size_t dataSetAt = whole.find(kDeflated) + 22;
    RawDicom::ctSlice(5, 2).write(folder.path() / "good");
    for (std::size_t keep = dataSetAt + 1; keep + 2 < whole.size(); keep += 13) {
        writeBytes(folder.path() / "cut", whole.substr(0, keep));
        const auto contents = scanFolder(folder.path(), {});
        ASSERT_TRUE(contents) << keep;
        EXPECT_EQ(contents->series.at(0).imageCount, 1) << keep;
        EXPECT_EQ(textOf(contents->warnings, Kind::Unreadable), "cut is damaged and was left out.") << keep;
    }
}

TEST(Deflated, ABombIsDamaged) {
    const TempFolder folder;
    const std::string whole = deflatedFile(RawDicom::ctSlice(0, 1), Wrapper::None);
    const std::size_t dataSetAt = whole.find(kDeflated) + 22;
    writeBytes(folder.path() / "bomb", whole.substr(0, dataSetAt) + deflated(std::string(70 << 20, '\0')));
    EXPECT_EQ(scanFolder(folder.path(), {}).error().message,
              "This DICOM file is damaged: copy it again from its source.");
}

TEST(Deflated, OnlySizesThatCompressedBytesCanHoldAreJustified) {
    EXPECT_TRUE(isJustified(600, 512 * 1024)) << "a slice of one value";
    EXPECT_FALSE(isJustified(400, 512 * 1024)) << "deflate cannot do that";
    EXPECT_TRUE(isJustified(0, 0));
    EXPECT_FALSE(isJustified(200 * 1024, 128 << 20)) << "no stack is so even";
    EXPECT_TRUE(isJustified(2 << 20, 128 << 20));
    EXPECT_FALSE(isJustified(1ull << 40, 5ull << 30)) << "DICOM cannot say so many bytes";
    EXPECT_FALSE(isJustified(1, ~0ull));
}

} // namespace
} // namespace hemo::testing
