// MetaImage: read by ITK, once our own look at the header has found nothing wrong with it.

#include "tests/support/made_zip.h"
#include "tests/unit/imaging/volume_files_test.h"

#include <itkImage.h>
#include <itkImageFileReader.h>
#include <itkImageFileWriter.h>
#include <itkImageRegionConstIteratorWithIndex.h>
#include <itkMetaImageIO.h>

namespace hemo::testing {
namespace {

using ::testing::HasSubstr;

class MetaImage : public VolumeFiles {
protected:
    static std::string voxels() { return rawBytes(countedVoxels(60)); }
    Message whyWith(const std::string& name, const std::string& value) {
        return entryOf(write("a.mha", rawMetaImage(withField(metaFields(), name, value), voxels())))
            .whyListed;
    }
    /// Every voxel of ITK's lies where ours of the same value does.
    template <class Number> void expectSameAsItk(const std::filesystem::path& file) {
        using Image = itk::Image<Number, 3>;
        const auto reader = itk::ImageFileReader<Image>::New();
        reader->SetImageIO(itk::MetaImageIO::New());
        reader->SetFileName(file.string());
        reader->Update();
        const VolumePtr ours = loadGood(file).volume;
        const auto theirs = reader->GetOutput();
        itk::ImageRegionConstIteratorWithIndex<Image> voxel(theirs, theirs->GetLargestPossibleRegion());
        for (; !voxel.IsAtEnd(); ++voxel) {
            typename Image::PointType p;
            theirs->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
            ASSERT_EQ(ours->valueAt({p[0], p[1], p[2]}), std::lround(double(voxel.Get())))
                << voxel.GetIndex();
        }
    }
};

TEST_F(MetaImage, VoxelsComeBackWhereTheFileLaysThem) {
    const auto loaded = loadGood(write("a.mha", rawMetaImage(metaFields(), voxels())));
    EXPECT_EQ(loaded.info.format, SeriesFormat::MetaImage);
    EXPECT_EQ(loaded.info.description, "MetaImage volume");
    EXPECT_TRUE(loaded.info.areDirectionsKnown);
    EXPECT_EQ(loaded.volume->valueAt({1, 2, 3}), -1000);
    EXPECT_EQ(loaded.volume->valueAt({1 + 8, 2 + 9, 3 + 8}), -1000 + 59);
}

TEST_F(MetaImage, PackedVoxelsWhoseSizeIsNotNamedAreNotReadAsZeros) {
    auto all = withField(metaFields(), "CompressedData", "True");
    const auto loaded = loadGood(write("a.mha", rawMetaImage(all, zlibPacked(voxels()))));
    EXPECT_EQ(loaded.volume->valueAt({1, 2, 3}), -1000);
    EXPECT_EQ(loaded.volume->valueAt({1 + 8, 2 + 9, 3 + 8}), -1000 + 59);
}

TEST_F(MetaImage, TypesOrdersDirectionsAndPackingAreAsItkHasThem) {
    const auto check = [&]<class Number>(const char* type, Number from) {
        std::vector<Number> values(60);
        for (std::size_t n = 0; n < values.size(); ++n)
            values[n] = static_cast<Number>(from + static_cast<Number>(n));
        const std::string raw = rawBytesOf(values);
        auto all = withField(metaFields(), "ElementType", type);
        all[5].second = "0 1 0 0 0 -1 -1 0 0"; // turned, and left-handed or not
        expectSameAsItk<Number>(write("a.mha", rawMetaImage(all, raw)));
        all[4].second = "True";
        const std::string packed = zlibPacked(raw);
        // Without it ITK reads nothing of what is packed.
        all.insert(all.end() - 1, {"CompressedDataSize", std::to_string(packed.size())});
        expectSameAsItk<Number>(write("b.mha", rawMetaImage(all, packed)));
        all.back().second = "c.zraw";
        write("c.zraw", packed);
        expectSameAsItk<Number>(write("c.mhd", rawMetaImage(all, "")));
    };
    check("MET_SHORT", std::int16_t{-1000});
    check("MET_UCHAR", std::uint8_t{190});
    check("MET_CHAR", std::int8_t{-100});
    check("MET_USHORT", std::uint16_t{30000});
    check("MET_INT", std::int32_t{-1024});
    check("MET_UINT", std::uint32_t{5});
    check("MET_FLOAT", -1000.25f);
    check("MET_DOUBLE", -1000.25);
    auto swapped = withField(metaFields(), "BinaryDataByteOrderMSB", "True");
    swapped[5].second = "1 0 0 0 -1 0 0 0 1";
    expectSameAsItk<std::int16_t>(
        write("d.mha", rawMetaImage(swapped, rawBytes(countedVoxels(60), RawNifti::Order::Big))));
}

TEST_F(MetaImage, WhatItkWritesOpens) {
    using Image = itk::Image<std::int16_t, 3>;
    const auto image = Image::New();
    image->SetRegions(Image::SizeType{5, 4, 3});
    image->Allocate();
    const auto counted = countedVoxels(60);
    std::copy(counted.begin(), counted.end(), image->GetBufferPointer());
    for (const bool isPacked : {false, true})
        for (const char* name : {"a.mha", "a.mhd"}) {
            const auto writer = itk::ImageFileWriter<Image>::New();
            writer->SetImageIO(itk::MetaImageIO::New());
            writer->SetInput(image);
            writer->SetUseCompression(isPacked);
            writer->SetFileName((folder.path() / name).string());
            writer->Update();
            expectSameAsItk<std::int16_t>(folder.path() / name);
        }
}

TEST_F(MetaImage, TheNameOfTheFileDoesNotMatterNorThatItIsInAnArchive) {
    const std::string bytes = rawMetaImage(metaFields(), voxels());
    EXPECT_EQ(loadGood(write("brain", bytes)).volume->at(4, 3, 2), -1000 + 59);
    EXPECT_EQ(loadGood(write("a.zip", MadeZip().add("brain.mha", bytes).bytes())).volume->at(4, 3, 2),
              -1000 + 59);
}

TEST_F(MetaImage, VoxelsInASecondFileAreFoundBesideItAndNowhereElse) {
    auto all = withField(metaFields(), "ElementDataFile", "a.raw");
    EXPECT_THAT(entryOf(write("a.mhd", rawMetaImage(all, ""))).whyListed, HasSubstr("missing"));
    write("a.raw", voxels());
    EXPECT_EQ(loadGood(write("a.mhd", rawMetaImage(all, ""))).volume->at(4, 3, 2), -1000 + 59);
    std::filesystem::create_directory(folder.path() / "in");
    for (const std::string& elsewhere :
         {std::string("../a.raw"), (folder.path() / "a.raw").string(), std::string("LIST"),
          std::string("LIST 2"), std::string("a%03d.raw 1 3 1"), std::string(".."), std::string("..\\a.raw"),
          std::string()}) {
        const auto entry = entryOf(
            write("in/a.mhd", rawMetaImage(withField(metaFields(), "ElementDataFile", elsewhere), "")));
        EXPECT_EQ(entry.use, SeriesUse::Listed) << elsewhere;
        EXPECT_THAT(entry.whyListed, HasSubstr("elsewhere")) << elsewhere;
    }
}

TEST_F(MetaImage, WhatIsNoSingleGreyVolumeIsListedWithTheReason) {
    EXPECT_THAT(whyWith("NDims", "2"), HasSubstr("fewer than three"));
    EXPECT_THAT(whyWith("NDims", "4"), HasSubstr("several volumes"));
    EXPECT_THAT(whyWith("ElementNumberOfChannels", "3"), HasSubstr("colours or vectors"));
    EXPECT_THAT(whyWith("ElementType", "MET_LONG_LONG"), HasSubstr("uncommon"));
    EXPECT_THAT(whyWith("BinaryData", "False"), HasSubstr("text"));
    EXPECT_THAT(whyWith("HeaderSize", "-1"), HasSubstr("do not begin"));
    EXPECT_THAT(whyWith("DistanceUnits", "cm"), HasSubstr("millimetres"));
    EXPECT_THAT(whyWith("CenterOfRotation", "10 0 0"), HasSubstr("not certain"));
    EXPECT_THAT(whyWith("ElementToIntensityFunctionSlope", "2"), HasSubstr("scales"));
}

TEST_F(MetaImage, WithoutDirectionsNobodyKnowsWhichSideIsLeft) {
    auto all = metaFields();
    all.erase(all.begin() + 5);
    const auto loaded = loadGood(write("a.mha", rawMetaImage(all, voxels())));
    EXPECT_FALSE(loaded.info.areDirectionsKnown);
    EXPECT_THAT(textOf(loaded.info.warnings, LoadWarning::Kind::Geometry), HasSubstr("which side is left"));
}

TEST_F(MetaImage, LyingSizesAndPlacesAreDamage) {
    EXPECT_THAT(whyWith("DimSize", "16000 16000 16000"), HasSubstr("damaged"));
    EXPECT_THAT(whyWith("DimSize", "5 4 0"), HasSubstr("damaged"));
    EXPECT_THAT(whyWith("DimSize", "5 4 -3"), HasSubstr("damaged"));
    EXPECT_THAT(whyWith("DimSize", "5 4"), HasSubstr("damaged"));
    for (const char* odd : {"nan 0 0", "inf 0 0", "1 2", "1e30 0 0", "a b c"})
        EXPECT_THAT(whyWith("Offset", odd), HasSubstr("damaged")) << odd;
    for (const char* odd : {"nan 3 4", "0 3 4", "-inf 3 4", "1e30 3 4"})
        EXPECT_THAT(whyWith("ElementSpacing", odd), HasSubstr("damaged")) << odd;
    for (const char* odd : {"nan 0 0 0 1 0 0 0 1", "0 0 0 0 1 0 0 0 1", "1 0 0"})
        EXPECT_THAT(whyWith("TransformMatrix", odd), HasSubstr("damaged")) << odd;
    const auto twice =
        withField(metaFields(), "Offset ", "1 2 3"); // ITK would take one of the two, and not say which
    EXPECT_THAT(entryOf(write("a.mha", rawMetaImage(twice, voxels()))).whyListed, HasSubstr("damaged"));
    EXPECT_THAT(whyWith("Comment", std::string(600, 'x')), HasSubstr("damaged"));
}

TEST_F(MetaImage, APackedSizeThatLiesTakesNoMemory) {
    auto all = withField(metaFields(), "CompressedData", "True");
    for (const char* size : {"99999999999", "1", "-1", "nan"}) {
        auto lying = all;
        lying.insert(lying.end() - 1, {"CompressedDataSize", size});
        EXPECT_EQ(entryOf(write("a.mha", rawMetaImage(lying, zlibPacked(voxels())))).use, SeriesUse::Listed)
            << size;
    }
    all.insert(all.end() - 1, {"CompressedDataSize", std::to_string(zlibPacked(voxels()).size())});
    EXPECT_TRUE(load(write("a.mha", rawMetaImage(all, zlibPacked(voxels())))));
}

/// ITK fills what is missing with whatever lay in memory.
TEST_F(MetaImage, FilesCutOffAnywhereNeverOpen) {
    auto packed = withField(metaFields(), "CompressedData", "True");
    for (const std::string& whole :
         {rawMetaImage(metaFields(), voxels()), rawMetaImage(packed, zlibPacked(voxels()))}) {
        ASSERT_TRUE(load(write("a.mha", whole))) << why;
        for (std::size_t keep = 0; keep < whole.size(); keep += 3)
            EXPECT_FALSE(load(write("a.mha", whole.substr(0, keep)))) << keep;
    }
}

TEST_F(MetaImage, AWrongCheckSumOfPackedVoxelsIsDamage) {
    std::string stream = zlibPacked(voxels());
    stream.back() ^= 1;
    EXPECT_FALSE(
        load(write("a.mha", rawMetaImage(withField(metaFields(), "CompressedData", "True"), stream))));
    EXPECT_THAT(why, HasSubstr("damaged"));
}

TEST_F(MetaImage, NothingThatIsNoNumberIsShownAsADensity) {
    std::vector<float> values(60, -1000.f);
    values[7] = std::numeric_limits<float>::quiet_NaN();
    values[8] = 1e20f;
    const auto loaded = loadGood(write(
        "a.mha", rawMetaImage(withField(metaFields(), "ElementType", "MET_FLOAT"), rawBytesOf(values))));
    EXPECT_EQ(loaded.volume->at(2, 1, 0), kOutsideHu);
    EXPECT_EQ(loaded.volume->at(3, 1, 0), std::numeric_limits<std::int16_t>::max());
    EXPECT_THAT(textOf(loaded.info.warnings, LoadWarning::Kind::Scale), HasSubstr("NaN"));
}

TEST_F(MetaImage, NoFlippedBitOfAHeaderCrashes) {
    const std::string whole = rawMetaImage(metaFields(), voxels());
    int opened = 0;
    for (std::size_t bit = 0; bit < 8 * (whole.size() - 120); bit += 3) {
        std::string bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        opened += load(write("a.mha", bytes)) ? 1 : 0;
    }
    EXPECT_GT(opened, 0);
}

} // namespace
} // namespace hemo::testing
