#include "viewer/render/volume_renderer.h"

#include "core/log.h"
#include "viewer/render/display_check.h"
#include "viewer/render/ray_box.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/render/vtk_log.h"

#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkLight.h>
#include <vtkLightCollection.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>
#include <numbers>
#include <tuple>

namespace hemo::render {
namespace {

constexpr Rgba kBlack{0, 0, 0, 255};
constexpr double kMargin = 1.22; // round the head at zoom 1
constexpr double kMostHeatPixels = 160;
constexpr double kMostStepMm = 1, kMostTurningStepMm = 2;
constexpr std::size_t kTurningBudget = 1'500'000; // voxels of what a hand turns

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

/// Returns the renderer's name.
std::string openGl(vtkRenderWindow& window, vtkRenderer& renderer) {
    window.SetOffScreenRendering(1);
    window.SetMultiSamples(0);
    window.SetSize(16, 16);
    renderer.SetBackground(0, 0, 0);
    renderer.GetActiveCamera()->ParallelProjectionOn();
    window.AddRenderer(&renderer);
    window.Render();
    renderer.GetLights()->InitTraversal();
    while (vtkLight* light = renderer.GetLights()->GetNextItem())
        light->SetAmbientColor(1, 1, 1); // VTK's has none: what is ambient would be dark
    return rendererName(window);
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

/// A layer with its alpha, larger; linear in between, so that its pixels are not seen.
RgbaImage enlarged(const RgbaImage& layer, int width, int height) {
    RgbaImage large(width, height);
    const auto cellAt = [](int at, int of, int n) {
        const double x = std::clamp((at + 0.5) * n / of - 0.5, 0.0, n - 1.0);
        const int low = std::min(int(x), std::max(n - 2, 0));
        return std::tuple(low, std::min(low + 1, n - 1), x - low);
    };
    for (int y = 0; y < height; ++y) {
        const auto [top, bottom, v] = cellAt(y, height, layer.height);
        for (int x = 0; x < width; ++x) {
            const auto [left, right, u] = cellAt(x, width, layer.width);
            // Colours count by how much of them is seen, or what is clear would darken the rim.
            double sum[3] = {0, 0, 0}, alpha = 0;
            for (const auto& [pixel, weight] : {std::pair(layer.at(left, top), (1 - u) * (1 - v)),
                                                std::pair(layer.at(right, top), u * (1 - v)),
                                                std::pair(layer.at(left, bottom), (1 - u) * v),
                                                std::pair(layer.at(right, bottom), u * v)}) {
                alpha += weight * pixel.a;
                sum[0] += weight * pixel.a * pixel.r, sum[1] += weight * pixel.a * pixel.g;
                sum[2] += weight * pixel.a * pixel.b;
            }
            const auto channel = [&](double c) {
                return std::uint8_t(std::lround(c / std::max(alpha, 1e-9)));
            };
            large.at(x, y) = {channel(sum[0]), channel(sum[1]), channel(sum[2]),
                              std::uint8_t(std::lround(alpha))};
        }
    }
    return large;
}

} // namespace

struct VolumeRenderer::Scene {
    Scene();
    void show(const VolumePtr& shown, VolumePreset shownPreset);
    /// Returns where the pixels lie.
    PicturePlane aim(const VolumeCamera& wanted, int width, int height);
    RgbaImage heat(const VolumeRequest& request, const PicturePlane& plane) const;
    RgbaImage draw(int width, int height);

