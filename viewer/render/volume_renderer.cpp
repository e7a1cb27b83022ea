#include "viewer/render/volume_renderer.h"

#include "core/log.h"
#include "viewer/render/display_check.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/render/volume_source.h"
#include "viewer/render/vtk_log.h"

#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPointData.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkShortArray.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>
#include <numbers>

namespace hemo::render {
namespace {

constexpr Rgba kBlack{0, 0, 0, 255};
constexpr double kMargin = 1.22; // round the head at zoom 1

std::string rendererName(vtkRenderWindow& window) {
    constexpr std::string_view kKey = "OpenGL renderer string:";
    const char* text = window.ReportCapabilities();
    const std::string_view all = text ? text : "";
    const std::size_t at = all.find(kKey);
    if (at == std::string_view::npos) return "unknown OpenGL";
    const std::size_t from = all.find_first_not_of(' ', at + kKey.size());
    return std::string(all.substr(from, all.find('\n', from) - from));
}

/// Names under which OpenGL is drawn by the CPU: there the GPU mapper takes seconds.
bool isSoftware(const std::string& name) {
    for (const char* software : {"llvmpipe", "softpipe", "SWR", "Software Rasterizer", "unknown"})
        if (name.find(software) != std::string::npos) return true;
    return false;
}

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

void apply(const TransferFunction& function, vtkVolumeProperty& property) {
    vtkNew<vtkColorTransferFunction> colour;
    vtkNew<vtkPiecewiseFunction> opacity;
    for (const TransferPoint& p : function.points) {
        colour->AddRGBPoint(p.hu, p.red, p.green, p.blue);
        opacity->AddPoint(p.hu, p.opacity);
    }
    property.SetColor(colour);
    property.SetScalarOpacity(opacity);
    property.SetScalarOpacityUnitDistance(1);
    property.SetAmbient(function.lighting.ambient);
    property.SetDiffuse(function.lighting.diffuse);
    property.SetSpecular(function.lighting.specular);
    property.SetSpecularPower(function.lighting.shininess);
    property.SetInterpolationTypeToLinear();
    property.ShadeOn();
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

struct VolumeRenderer::Scene {
    Scene();
    void show(const VolumePtr& shown, VolumePreset shownPreset);
    void aim(const VolumeCamera& wanted, int width, int height);
    RgbaImage draw(int width, int height);

    VolumePtr volume;
    VolumePreset preset = VolumePreset::Bone;
    VolumeSource source; ///< VTK looks at its voxels
    std::string glName;
    bool isCpu = true;
    vtkNew<vtkRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkVolume> actor;
    vtkSmartPointer<vtkVolumeMapper> mapper;
};

VolumeRenderer::Scene::Scene() {
    window->SetOffScreenRendering(1);
    window->SetMultiSamples(0);
    window->SetSize(16, 16);
    renderer->SetBackground(0, 0, 0);
    renderer->GetActiveCamera()->ParallelProjectionOn();
    window->AddRenderer(renderer);
    window->Render();
    glName = rendererName(*window);
    isCpu = isSoftware(glName);
    mapper = mapperFor(isCpu);
    actor->SetMapper(mapper);
}

void VolumeRenderer::Scene::show(const VolumePtr& shown, VolumePreset shownPreset) {
    if (shown == volume && shownPreset == preset) return;
    volume.reset(); // stays so where the next line runs out of memory
    source = volumeSource(*shown, shownPreset);
    VoxelBox& box = source.box;
    vtkNew<vtkShortArray> scalars;
    constexpr int kNotOurs = 1; // VTK must not free it
    scalars->SetArray(box.hu.data(), vtkIdType(box.hu.size()), kNotOurs);
    vtkNew<vtkImageData> image;
    image->SetDimensions(box.columns, box.rows, box.slices);
    image->SetSpacing(box.spacingMm.x, box.spacingMm.y, box.spacingMm.z);
    image->GetPointData()->SetScalars(scalars);
    mapper->SetInputDataObject(image);
    setSampleDistance(*mapper, float(std::clamp(std::min(box.spacingMm.x, box.spacingMm.z), 0.4, 1.0)));
    apply(transferFunction(shownPreset), *actor->GetProperty());
    actor->SetUserMatrix(placeOf(box));
    if (!renderer->HasViewProp(actor)) renderer->AddViewProp(actor);
    volume = shown;
    preset = shownPreset;
}

void VolumeRenderer::Scene::aim(const VolumeCamera& wanted, int width, int height) {
    const double azimuth = wanted.azimuthDegrees * std::numbers::pi / 180;
    const double elevation = wanted.elevationDegrees * std::numbers::pi / 180;
    // The front is -y and the patient's left +x (LPS); up follows, so that it is right over the vertex too.
    const Vec3 towards{std::sin(azimuth) * std::cos(elevation), -std::cos(azimuth) * std::cos(elevation),
                       std::sin(elevation)};
    const Vec3 up{-std::sin(azimuth) * std::sin(elevation), std::cos(azimuth) * std::sin(elevation),
                  std::cos(elevation)};
    const PatientPoint focus = source.head.centre, eye = focus + towards * (10 * source.head.radiusMm);
    vtkCamera* camera = renderer->GetActiveCamera();
    camera->SetFocalPoint(focus.x, focus.y, focus.z);
    camera->SetPosition(eye.x, eye.y, eye.z);
    camera->SetViewUp(up.x, up.y, up.z);
    const double narrow = width < height ? double(height) / width : 1;
    camera->SetParallelScale(kMargin * source.head.radiusMm * narrow / std::max(wanted.zoom, 0.01));
    renderer->ResetCameraClippingRange();
}

RgbaImage VolumeRenderer::Scene::draw(int width, int height) {
    window->Render();
    vtkNew<vtkUnsignedCharArray> pixels;
    constexpr int kBackBuffer = 0;
    window->GetRGBACharPixelData(0, 0, width - 1, height - 1, kBackBuffer, pixels);
    RgbaImage picture(width, height, kBlack);
    const auto* from = reinterpret_cast<const Rgba*>(pixels->GetPointer(0));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Rgba pixel = from[std::size_t(height - 1 - y) * width + x]; // OpenGL counts rows from below
            picture.at(x, y) = {pixel.r, pixel.g, pixel.b, 255};
        }
    return picture;
}

VolumeRenderer::VolumeRenderer() : m_scene(std::make_unique<Scene>()) {}
VolumeRenderer::~VolumeRenderer() = default;

Result<std::unique_ptr<VolumeRenderer>> VolumeRenderer::create() {
    sendVtkMessagesToLog();
    if (!hasOpenGlDisplay()) return fail(ErrorCode::NoDisplay, say("volume_view.no_display"));
    auto renderer = std::unique_ptr<VolumeRenderer>(new VolumeRenderer);
    log::info("volume view: " + renderer->description());
    return renderer;
}

Result<RgbaImage> VolumeRenderer::render(const VolumeRequest& request) {
    if (request.width <= 0 || request.height <= 0) return RgbaImage{};
    if (!request.regular) return RgbaImage(request.width, request.height, kBlack);
    if (request.regular->grid().slices() < 2)
        return fail(ErrorCode::Unsupported, say("volume_view.one_slice"));
    try {
        m_scene->show(request.regular, request.preset);
        m_scene->window->SetSize(request.width, request.height);
        m_scene->aim(request.camera, request.width, request.height);
        RgbaImage picture = m_scene->draw(request.width, request.height);
        if (std::ranges::all_of(picture.pixels, [](Rgba pixel) { return pixel == kBlack; }))
            return fail(ErrorCode::Unsupported, say("volume_view.nothing_dense"));
        return picture;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, say("volume_view.memory"));
    }
}

std::string VolumeRenderer::description() const {
    return m_scene->glName + (m_scene->isCpu ? ", CPU mapper" : ", GPU mapper");
}

} // namespace hemo::render
