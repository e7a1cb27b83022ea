#pragma once

#include "core/geometry/grid.h"
#include "core/simulate/phantom.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace hemo::simulate {

/// What a bleed must know of a place. The phantom's anatomy answers it, and so can masks of a real brain and
/// their distance transforms.
struct Surroundings {
    float depthMm = -1;        ///< below the skull's inner table; negative in bone and beyond
    float subarachnoidMm = -9; ///< into sulci, fissures and cisterns; negative away from them
    float ventricleMm = -9;    ///< into the ventricles; negative away from them
};
using SurroundingsAt = std::function<Surroundings(PatientPoint)>;

/// The box round the inside of the skull; its middle plane across x is the midline.
struct CavityBox {
    PatientPoint centre;
    Vec3 half;
};

/// The head that a bleed is drawn into.
struct BleedHost {
    SurroundingsAt surroundings;
    CavityBox box;
};

struct DrawnBleed {
    std::vector<std::size_t> voxels; ///< those over half bleed
    double volumeMl = 0;
    PatientPoint centre; ///< of mass of `voxels`
};

/// What a voxel of this grid stands for; slices share the space between them.
double voxelVolumeMl(const Grid& grid);

/// Volume and centre of the voxels of a bleed.
DrawnBleed describeBleed(std::vector<std::size_t> voxels, const Grid& grid);

/// Draws a bleed of `spec`'s kind into `voxels` on the side asked for; `seed` moves and dents it a little.
/// It grows from a place typical of its kind until it has the volume asked for, to the voxel; where its space
/// is too small for that (more blood than that half of the skull holds), it ends there. `thicknessMm`: of one
/// that lies along the skull, how thick it is where it is thickest, instead of its volume: a volume says
/// little of whether it can be seen.
DrawnBleed drawBleed(const BleedSpec& spec, const BleedHost& host, const Grid& grid,
                     std::span<std::int16_t> voxels, unsigned seed,
                     std::optional<double> thicknessMm = std::nullopt);

} // namespace hemo::simulate
