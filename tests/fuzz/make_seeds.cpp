// Fills a folder with made files that a fuzzer starts from: hemo_fuzz_seeds FOLDER. One folder a target.

#include "tests/fuzz/targets.h"
#include "tests/support/damage.h"
#include "tests/support/encode_frame.h"
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
    files.push_back(bytesOf(RawDicom::ctSlice(5, 1)
                                .text(tag::kSopClassUid, "UI", imaging::uid::kEnhancedCtImageStorage)
                                .text(tag::kNumberOfFrames, "IS", "2")));
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
