#include "tests/support/paths.h"

namespace hemo::testing {

std::filesystem::path sourceFolder() {
    return HEMO_SOURCE_DIR;
}

std::filesystem::path sharedData() {
    return sourceFolder() / ".." / "shared" / "data";
}

std::filesystem::path programFolder() {
    return HEMO_PROGRAM_DIR;
}

std::filesystem::path pictureFolder() {
    return HEMO_PICTURE_DIR;
}

} // namespace hemo::testing
