#include "tests/fuzz/files_of.h"
#include "tests/support/raw_dicom.h"

namespace hemo::fuzz {

void fuzzFolder(Bytes input) {
    static const MemoryFolder folder;
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
        MemoryFolder folder;
    };
    static const Disc disc;
    disc.folder.write("DICOMDIR", input);
    openWhole(disc.folder.path() / "DICOMDIR");
    openWhole(disc.folder.path());
}

void fuzzZip(Bytes input) {
    static const MemoryFolder folder;
    openWhole(folder.write("images.zip", input));
}

} // namespace hemo::fuzz
