// The same files through ITK's own readers: voxel for voxel, place for place.

#include "imaging_test.h"

#include "tests/support/raw_volume.h"

#include <itkImage.h>
#include <itkImageFileReader.h>
#include <itkImageRegionConstIteratorWithIndex.h>
#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>

namespace hemo {
namespace {

using namespace testing;

using Image = itk::Image<float, 3>;

Image::Pointer readWithItk(const std::filesystem::path& file) {
    const auto reader = itk::ImageFileReader<Image>::New();
    if (file.extension() == ".nrrd")
        reader->SetImageIO(itk::NrrdImageIO::New());
    else
        reader->SetImageIO(itk::NiftiImageIO::New());
    reader->SetFileName(file.string());
    reader->Update();
    return reader->GetOutput();
}

/// Every voxel of ITK's lies where ours of the same value does.
void expectSame(const std::filesystem::path& file) {
    const Image::Pointer theirs = readWithItk(file);
    const VolumePtr ours = loadOnly(file);
    ASSERT_NE(ours, nullptr) << file;
    itk::ImageRegionConstIteratorWithIndex<Image> voxel(theirs, theirs->GetLargestPossibleRegion());
    std::size_t count = 0;
    for (; !voxel.IsAtEnd(); ++voxel, ++count) {
        Image::PointType p;
        theirs->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
        ASSERT_EQ(ours->valueAt({p[0], p[1], p[2]}), std::lround(voxel.Get())) << file << voxel.GetIndex();
    }
    EXPECT_EQ(count, ours->grid().voxelCount());
}

RawNifti counted() {
    RawNifti raw;
    raw.voxels = rawBytes(countedVoxels(60));
    return raw;
}

class AgainstItk : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& bytes) {
        writeBytes(folder.path() / name, bytes);
        return folder.path() / name;
    }
    TempFolder folder;
};

TEST_F(AgainstItk, EveryMirroringOfASform) {
    for (int signs = 0; signs < 8; ++signs) {
        RawNifti raw = counted();
        for (int axis = 0; axis < 3; ++axis)
            if (signs >> axis & 1) raw.rows[5 * axis] *= -1;
        expectSame(write("a.nii", raw.bytes()));
    }
}

TEST_F(AgainstItk, ObliqueSforms) {
    RawNifti raw = counted();
    // 30 degrees about the long axis, then 20 about the one across; columns 2, rows 3, slices 4 mm long.
    raw.rows = {1.7320508f, -1.4095389f, 0.6840403f,  -11, //
                1.f,        2.4413931f,  -1.1847925f, -7,  //
                0.f,        1.0260604f,  3.7587705f,  -5};
    expectSame(write("a.nii", raw.bytes()));
}

TEST_F(AgainstItk, Qforms) {
    for (const float qfac : {1.f, -1.f})
        for (const auto& q : {std::array{0.f, 0.f, 0.f},
                              {1.f, 0.f, 0.f},
                              {0.f, 0.f, 1.f},
                              {0.5f, 0.5f, 0.5f},
                              {0.1f, 0.2f, -0.3f}}) {
            RawNifti raw = counted();
            raw.sformCode = 0, raw.qformCode = 1, raw.pixdim[0] = qfac;
            raw.quaternion = {q[0], q[1], q[2], 12, -34, 56};
            expectSame(write("a.nii", raw.bytes()));
        }
}

TEST_F(AgainstItk, ScalesTypesOrdersAndPacking) {
    RawNifti raw = counted();
    raw.slope = 1.5f, raw.intercept = -24;
    expectSame(write("a.nii", raw.bytes()));
    expectSame(write("b.nii.gz", gzipped(raw.bytes())));
    raw.order = RawNifti::Order::Big;
    raw.voxels = rawBytes(countedVoxels(60), raw.order);
    expectSame(write("c.nii", raw.bytes()));
    const auto checkType = [&]<class Number>(int datatype, Number from) {
        RawNifti typed;
        typed.datatype = datatype, typed.bitpix = 8 * sizeof(Number);
        std::vector<Number> voxels(60);
        for (std::size_t n = 0; n < voxels.size(); ++n)
            voxels[n] = static_cast<Number>(from + static_cast<Number>(n));
        typed.voxels = rawBytesOf(voxels);
        expectSame(write("d.nii", typed.bytes()));
    };
    checkType(2, std::uint8_t{190});
    checkType(256, std::int8_t{-100});
    checkType(512, std::uint16_t{30000});
    checkType(8, std::int32_t{-1024});
    checkType(768, std::uint32_t{5});
    checkType(16, -1000.25f);
    checkType(64, -1000.25);
}

TEST_F(AgainstItk, NrrdSpaces) {
    for (const char* space : {"left-posterior-superior", "RAS"})
        for (const char* directions :
             {"(2,0,0) (0,3,0) (0,0,4)", "(-2,0,0) (0,3,0) (0,0,-4)", "(0,2,0) (0,0,-3) (4,0,0)"}) {
            const std::vector<std::string> lines{
                "type: int16",    "dimension: 3",
                "sizes: 5 4 3",   std::string("space: ") + space,
                "encoding: gzip", std::string("space directions: ") + directions,
                "endian: big",    "space origin: (10, -20.5, 3e1)"};
            const auto voxels = rawBytes(countedVoxels(60), RawNifti::Order::Big);
            expectSame(write("a.nrrd", rawNrrd(lines, gzipped(voxels))));
        }
}

} // namespace
} // namespace hemo
