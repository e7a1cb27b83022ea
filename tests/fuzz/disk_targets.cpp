#include "core/imaging/read/scan_paths.h"
#include "tests/fuzz/files_of.h"
#include "tests/support/raw_dicom.h"

#include <cstdlib>

namespace hemo::fuzz {

void fuzzFolder(Bytes input) {
    static const ScratchFolder folder;
    folder.clear();
    int number = 0;
    for (Bytes part : partsOf(input, 8))
        folder.write("image" + std::to_string(number++), part);
    openWhole(folder.path());
}

void fuzzDicomdir(Bytes input) {
    struct Disc {
        Disc() {
            for (int slice = 1; slice <= 3; ++slice)
                testing::RawDicom::ctSlice(5 * slice, slice)
                    .write(folder.path() / ("IM" + std::to_string(slice)));
        }
        ScratchFolder folder;
    };
    static const Disc disc;
    const std::filesystem::path path = disc.folder.write("DICOMDIR", input);
    const auto contents = imaging::scanPaths(std::span(&path, 1), {});
    if (!contents && contents.error().message.empty()) std::abort();
    if (contents && contents->series.empty()) std::abort(); // then there must be a sentence
}

void fuzzZip(Bytes input) {
    static const ScratchFolder folder;
    openWhole(folder.write("images.zip", input));
}

void fuzzVolumeFile(Bytes input) {
    static const ScratchFolder folder;
    openWhole(folder.write("volume", input));
}

} // namespace hemo::fuzz
