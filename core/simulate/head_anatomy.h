#pragma once

#include "core/simulate/bleed.h"
#include "core/simulate/shapes.h"

#include <cstdint>

namespace hemo::simulate {

/// An adult head as a function of place: bone and air of the skull and face, scalp, brain and its fluid
/// spaces. Its centre is at LPS (0, 0, 0); the seed moves sulci, thickness and texture, not the plan.
class HeadAnatomy {
public:
    explicit HeadAnatomy(unsigned seed) : m_seed(seed) {}

    /// Hounsfield units at p, edges `edgeMm` wide, without scanner noise.
    float hu(Point3 p, float edgeMm) const;
    /// What a bleed must know of p.
    Surroundings surroundingsAt(Point3 p) const;
    /// The skull's inside.
    static CavityBox cavityBox();

private:
    struct Fluid {
        float sulcusMm, fissureMm, cisternMm, ventricleMm; ///< positive inside
        float cortexMm; ///< distance to the nearest subarachnoid surface that cortex lines
    };
    /// A place in the brain, and what is asked of it more than once.
    struct BrainPlace {
        Point3 swayed, mirrored;
        float depthMm, cerebellumMm, brainstemMm; ///< positive inside
    };
    float skullThicknessMm(Point3 p) const;
    Point3 swayed(Point3 p) const;
    BrainPlace brainPlace(Point3 p, float depthMm) const;
    Fluid fluidAt(const BrainPlace& place) const;
    float brainHu(Point3 p, float depthMm, float edgeMm) const;
    float boneHu(Point3 p, float depthMm, float thicknessMm, float edgeMm) const;
    float outsideSkullHu(Point3 p, float headMm, float edgeMm) const;
    float withFace(Point3 p, float hu, float edgeMm) const;

    std::uint32_t m_seed;
};

/// Depth below the skull's inner table, negative in bone and beyond.
float cavityDepthMm(Point3 p);

} // namespace hemo::simulate
