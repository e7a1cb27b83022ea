#include "viewer/render/ray_box.h"

#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPointData.h>
#include <vtkShortArray.h>
#include <vtkSmartPointer.h>
#include <vtkVolume.h>
#include <vtkVolumeMapper.h>

#include <algorithm>

namespace hemo::render {
namespace {

vtkSmartPointer<vtkVolumeMapper> mapperFor(bool isCpu) {
    if (!isCpu) {
        auto mapper = vtkSmartPointer<vtkGPUVolumeRayCastMapper>::New();
        mapper->UseJitteringOn(); // hides the rings of a coarse step
        return mapper;
    }
    auto mapper = vtkSmartPointer<vtkFixedPointVolumeRayCastMapper>::New();
    mapper->AutoAdjustSampleDistancesOff(); // the caller asks for a smaller picture instead
    mapper->SetImageSampleDistance(1);
    return mapper;
}

void setSampleDistance(vtkVolumeMapper& mapper, float mm) {
    if (auto* cpu = vtkFixedPointVolumeRayCastMapper::SafeDownCast(&mapper)) {
        cpu->SetSampleDistance(mm);
        cpu->SetInteractiveSampleDistance(mm);
    } else if (auto* gpu = vtkGPUVolumeRayCastMapper::SafeDownCast(&mapper)) {
        gpu->AutoAdjustSampleDistancesOff();
        gpu->SetSampleDistance(mm);
    }
}

/// From the box's own axes, in mm from its first voxel, to the patient's.
vtkSmartPointer<vtkMatrix4x4> placeOf(const VoxelBox& box) {
    const double elements[16] = {box.right.x, box.down.x, box.up.x, box.first.x, //
                                 box.right.y, box.down.y, box.up.y, box.first.y, //
                                 box.right.z, box.down.z, box.up.z, box.first.z, //
                                 0,           0,          0,        1};
    auto matrix = vtkSmartPointer<vtkMatrix4x4>::New();
    matrix->DeepCopy(elements);
    return matrix;
}

} // namespace

struct RayBox::Vtk {
    vtkSmartPointer<vtkVolumeMapper> mapper;
};

RayBox::RayBox(bool isCpu) : m_vtk(std::make_unique<Vtk>(Vtk{mapperFor(isCpu)})) {}
RayBox::~RayBox() = default;

void RayBox::show(VoxelBox shown, double mostStepMm) {
    constexpr double kLeastStepMm = 0.4;
    m_box = std::move(shown);
    vtkNew<vtkShortArray> scalars;
    constexpr int kNotOurs = 1; // VTK must not free it
    scalars->SetArray(m_box.hu.data(), vtkIdType(m_box.hu.size()), kNotOurs);
    vtkNew<vtkImageData> image;
    image->SetDimensions(m_box.columns, m_box.rows, m_box.slices);
    image->SetSpacing(m_box.spacingMm.x, m_box.spacingMm.y, m_box.spacingMm.z);
    image->GetPointData()->SetScalars(scalars);
    m_vtk->mapper->SetInputDataObject(image);
    m_stepMm = std::clamp(std::min(m_box.spacingMm.x, m_box.spacingMm.z), kLeastStepMm, mostStepMm);
}

void RayBox::putOn(vtkVolume& actor, std::span<const CutPlane> cuts, double pixelMm) const {
    vtkVolumeMapper& mapper = *m_vtk->mapper;
    mapper.RemoveAllClippingPlanes();
    for (const CutPlane& plane : cuts) {
        vtkNew<vtkPlane> kept; // VTK keeps the side that the normal points to
        kept->SetOrigin(plane.through.x, plane.through.y, plane.through.z);
        kept->SetNormal(-plane.away.x, -plane.away.y, -plane.away.z);
        mapper.AddClippingPlane(kept);
    }
    setSampleDistance(mapper, float(std::max(m_stepMm, pixelMm)));
    actor.SetMapper(&mapper);
    actor.SetUserMatrix(placeOf(m_box));
}

} // namespace hemo::render