    VolumePtr volume;
    VolumePreset preset = VolumePreset::Bone;
    HeadFrame head;
    vtkNew<vtkRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkVolume> actor;
    const std::string glName;
    const bool isCpu;
    RayBox fine, turning; ///< the same, and of fewer voxels where there are too many for a processor
    bool hasTurning = false;
};

VolumeRenderer::Scene::Scene()
    : glName(openGl(*window, *renderer)), isCpu(isSoftware(glName)), fine(isCpu), turning(isCpu) {}

void VolumeRenderer::Scene::show(const VolumePtr& shown, VolumePreset shownPreset) {
    if (shown == volume && shownPreset == preset) return;
    volume.reset(); // stays so where the next line runs out of memory
    VolumeSource source = volumeSource(*shown, shownPreset);
    head = source.head;
    hasTurning = isCpu && source.box.hu.size() > kTurningBudget;
    if (hasTurning) turning.show(coarser(source.box, kTurningBudget), kMostTurningStepMm);
    fine.show(std::move(source.box), kMostStepMm);
    apply(transferFunction(shownPreset), *actor->GetProperty());
    if (!renderer->HasViewProp(actor)) renderer->AddViewProp(actor);
    volume = shown;
    preset = shownPreset;
}

PicturePlane VolumeRenderer::Scene::aim(const VolumeCamera& wanted, int width, int height) {
    const double azimuth = wanted.azimuthDegrees * std::numbers::pi / 180;
    const double elevation = wanted.elevationDegrees * std::numbers::pi / 180;
    // The front is -y and the patient's left +x (LPS); up follows, so that it is right over the vertex too.
    const Vec3 towards{std::sin(azimuth) * std::cos(elevation), -std::cos(azimuth) * std::cos(elevation),
                       std::sin(elevation)};
    const Vec3 up{-std::sin(azimuth) * std::sin(elevation), std::cos(azimuth) * std::sin(elevation),
                  std::cos(elevation)};
    const PatientPoint focus = head.centre, eye = focus + towards * (10 * head.radiusMm);
    vtkCamera* camera = renderer->GetActiveCamera();
    camera->SetFocalPoint(focus.x, focus.y, focus.z);
    camera->SetPosition(eye.x, eye.y, eye.z);
    camera->SetViewUp(up.x, up.y, up.z);
    const double narrow = width < height ? double(height) / width : 1;
    const double halfMm = kMargin * head.radiusMm * narrow / std::max(wanted.zoom, 0.01);
    camera->SetParallelScale(halfMm);

    const Vec3 right = cross(up, towards);
    PicturePlane plane{focus, right, -up, 2 * halfMm / height, width, height};
    plane.topLeft =
        focus - right * ((width - 1) / 2.0 * plane.mmPerPixel) + up * ((height - 1) / 2.0 * plane.mmPerPixel);
    return plane;
}

/// The map is coarse: fewer pixels than the picture has, laid over it enlarged, show all of it.
RgbaImage VolumeRenderer::Scene::heat(const VolumeRequest& request, const PicturePlane& plane) const {
    const VolumeHeat& heat = request.heat;
    const double shrink = std::max(1.0, std::max(plane.width, plane.height) / kMostHeatPixels);
    PicturePlane coarse = plane;
    coarse.width = std::max(1, int(std::lround(plane.width / shrink)));
    coarse.height = std::max(1, int(std::lround(plane.height / shrink)));
    coarse.mmPerPixel = plane.mmPerPixel * plane.width / coarse.width;
    coarse.topLeft = plane.toPatient(
        {(plane.width / double(coarse.width) - 1) / 2, (plane.height / double(coarse.height) - 1) / 2});
    const auto isSeen = [&cuts = request.cuts](PatientPoint p) { return isKept(cuts, p); };
    return enlarged(
        heatThrough(coarse, head.radiusMm * kMargin, *heat.map, heat.isSliceShown, heat.style, isSeen),
        plane.width, plane.height);
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

Result<RenderedVolume> VolumeRenderer::render(const VolumeRequest& request) {
    if (request.width <= 0 || request.height <= 0) return RenderedVolume{};
    if (!request.regular) return RenderedVolume{RgbaImage(request.width, request.height, kBlack), {}};
    if (request.regular->grid().slices() < 2)
        return fail(ErrorCode::Unsupported, say("volume_view.one_slice"));
    try {
        m_scene->show(request.regular, request.preset);
        m_scene->window->SetSize(request.width, request.height);
        RenderedVolume rendered;
        rendered.plane = m_scene->aim(request.camera, request.width, request.height);
        const bool isCoarse = request.isTurning && m_scene->hasTurning;
        const RayBox& box = isCoarse ? m_scene->turning : m_scene->fine;
        box.putOn(*m_scene->actor, request.cuts, rendered.plane.mmPerPixel);
        m_scene->renderer->ResetCameraClippingRange();
        rendered.picture = m_scene->draw(request.width, request.height);
        const bool isBlack =
            std::ranges::all_of(rendered.picture.pixels, [](Rgba pixel) { return pixel == kBlack; });
        if (isBlack && request.cuts.empty())
            return fail(ErrorCode::Unsupported, say("volume_view.nothing_dense"));
        if (request.heat.map)
            rendered.picture = laidOver(rendered.picture, m_scene->heat(request, rendered.plane));
        return rendered;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, say("volume_view.memory"));
    }
}

std::string VolumeRenderer::description() const {
    return m_scene->glName + (m_scene->isCpu ? ", CPU mapper" : ", GPU mapper");
}

} // namespace hemo::render
