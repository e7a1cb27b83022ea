#pragma once

#include "viewer/render/volume_source.h"

#include <memory>
#include <span>

class vtkVolume;

namespace hemo::render {

/// A box of voxels as VTK casts rays through it, on the processor or on a graphics card. One thread.
class RayBox {
public:
    explicit RayBox(bool isCpu);
    ~RayBox();

    /// `mostStepMm`: rays take steps as long as its voxels, but none longer.
    void show(VoxelBox shown, double mostStepMm);
    /// Makes this what the actor shows, at its place in the patient and without what is cut off. `pixelMm`:
    /// of the picture wanted; steps finer than its pixels would only take time.
    void putOn(vtkVolume& actor, std::span<const CutPlane> cuts, double pixelMm) const;

private:
    struct Vtk;
    VoxelBox m_box; ///< VTK looks at its voxels
    double m_stepMm = 1;
    std::unique_ptr<Vtk> m_vtk;
};

} // namespace hemo::render
