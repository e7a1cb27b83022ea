#include "core/imaging/itk/hu_image.h"
#include "core/imaging/itk/series_image_io.h"
#include "tests/support/damage.h"
#include "tests/unit/imaging/imaging_test.h"

#include <itkExtractImageFilter.h>
#include <itkImageFileReader.h>
#include <itkImageRegionConstIteratorWithIndex.h>
#include <itkMetaDataObject.h>
#include <itkStreamingImageFilter.h>

#include <cstdio>

namespace hemo::testing {
namespace {

using imaging::HuImage;
using imaging::SeriesImageIO;
using imaging::SeriesReadError;
using Reader = itk::ImageFileReader<HuImage>;

Reader::Pointer readerOf(const std::filesystem::path& path) {
    const auto reader = Reader::New();
    reader->SetImageIO(SeriesImageIO::New());
    reader->SetFileName(path.string());
    return reader;
}

template <class Value> Value valueOf(const HuImage& image, const char* key) {
    Value value{};
    EXPECT_TRUE(itk::ExposeMetaData<Value>(image.GetMetaDataDictionary(), key, value)) << key;
    return value;
}

HuImage::RegionType slices(const HuImage& image, int first, int count) {
    HuImage::RegionType region = image.GetLargestPossibleRegion();
    region.SetIndex(2, first);
    region.SetSize(2, static_cast<itk::SizeValueType>(count));
    return region;
}

class SeriesForItk : public ::testing::Test {
protected:
    const std::filesystem::path& write(const OddStack& stack) {
        files = writeOddSeries(stack, folder.path(), Naming::Shuffled);
        return folder.path();
    }
    TempFolder folder;
    std::vector<std::filesystem::path> files;
};

TEST_F(SeriesForItk, EveryVoxelLiesWhereTheScannerHadIt) {
    OddStack stack;
    stack.tiltDegrees = 12; // a sheared direction, which ITK's own reader turns into a rotation
    const auto reader = readerOf(write(stack));
    reader->Update();
    const VolumePtr made = oddVolume(stack);
    const HuImage::Pointer image = reader->GetOutput();
    itk::ImageRegionConstIteratorWithIndex<HuImage> voxel(image, image->GetLargestPossibleRegion());
    std::size_t count = 0;
    for (; !voxel.IsAtEnd(); ++voxel, ++count) {
        const auto index = voxel.GetIndex();
        HuImage::PointType p;
        image->TransformIndexToPhysicalPoint(index, p);
        const PatientPoint there =
            made->grid().toPatient({double(index[0]), double(index[1]), double(index[2])});
        ASSERT_LT(length(there - PatientPoint{p[0], p[1], p[2]}), 1e-6) << index;
        ASSERT_EQ(voxel.Get(), made->at(int(index[0]), int(index[1]), int(index[2]))) << index;
    }
    EXPECT_EQ(count, made->grid().voxelCount());
    EXPECT_TRUE(valueOf<bool>(*image, imaging::kIsEvenKey));
    EXPECT_EQ(valueOf<std::string>(*image, imaging::kSeriesUidKey), stack.seriesUid);
}

TEST_F(SeriesForItk, AGapIsSaidAndThePositionsOfAllSlicesAreTrue) {
    OddStack stack;
    stack.slices = 10;
    stack.missingSlices = {5, 6};
    const auto reader = readerOf(write(stack));
    reader->Update();
    const HuImage::Pointer image = reader->GetOutput();
    EXPECT_FALSE(valueOf<bool>(*image, imaging::kIsEvenKey));
    const auto numbers = valueOf<std::vector<double>>(*image, imaging::kSlicePositionsKey);
    const auto positions = oddVolume(stack)->grid().slicePositions();
    ASSERT_EQ(numbers.size(), 3 * positions.size());
    for (std::size_t k = 0; k < positions.size(); ++k)
        EXPECT_LT(length(positions[k] - PatientPoint{numbers[3 * k], numbers[3 * k + 1], numbers[3 * k + 2]}),
                  1e-6);
    EXPECT_THAT(valueOf<std::vector<std::string>>(*image, imaging::kWarningsKey),
                ::testing::Contains(::testing::HasSubstr("missing")));
}

TEST_F(SeriesForItk, WarningsAboutValuesReachTheImageOnceTheyAreKnown) {
    RawDicom::ctSlice(0, 1).pixels(std::vector<std::uint16_t>(12, 60)).write(folder.path() / "a");
    const auto reader = readerOf(folder.path());
    reader->UpdateOutputInformation();
    const auto isAir = ::testing::Contains(::testing::HasSubstr("no air"));
    EXPECT_THAT(valueOf<std::vector<std::string>>(*reader->GetOutput(), imaging::kWarningsKey),
                ::testing::Not(isAir));
    reader->Update();
    EXPECT_THAT(valueOf<std::vector<std::string>>(*reader->GetOutput(), imaging::kWarningsKey), isAir);
}

TEST_F(SeriesForItk, SomeSlicesAreReadWithoutTheOthers) {
    const OddStack stack;
    write(stack);
    const auto order = scanFolder(folder.path(), {})->series.at(0).images;
    const auto reader = readerOf(folder.path());
    reader->UpdateOutputInformation();
    for (const std::size_t other : {0u, 1u, 4u, 5u, 6u}) // only 2 and 3 are left to be read
        truncateFile(order[other].file, 0.5);
    reader->GetOutput()->SetRequestedRegion(slices(*reader->GetOutput(), 2, 2));
    reader->Update();
    const VolumePtr made = oddVolume(stack);
    EXPECT_EQ(reader->GetOutput()->GetBufferedRegion(), slices(*reader->GetOutput(), 2, 2));
    const std::int16_t* pixels = reader->GetOutput()->GetBufferPointer();
    EXPECT_TRUE(std::equal(made->slice(2).begin(), made->slice(2).end(), pixels));
    EXPECT_TRUE(
        std::equal(made->slice(3).begin(), made->slice(3).end(), pixels + made->grid().voxelsPerSlice()));
}

TEST_F(SeriesForItk, AStreamedPipelineSeesTheSameVoxels) {
    const OddStack stack;
    const auto reader = readerOf(write(stack));
    const auto stream = itk::StreamingImageFilter<HuImage, HuImage>::New();
    stream->SetInput(reader->GetOutput());
    stream->SetNumberOfStreamDivisions(3);
    stream->Update();
    const VolumePtr volume = oddVolume(stack);
    const auto made = volume->voxels();
    EXPECT_TRUE(std::equal(made.begin(), made.end(), stream->GetOutput()->GetBufferPointer()));
    EXPECT_LT(reader->GetOutput()->GetBufferedRegion().GetSize(2), 7u) << "it was read in one piece";
}

TEST_F(SeriesForItk, ASliceThatCannotBeReadEndsTheReadingWithASentence) {
    write({});
    const auto reader = readerOf(folder.path());
    reader->UpdateOutputInformation();
    truncateFile(files[3], 0.9);
    try {
        reader->Update();
        FAIL() << "an image with a hole in it";
    } catch (const SeriesReadError& e) {
        EXPECT_EQ(e.error().code, ErrorCode::Damaged);
        EXPECT_EQ(english(e.error().message), e.GetDescription());
        EXPECT_EQ(english(e.error().message).find(folder.path().string()), std::string::npos);
    }
}

TEST_F(SeriesForItk, ASliceThatHasMovedSinceTheScanEndsTheReading) {
    for (const int slice : {1, 2, 3})
        RawDicom::ctSlice(5 * slice, slice).write(folder.path() / std::to_string(slice));
    const auto reader = readerOf(folder.path());
    reader->UpdateOutputInformation();
    RawDicom::ctSlice(40, 2).write(folder.path() / "2");
    EXPECT_THROW(reader->Update(), SeriesReadError);
}

TEST_F(SeriesForItk, ProgressGrowsAndAnAbortEndsTheReading) {
    write({});
    const auto io = SeriesImageIO::New();
    const auto reader = Reader::New();
    reader->SetImageIO(io);
    reader->SetFileName(folder.path().string());
    std::vector<float> seen;
    float stopFrom = 2;
    io->AddObserver(itk::ProgressEvent(), [&](const itk::EventObject&) {
        seen.push_back(io->GetProgress());
        if (seen.back() >= stopFrom) io->AbortGenerateDataOn();
    });
    reader->Update();
    EXPECT_GT(seen.size(), 1u);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_EQ(seen.back(), 1);
    stopFrom = 0;
    reader->Modified();
    EXPECT_THROW(reader->Update(), itk::ProcessAborted);
}

TEST_F(SeriesForItk, TheFactoryGivesItToEveryReader) {
    imaging::registerSeriesImageIO();
    const OddStack stack;
    const auto reader = Reader::New();
    reader->SetFileName(write(stack).string());
    reader->Update();
    EXPECT_STREQ(reader->GetImageIO()->GetNameOfClass(), "SeriesImageIO");
    const VolumePtr volume = oddVolume(stack);
    const auto made = volume->voxels();
    const std::span read(reader->GetOutput()->GetBufferPointer(), made.size());
    EXPECT_THAT(read, ::testing::ElementsAreArray(made));
    EXPECT_FALSE(SeriesImageIO::New()->CanReadFile((sourceFolder() / "README.md").c_str()));
}

TEST_F(SeriesForItk, AVolumeKeepsThePixelsOfItsImageAliveAndCopiesNone) {
    const OddStack stack;
    VolumePtr volume;
    {
        const auto reader = readerOf(write(stack));
        reader->Update();
        const HuImage::Pointer image = reader->GetOutput();
        volume = imaging::volumeOver(image, oddVolume(stack)->grid(), "1");
        EXPECT_EQ(volume->voxels().data(), image->GetBufferPointer());
    }
    EXPECT_TRUE(std::ranges::equal(volume->voxels(), oddVolume(stack)->voxels()));
}

TEST_F(SeriesForItk, AnImageKeepsTheVoxelsOfItsVolumeAliveAndCopiesNone) {
    const OddStack stack;
    VolumePtr volume = oddVolume(stack);
    const std::int16_t* voxels = volume->voxels().data();
    const std::weak_ptr<const Volume> watched = volume;
    HuImage::ConstPointer image = imaging::imageOver(volume);
    volume = nullptr;
    EXPECT_EQ(image->GetBufferPointer(), voxels);
    EXPECT_FALSE(watched.expired());
    image = nullptr;
    EXPECT_TRUE(watched.expired());
}

/// What a command prints, and how it ends.
std::pair<std::string, int> run(const std::string& command) {
    FILE* pipe = ::popen(command.c_str(), "r");
    std::string printed;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        printed += static_cast<char>(c);
    return {printed, ::pclose(pipe)};
}

TEST_F(SeriesForItk, TheExampleInTheDocumentsReadsAScanWithAGap) {
    OddStack stack;
    stack.slices = 10;
    stack.missingSlices = {5, 6};
    const std::string program = (programFolder() / "read_head_ct").string() + " 2>&1 ";
    const auto [printed, status] = run(program + write(stack).string());
    EXPECT_EQ(status, 0) << printed;
    EXPECT_THAT(printed, ::testing::HasSubstr("size [20, 16, 8]"));
    EXPECT_THAT(printed, ::testing::HasSubstr("note: "));
    EXPECT_THAT(printed, ::testing::HasSubstr("slice 7 at z "));
    const TempFolder empty;
    const auto refused = run(program + empty.path().string());
    EXPECT_NE(refused.second, 0);
    EXPECT_EQ(std::count(refused.first.begin(), refused.first.end(), '\n'), 1) << refused.first;
}

} // namespace
} // namespace hemo::testing
