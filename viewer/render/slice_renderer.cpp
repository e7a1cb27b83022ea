#include "viewer/render/slice_renderer.h"

#include "viewer/render/grey_table.h"
#include "viewer/render/index_plane.h"
#include "viewer/render/outside_map.h"
#include "viewer/render/thin_slab.h"
#include "viewer/render/vtk_log.h"

#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkMatrixToLinearTransform.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkShortArray.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <optional>

namespace hemo::render {
namespace {

constexpr Rgba kBlack{0, 0, 0, 255};
/// Acquired slices from the first to the last, taken together.
struct Layers {
    Slab::Kind kind = Slab::Kind::Mean;
    int first = 0, last = 0;
    bool operator==(const Layers&) const = default;
};
/// The part of a volume that a picture is made from: a slice, several together, a few columns or rows of
/// each, or all of it.
struct Part {
    std::optional<int> slice;
    std::optional<Layers> layers;
    std::optional<SlabRange> slab;
    bool operator==(const Part&) const = default;
};

/// The matrix that takes pixels to voxels. Its third column only has to leave the plane.
std::array<double, 16> matrixOf(const IndexPlane& p) {
    const Vec3 r{p.right.i, p.right.j, p.right.k}, d{p.down.i, p.down.j, p.down.k};
    const Vec3 out = cross(r, d);
    return {r.x, d.x, out.x, p.origin.i, //
            r.y, d.y, out.y, p.origin.j, //
            r.z, d.z, out.z, p.origin.k, //
            0,   0,   0,     1};
}

std::vector<std::int16_t> takenTogether(const Volume& volume, const Layers& layers) {
    SlabValues together(layers.kind, volume.grid().voxelsPerSlice());
    for (int k = layers.first; k <= layers.last; ++k)
        together.add(volume.slice(k));
    return together.result();
}

PicturePlane moved(PicturePlane plane, Vec3 by) {
    plane.topLeft = plane.topLeft + by;
    return plane;
}

/// The acquired slices on which these planes lie, where one voxel of each lies under the same pixel: then
/// they are taken together before they are drawn, once and not each by itself. None of a tilted stack, whose
/// slices wander.
std::optional<Layers> straightOver(std::span<const PicturePlane> planes, const Grid& grid, Slab::Kind kind) {
    constexpr double kSame = 1e-6; // of a voxel
    const auto differs = [](const IndexPlane& a, const IndexPlane& b) {
        return std::abs(a.origin.i - b.origin.i) > kSame || std::abs(a.origin.j - b.origin.j) > kSame;
    };
    Layers layers{kind, grid.slices(), -1};
    std::optional<IndexPlane> first;
    for (const PicturePlane& plane : planes) {
        const auto k = sliceUnder(plane, grid);
        if (!k) return std::nullopt;
        const IndexPlane index = planeInSlice(plane, grid, *k);
        if (!first) first = index;
        if (differs(index, *first)) return std::nullopt;
        layers.first = std::min(layers.first, *k), layers.last = std::max(layers.last, *k);
    }
    return layers;
}

/// The acquired slice that is drawn for a plane; none: the even grid is.
std::optional<int> onSlice(const SliceRequest& request, const PicturePlane& plane) {
    const bool hasNative = request.native && !request.native->grid().empty();
    return hasNative ? sliceUnder(plane, request.native->grid()) : std::nullopt;
}

} // namespace

/// VTK sees voxels one unit apart, starting at the origin: where they lie in the patient is our arithmetic.
struct SliceRenderer::Pipeline {
    Pipeline();
    void setSource(const VolumePtr& volume, const Part& part);
    const std::int16_t* resample(const IndexPlane& plane, const SliceRequest& request);
    void settle(std::span<std::int16_t> hu, const IndexPlane& plane, int width);
    std::span<const std::int16_t> drawn(const VolumePtr& volume, const Part& part, const IndexPlane& plane,
                                        const SliceRequest& request);
    std::span<const std::int16_t> valuesOf(const SliceRequest& request, const PicturePlane& plane);
    std::span<const std::int16_t> slabOf(const SliceRequest& request);
    RgbaImage coloured(std::span<const std::int16_t> hu, const SliceRequest& request);

