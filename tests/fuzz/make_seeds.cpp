// Fills a folder with made files that a fuzzer starts from: hemo_fuzz_seeds FOLDER. One folder a target.

#include "tests/fuzz/targets.h"
#include "tests/support/damage.h"
#include "tests/support/encode_frame.h"
#include "tests/support/enhanced_ct.h"
#include "tests/support/made_zip.h"
#include "tests/support/raw_volume.h"
#include "tests/support/temp_folder.h"

#include <cstdio>
#include <exception>

namespace hemo {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using testing::RawDicom;

std::string bytesOf(const RawDicom& file) {
    static const testing::TempFolder folder;
    file.write(folder.path() / "file");
    return testing::readBytes(folder.path() / "file");
}

/// Each kind of file that the header reader tells apart.
std::vector<std::string> plainFiles() {
    std::vector<std::string> files;
    for (const auto form : {RawDicom::Form::Explicit, RawDicom::Form::Implicit, RawDicom::Form::BigEndian}) {
        files.push_back(bytesOf(RawDicom::ctSlice(5, 1).form(form)));
        files.push_back(bytesOf(RawDicom::ctSlice(5, 1).form(form).withoutPreamble()));
    }
    files.push_back(bytesOf(RawDicom::ctSlice(5, 1)
                                .text(tag::kPatientName, "PN", "Phantom^Ph\xe4nomen")
                                .text(tag::kSpecificCharacterSet, "CS", "\\ISO 2022 IR 87")
                                .text(tag::kWindowCenter, "DS", "40\\80")
                                .text(tag::kWindowWidth, "DS", "80\\200")
                                .word(tag::kPixelPaddingValue, "SS", 63536)));
    files.push_back(bytesOf(testing::enhancedCt(3)));
    files.push_back(bytesOf(RawDicom::ctSlice(5, 1)
                                .word(tag::kSamplesPerPixel, "US", 3)
                                .word(tag::kBitsAllocated, "US", 8)
                                .word(tag::kBitsStored, "US", 8)
                                .word(tag::kHighBit, "US", 7)
                                .text(tag::kPhotometricInterpretation, "CS", "RGB")
                                .bytePixels(std::vector<std::uint8_t>(36, 77))));
    return files;
}

std::vector<std::string> compressedFiles() {
    std::vector<std::string> files;
    for (const char* syntax : testing::coding::kAll)
        files.push_back(bytesOf(testing::compressedSlice(syntax, 5, 1)));
    for (const char* syntax : {testing::coding::kRle, testing::coding::kJpeg2000})
        files.push_back(bytesOf(testing::enhancedCt(2, syntax)));
    return files;
}

/// Stacks that are told apart from regular ones: a gap, a repeat, a tilt, a scout among them.
std::vector<std::string> stacks() {
    const auto join = [](const std::vector<RawDicom>& files) {
        std::string all;
        for (const RawDicom& file : files)
            all += (all.empty() ? "" : fuzz::kSeparator) + bytesOf(file);
        return all;
    };
    const auto slice = [](double z, int number) { return RawDicom::ctSlice(z, number); };
    RawDicom scout = slice(0, 9);
    scout.text(tag::kImageType, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER")
        .text(tag::kImageOrientationPatient, "DS", "0\\1\\0\\0\\0\\-1");
    RawDicom nowhere = slice(0, 8);
    nowhere.remove(tag::kImagePositionPatient).remove(tag::kImageOrientationPatient);
    return {join({slice(0, 1), slice(5, 2), slice(15, 3)}), join({slice(0, 1), slice(0, 2), slice(5, 3)}),
            join({slice(0, 1), slice(5, 2), scout}), join({nowhere, slice(5, 2)}),
            join({slice(0, 1).text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\0.95\\-0.3122499"),
                  slice(5, 2).text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\0.95\\-0.3122499"),
                  slice(11, 3).text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\0.95\\-0.3122499")})};
}

std::vector<std::string> directories() {
    const auto record = [](const char* name) {
        RawDicom record;
        record.longWords({0x0004, 0x1400}, {300})
            .word({0x0004, 0x1410}, "US", 0xffff)
            .text({0x0004, 0x1430}, "CS", name[0] == 0 ? "PATIENT" : "IMAGE");
        if (name[0] != 0) record.text({0x0004, 0x1500}, "CS", name);
        return record;
    };
    std::vector<std::string> files;
    for (const auto ends : {RawDicom::Ends::ByLength, RawDicom::Ends::ByDelimiter}) {
        RawDicom file;
        file.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
            .sequence(tag::kDirectoryRecordSequence,
                      {record(""), record("IM1"), record("im2;1"), record("DIR\\IM3"), record("DICOMDIR")},
                      ends);
        files.push_back(bytesOf(file));
    }
    return files;
}

std::vector<std::string> archives() {
    using testing::MadeMember;
    using testing::MadeZip;
    const std::string first = bytesOf(RawDicom::ctSlice(0, 1)), second = bytesOf(RawDicom::ctSlice(5, 2));
    MadeMember streamed, large, stored;
    streamed.name = "streamed";
    streamed.bytes = first;
    streamed.hasDescriptor = true;
    large.name = "large";
    large.bytes = second;
    large.hasSize64 = true;
    stored.name = "stored";
    stored.bytes = first;
    stored.method = 0;
    return {MadeZip().add("A/1", first).add("A\\2", second).add("DICOMDIR", directories()[0]).bytes(),
            MadeZip().add(streamed).add(large).add(stored).end64().comment("made").bytes(),
            MadeZip().add("../out", first).add("in.zip", MadeZip().add("1", first).bytes()).bytes()};
}

std::vector<std::string> volumeFiles() {
    testing::RawNifti nifti;
    nifti.voxels = testing::rawBytes(testing::countedVoxels(60));
    testing::RawNifti turned = nifti;
    turned.qformCode = 1;
    turned.sformCode = 0;
    turned.quaternion = {0, 0, 0.7071068f, 1, 2, 3};
    turned.order = testing::RawNifti::Order::Big;
    turned.voxels = testing::rawBytes(testing::countedVoxels(60), turned.order);
    const std::vector<std::string> lines{"type: short",
                                         "dimension: 3",
                                         "sizes: 5 4 3",
                                         "endian: little",
                                         "encoding: raw",
                                         "space: left-posterior-superior",
                                         "space directions: (2,0,0) (0,3,0) (0,0,4)",
                                         "space origin: (1,2,3)"};
    return {nifti.bytes(),
            turned.bytes(),
            testing::gzipped(nifti.bytes()),
            testing::rawNrrd(lines, nifti.voxels),
            testing::rawMetaImage(testing::metaFields(), nifti.voxels),
            testing::rawMetaImage(testing::withField(testing::metaFields(), "CompressedData", "True"),
                                  testing::zlibPacked(nifti.voxels))};
}

void writeAll(const fs::path& folder, const std::vector<std::string>& files) {
    fs::create_directories(folder);
    for (const std::string& bytes : files)
        testing::writeBytes(folder / ("made" + std::to_string(std::hash<std::string>{}(bytes))), bytes);
}

void writeSeeds(const fs::path& folder) {
    for (const char* target : {"scanner", "pixels", "folder"})
        writeAll(folder / target, plainFiles());
    for (const char* target : {"scanner", "folder"})
        writeAll(folder / target, stacks());
    for (const char* target : {"pixels", "folder"})
        writeAll(folder / target, compressedFiles());
    writeAll(folder / "dicomdir", directories());
    writeAll(folder / "zip", archives());
    writeAll(folder / "volumefile", volumeFiles());
}

} // namespace
} // namespace hemo

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: hemo_fuzz_seeds FOLDER\n", stderr);
        return 2;
    }
    try {
        hemo::writeSeeds(argv[1]);
    } catch (const std::exception&) {
        std::fputs("The seeds cannot be written: is the folder writable?\n", stderr);
        return 1;
    }
    return 0;
}
