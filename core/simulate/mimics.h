#pragma once

#include "core/simulate/bleed.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo::simulate {

/// What a head without blood shows and a reader must not take for blood, or be led astray by.
enum class Mimic { Infarct, Lacunes, WhiteMatterDisease, Atrophy, Calcification };
inline constexpr std::array kMimics{Mimic::Infarct, Mimic::Lacunes, Mimic::WhiteMatterDisease, Mimic::Atrophy,
                                    Mimic::Calcification};

struct MimicSpec {
    Mimic kind = Mimic::Infarct;
    Side side = Side::Left; ///< of an infarct; the others have no side or both
    /// Infarct: radius of the territory. Lacunes, calcifications: radius of the largest. White matter disease
    /// and atrophy: how far fluid or darkening reaches beyond the ventricles.
    double sizeMm = 20;
    double hu = 24; ///< what the tissue becomes
    bool operator==(const MimicSpec&) const = default;
};

/// Draws it into `voxels` and gives the voxels that are more than half changed. An infarct darkens its
/// territory with a soft edge and closes the sulci over it while it is fresh (over 20 HU). The same seed
/// draws the same.
std::vector<std::size_t> drawMimic(const MimicSpec& spec, const BleedHost& host, const Grid& grid,
                                   std::span<std::int16_t> voxels, unsigned seed);

} // namespace hemo::simulate
