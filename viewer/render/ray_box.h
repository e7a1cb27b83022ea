#pragma once

#include "viewer/render/volume_source.h"

#include <vtkMatrix4x4.h>
#include <vtkSmartPointer.h>
#include <vtkVolumeMapper.h>

namespace hemo::render {

/// A box of voxels as VTK casts rays through it, on the processor or on a graphics card.
class RayBox {
public:
    explicit RayBox(bool isCpu);

    /// `mostStepMm`: rays take steps of its voxels, but none larger.
    void show(VoxelBox shown, double mostStepMm);
    /// Steps finer than the pixels of the picture wanted would only take time.
    void setPixel(double mm);

    const VoxelBox& box() const { return m_box; }
    vtkVolumeMapper& mapper() const { return *m_mapper; }
    /// From the box's own axes, in mm from its first voxel, to the patient's.
    vtkSmartPointer<vtkMatrix4x4> place() const;

private:
    VoxelBox m_box; ///< VTK looks at its voxels
    double m_stepMm = 1;
    vtkSmartPointer<vtkVolumeMapper> m_mapper;
};

} // namespace hemo::render
