#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hemo {

/// When a reader is shown what the second reader says.
enum class WayOfReading {
    Assisted,     ///< at once
    SecondReader, ///< of each reading, once they have committed a verdict of their own
    Blind,        ///< never: it is not even asked
};
inline constexpr std::array kWaysOfReading{WayOfReading::Assisted, WayOfReading::SecondReader,
                                           WayOfReading::Blind};

/// "assisted", "second-reader", "blind": in settings and in what is kept.
std::string_view wayName(WayOfReading way);
/// None where it names none.
std::optional<WayOfReading> wayFrom(std::string_view name);

} // namespace hemo
