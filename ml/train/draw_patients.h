#pragma once

#include "ml/train/picture_set.h"

#include <cstdint>
#include <vector>

namespace hemo::ml {

/// How many copies of each bleed-free CT-ICH patient are drawn into.
struct DrawnShares {
    int bleeds = 0; ///< copies with a bleed
    int mimics = 0; ///< copies with what is no blood
    bool any() const { return bleeds > 0 || mimics > 0; }
    bool operator==(const DrawnShares&) const = default;
};

/// Copies of bleed-free CT-ICH patients with a bleed of any kind, size and place drawn into each, or with
/// infarcts, atrophy and the like, which are no blood (core/simulate); some of those with a bleed have both.
/// Slices that show enough of the bleed are positive and have its mask, slices that show its faint ends are
/// marked like those beside a real one. The same seed draws the same. Few patients bleed, and a network
/// learns them by heart in a few epochs: these cannot be learned by heart. And few of those patients are old:
/// without mimics a network takes every infarct for something.
std::vector<Patient> drawPatients(const std::vector<const Patient*>& patients, DrawnShares copies,
                                  std::uint32_t seed);

} // namespace hemo::ml
