#pragma once

#include "core/image/volume.h"
#include "core/simulate/bleed.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hemo::simulate {

/// A real head as a host for drawn bleeds: slice by slice the brain inside the skull, and the fluid in and
/// around it, as distances. Axial slices. Never changes once found; keep it as long
/// as its host is used.
class RealHead {
public:
    /// What is bone: lower where the values were cut off at a narrow window.
    struct Limits {
        int boneFromHu = 300;
    };
    /// None where no slice shows a brain closed in by bone.
    static std::optional<RealHead> find(const Volume& volume, Limits limits);

    BleedHost host() const;
    bool hasBrain(int slice) const { return m_hasBrain[static_cast<std::size_t>(slice)]; }

private:
    Surroundings at(PatientPoint p) const;

    Grid m_grid;
    std::vector<Surroundings> m_surroundings; ///< one a voxel
    std::vector<bool> m_hasBrain;             ///< one a slice
    CavityBox m_box;
};

} // namespace hemo::simulate