    VolumePtr source;               ///< keeps the memory that `image` and `outside` look at
    std::vector<std::int16_t> made; ///< the same, where the part is a slab or layers
    Part sourcePart;
    IndexPlane shown; ///< what `matrix` holds; setting it again would resample again
    std::optional<OutsideMap> outside;
    std::vector<std::int16_t> values; ///< of the plane that was asked for last
    GreyTable greys;
    vtkNew<vtkImageReslice> reslice;
    vtkNew<vtkMatrix4x4> matrix;
};

SliceRenderer::Pipeline::Pipeline() {
    vtkNew<vtkMatrixToLinearTransform> pixelToVoxel;
    pixelToVoxel->SetInput(matrix);
    reslice->SetResliceTransform(pixelToVoxel);
    reslice->SetOutputDimensionality(2);
    reslice->SetOutputSpacing(1, 1, 1);
    reslice->SetOutputOrigin(0, 0, 0);
    reslice->SetBackgroundLevel(kOutsideHu);
    // A picture ends half a voxel beyond the outermost centres, as Grid::contains has it.
    reslice->BorderOn();
}

void SliceRenderer::Pipeline::setSource(const VolumePtr& volume, const Part& part) {
    if (volume == source && part == sourcePart) return;
    const Grid& grid = volume->grid();
    std::span<const std::int16_t> voxels = part.slice ? volume->slice(*part.slice) : volume->voxels();
    const int columns = part.slab ? part.slab->columns : grid.columns();
    const int rows = part.slab ? part.slab->rows : grid.rows();
    const int slices = part.slice || part.layers ? 1 : grid.slices();
    if (part.slab) voxels = made = copySlab(*volume, *part.slab);
    if (part.layers) voxels = made = takenTogether(*volume, *part.layers);

    vtkNew<vtkShortArray> scalars;
    constexpr int kNotOurs = 1; // VTK must not free it; it only reads
    scalars->SetArray(const_cast<std::int16_t*>(voxels.data()), vtkIdType(voxels.size()), kNotOurs);
    vtkNew<vtkImageData> image;
    image->SetDimensions(columns, rows, slices);
    image->GetPointData()->SetScalars(scalars);
    reslice->SetInputData(image);
    outside.emplace(voxels, columns, rows, slices);
    source = volume;
    sourcePart = part;
}

const std::int16_t* SliceRenderer::Pipeline::resample(const IndexPlane& plane, const SliceRequest& request) {
    if (plane != shown) matrix->DeepCopy(matrixOf(plane).data());
    shown = plane;
    reslice->SetOutputExtent(0, request.plane.width - 1, 0, request.plane.height - 1, 0, 0);
    if (request.interpolation == Interpolation::Linear)
        reslice->SetInterpolationModeToLinear();
    else
        reslice->SetInterpolationModeToNearestNeighbor();
    reslice->Update();
    vtkImageData* result = reslice->GetOutput();
    assert(result->GetScalarType() == VTK_SHORT);
    return static_cast<const std::int16_t*>(result->GetScalarPointer());
}

/// Takes out what was interpolated with places outside the scan.
void SliceRenderer::Pipeline::settle(std::span<std::int16_t> hu, const IndexPlane& plane, int width) {
    constexpr int kRun = 64; // pixels that one question to the map is about
    const int height = static_cast<int>(hu.size()) / width;
    for (int y = 0; y < height; ++y) {
        std::int16_t* const row = hu.data() + std::size_t(y) * width;
        for (int from = 0; from < width; from += kRun) {
            const int to = std::min(from + kRun, width);
            if (!outside->mayTouch(plane.at(from, y), plane.at(to - 1, y))) continue;
            for (int x = from; x < to; ++x)
                if (row[x] != kOutsideHu) row[x] = outside->settled(plane.at(x, y), row[x]);
        }
    }
}

/// Valid until the next question.
std::span<const std::int16_t> SliceRenderer::Pipeline::drawn(const VolumePtr& volume, const Part& part,
                                                             const IndexPlane& plane,
                                                             const SliceRequest& request) {
    const int width = request.plane.width, height = request.plane.height;
    setSource(volume, part);
    const std::int16_t* const resampled = resample(plane, request);
    values.assign(resampled, resampled + std::size_t(width) * height);
    if (request.interpolation == Interpolation::Linear) settle(values, plane, width);
    return values;
}

/// HU in one plane, which lies on a native slice or within the even grid; valid until the next question.
std::span<const std::int16_t> SliceRenderer::Pipeline::valuesOf(const SliceRequest& request,
                                                                const PicturePlane& plane) {
    const auto slice = onSlice(request, plane);
    const VolumePtr& volume = slice ? request.native : request.regular;
    IndexPlane index =
        slice ? planeInSlice(plane, volume->grid(), *slice) : planeInVolume(plane, volume->grid());
    Part part{slice, {}, {}};
    if (!slice) part.slab = slabUnder(index, plane.width, plane.height, volume->grid());
    if (part.slab) index.origin.i -= part.slab->firstColumn, index.origin.j -= part.slab->firstRow;
    return drawn(volume, part, index, request);
}

/// HU of the layer that was asked for; empty while there is no grid to take it from. Valid until the next
/// question.
std::span<const std::int16_t> SliceRenderer::Pipeline::slabOf(const SliceRequest& request) {
    const PicturePlane& plane = request.plane;
    const auto slice = onSlice(request, plane);
    if (!slice && !request.regular) return {};
    const auto offsetsMm = slice ? slabOverSlices(request.slab, request.native->grid(), *slice)
                                 : slabOverVoxels(request.slab, request.regular->grid());
    if (offsetsMm.size() == 1) return valuesOf(request, plane);

    const Vec3 along = slice ? request.native->grid().normal() : plane.normal();
    std::vector<PicturePlane> layers;
    layers.reserve(offsetsMm.size());
    for (const double mm : offsetsMm)
        layers.push_back(moved(plane, along * mm));
    if (slice)
        if (const auto straight = straightOver(layers, request.native->grid(), request.slab.kind))
            return drawn(request.native, {{}, straight, {}},
                         planeInSlice(plane, request.native->grid(), *slice), request);
    SlabValues together(request.slab.kind, std::size_t(plane.width) * plane.height);
    for (const PicturePlane& layer : layers)
        together.add(valuesOf(request, layer));
    values = together.result();
    return values;
}

RgbaImage SliceRenderer::Pipeline::coloured(std::span<const std::int16_t> hu, const SliceRequest& request) {
    greys.set(request.window, request.polarity);
    RgbaImage picture(request.plane.width, request.plane.height);
    greys.map(hu, picture.pixels.data());
    return picture;
}

SliceRenderer::SliceRenderer() {
    sendVtkMessagesToLog();
    m_pipeline = std::make_unique<Pipeline>();
    // VTK's first picture in a process takes 5 ms more than the others: it is made before anybody waits for
    // it.
    constexpr int kSide = 64;
    Grid grid(kSide, kSide, {1, 0, 0}, {0, 1, 0}, 1, 1, {PatientPoint{}});
    std::vector<std::int16_t> nothing(grid.voxelCount());
    const auto volume = std::make_shared<const Volume>(std::move(grid), std::move(nothing), "");
    render({volume, volume, {{}, {1, 0, 0}, {0, 1, 0}, 1, kSide, kSide}, {}, {}});
    m_pipeline = std::make_unique<Pipeline>();
}

SliceRenderer::~SliceRenderer() = default;

RgbaImage SliceRenderer::render(const SliceRequest& request) {
    const PicturePlane& plane = request.plane;
    if (plane.width <= 0 || plane.height <= 0) return {};
    const auto hu = m_pipeline->slabOf(request);
    return hu.empty() ? RgbaImage(plane.width, plane.height, kBlack) : m_pipeline->coloured(hu, request);
}

std::vector<std::int16_t> SliceRenderer::values(const SliceRequest& request) {
    const PicturePlane& plane = request.plane;
    if (plane.width <= 0 || plane.height <= 0) return {};
    if (!m_pipeline->slabOf(request).empty()) return std::move(m_pipeline->values);
    return std::vector<std::int16_t>(std::size_t(plane.width) * plane.height, kOutsideHu);
}

RgbaImage SliceRenderer::coloured(std::span<const std::int16_t> hu, const SliceRequest& request) {
    return m_pipeline->coloured(hu, request);
}

} // namespace hemo::render
