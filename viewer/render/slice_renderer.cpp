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
#include <optional>

namespace hemo::render {
namespace {

constexpr Rgba kBlack{0, 0, 0, 255};
/// The part of a volume that a picture is made from: a slice, a few columns or rows of each, or all of it.
struct Part {
    std::optional<int> slice;
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
    std::span<const std::int16_t> valuesOf(const SliceRequest& request, const PicturePlane& plane);
    std::span<const std::int16_t> slabOf(const SliceRequest& request);
    RgbaImage coloured(std::span<const std::int16_t> hu, const SliceRequest& request);

    VolumePtr source;               ///< keeps the memory that `image` and `outside` look at
    std::vector<std::int16_t> slab; ///< the same, where the part is a slab
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
    const int slices = part.slice ? 1 : grid.slices();
    if (part.slab) voxels = slab = copySlab(*volume, *part.slab);

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

/// HU in one plane, which lies on a native slice or within the even grid; valid until the next question.
std::span<const std::int16_t> SliceRenderer::Pipeline::valuesOf(const SliceRequest& request,
                                                                const PicturePlane& plane) {
    const auto slice = onSlice(request, plane);
    const VolumePtr& volume = slice ? request.native : request.regular;
    IndexPlane index =
        slice ? planeInSlice(plane, volume->grid(), *slice) : planeInVolume(plane, volume->grid());
    Part part{slice, std::nullopt};
    if (!slice) part.slab = slabUnder(index, plane.width, plane.height, volume->grid());
    if (part.slab) index.origin.i -= part.slab->firstColumn, index.origin.j -= part.slab->firstRow;
    setSource(volume, part);
    const std::int16_t* const resampled = resample(index, request);
    values.assign(resampled, resampled + std::size_t(plane.width) * plane.height);
    if (request.interpolation == Interpolation::Linear) settle(values, index, plane.width);
    return values;
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
    SlabValues together(request.slab.kind, std::size_t(plane.width) * plane.height);
    for (const double mm : offsetsMm) {
        PicturePlane layer = plane;
        layer.topLeft = layer.topLeft + along * mm;
        together.add(valuesOf(request, layer));
    }
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
    const auto hu = m_pipeline->slabOf(request);
    if (!hu.empty()) return {hu.begin(), hu.end()};
    return std::vector<std::int16_t>(std::size_t(plane.width) * plane.height, kOutsideHu);
}

} // namespace hemo::render
