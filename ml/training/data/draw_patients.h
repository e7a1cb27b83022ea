#pragma once

#include "core/simulate/mimics.h"
#include "core/simulate/phantom.h"
#include "ml/training/data/picture_set.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hemo::ml {

/// Whom most of the bleeds of a batch come from. Drawn ones teach what lies along the skull and between the
/// gyri, which few of the real ones have.
enum class Emphasis { Real, Drawn };

/// How many copies of each head are drawn into.
struct DrawnShares {
    int bleeds = 0; ///< copies with a bleed
    int mimics = 0; ///< copies with what is no blood
    bool any() const { return bleeds > 0 || mimics > 0; }
    bool operator==(const DrawnShares&) const = default;
};

/// Copies of heads with a bleed of any kind, size and place drawn into each, or with infarcts, atrophy and
/// the like, which are no blood (core/simulate); some of those with a bleed have both. Heads are all patients
/// who do not bleed and whose whole scan is there, and as many who do: of these only slices clear of their
/// own blood teach, and they are needed because those who do not bleed are young. Slices that show enough of
/// the bleed are positive and have its mask, slices that show its faint ends are marked like those beside a
/// real one. The same seed draws the same. Few patients bleed, and a network learns them by heart in a few
/// epochs: these cannot be learned by heart. And few of those patients are old: without mimics a network
/// takes every infarct for something. `emphasis`: how often each kind is drawn.
std::vector<Patient> drawPatients(const std::vector<const Patient*>& patients, DrawnShares copies,
                                  std::uint32_t seed, Emphasis emphasis = Emphasis::Real);

/// A bleed as asked for; `thicknessMm` of one along the skull, instead of its volume (core/simulate/bleed.h).
struct BleedToDraw {
    BleedSpec spec;
    std::optional<double> thicknessMm;
    /// `size`: mm of what lies along the skull, else mL.
    static BleedToDraw ofSize(BleedSpec spec, double size);
};
bool isAlongSkull(BleedType kind);

/// A copy of the patient for each bleed, drawn and labelled as above; none where no head is found. What a
/// network finds of them says what it would miss.
std::vector<Patient> drawBleeds(const Patient& patient, std::span<const BleedToDraw> wanted,
                                std::uint32_t seed);
/// A copy of the patient for each mimic, with nothing else drawn; none where no head is found. What a network
/// says of them is what it takes for blood.
std::vector<Patient> drawMimics(const Patient& patient, std::span<const simulate::MimicSpec> wanted,
                                std::uint32_t seed);

} // namespace hemo::ml
