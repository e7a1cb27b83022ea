#pragma once

#include "ml/train/picture_set.h"

#include <cstdint>
#include <vector>

namespace hemo::ml {

/// Copies of bleed-free CT-ICH patients with a bleed drawn into each, `perPatient` of each patient, of every
/// kind, size and place (core/simulate). Slices that show enough of the bleed are positive, slices that show
/// its faint ends are marked like those beside a real one. The same seed draws the same. Few patients bleed,
/// and a network learns them by heart in a few epochs: these cannot be learned by heart.
std::vector<Patient> drawPatients(const std::vector<const Patient*>& patients, int perPatient,
                                  std::uint32_t seed);

} // namespace hemo::ml
