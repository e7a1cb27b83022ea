#include "core/reading/way_of_reading.h"

#include <algorithm>

namespace hemo {

std::string_view wayName(WayOfReading way) {
    switch (way) {
    case WayOfReading::Assisted:
        return "assisted";
    case WayOfReading::SecondReader:
        return "second-reader";
    case WayOfReading::Blind:
        return "blind";
    }
    return {};
}

std::optional<WayOfReading> wayFrom(std::string_view name) {
    const auto it = std::ranges::find(kWaysOfReading, name, wayName);
    return it == kWaysOfReading.end() ? std::nullopt : std::optional(*it);
}

} // namespace hemo
