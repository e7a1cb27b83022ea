#include "core/version.h"

namespace hemo {

std::string_view version() {
    return HEMO_VERSION;
}

std::string versionLine(std::string_view program) {
    return std::string(program) + " " + std::string(version());
}

} // namespace hemo
