#pragma once

#include <array>
#include <cstdint>

namespace hemo {

/// The colours of heat, from faint to strong. Each grows lighter all the way, so that it is read without
/// telling colours apart; cividis looks nearly the same to eyes that see no red or no green as to all others
/// (Nuñez et al. 2018, PLoS ONE 13(7), e0199239).
enum class HeatColours { Inferno, Viridis, Cividis };
inline constexpr std::array kHeatColours{HeatColours::Inferno, HeatColours::Viridis, HeatColours::Cividis};

/// Red, green and blue at `t` of the way from the faint end, 0, to the strong one, 1.
std::array<std::uint8_t, 3> colourAt(double t, HeatColours colours);

} // namespace hemo
