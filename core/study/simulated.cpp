#include "core/study/simulated.h"

#include <string_view>

namespace hemo {

bool isSimulated(const SeriesInfo& series) {
    std::string_view rest = series.imageType;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\\');
        if (rest.substr(0, end) == "SIMULATED") return true;
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return false;
}

} // namespace hemo
