#include "core/simulate/phantom.h"

#include "core/geometry/voxel_place.h"
#include "core/simulate/bleed.h"
#include "core/simulate/head_anatomy.h"
#include "core/simulate/noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace hemo {
namespace {

using namespace simulate;

constexpr PatientPoint kMarkCentre{25, 36, 4};
constexpr float kMarkRadiusMm = 3.5f, kMarkHu = 300;

Grid wholeGrid(const PhantomSpec& spec) {
    const double tilt = spec.tiltDegrees * std::numbers::pi / 180;
    const Vec3 row{1, 0, 0}, column{0, std::cos(tilt), std::sin(tilt)};
    // The table moves along z whatever the gantry's tilt: every slice has its middle on the z axis.
    const Vec3 toCorner = row * (-(spec.columns - 1) / 2.0 * spec.pixelSpacingMm) +
                          column * (-(spec.rows - 1) / 2.0 * spec.pixelSpacingMm);
    std::vector<PatientPoint> positions;
    for (int k = 0; k < spec.slices; ++k) {
        const double z = (k - (spec.slices - 1) / 2.0) * spec.sliceSpacingMm;
        positions.push_back(PatientPoint{0, 0, z} + toCorner);
    }
    return Grid(spec.columns, spec.rows, row, column, spec.pixelSpacingMm, spec.pixelSpacingMm,
                std::move(positions));
}

Point3 narrowed(PatientPoint p) {
    return {float(p.x), float(p.y), float(p.z)};
}

/// As many parts of a slice, each about 1 mm thick, as are looked at to know what it shows.
int partsOf(double sliceMm) {
    return std::clamp(int(std::lround(sliceMm)), 1, 5);
}

/// The same stack with every slice in its parts, from the feet to the head like the slices.
Grid inParts(const Grid& grid, int parts, double sliceMm) {
    std::vector<PatientPoint> positions;
    for (const PatientPoint& middle : grid.slicePositions())
        for (int part = 0; part < parts; ++part)
            positions.push_back(middle + grid.normal() * (((part + 0.5) / parts - 0.5) * sliceMm));
    return Grid(grid.columns(), grid.rows(), grid.rowDirection(), grid.columnDirection(),
                grid.columnSpacingMm(), grid.rowSpacingMm(), std::move(positions));
}

/// std::lround is a call of the library's, and a head asks for it millions of times.
std::int16_t wholeHu(float hu) {
    return std::int16_t(hu + (hu < 0 ? -0.5f : 0.5f));
}

std::vector<std::int16_t> headVoxels(const HeadAnatomy& head, const Grid& grid) {
    // What a scanner blurs: about a pixel, and no less than 0.7 mm.
    const float edgeMm = std::max(0.7f, float(grid.columnSpacingMm()));
    const Point3 mark = narrowed(kMarkCentre);
    const Vec3 across = grid.rowDirection() * grid.columnSpacingMm();
    std::vector<std::int16_t> voxels(grid.voxelCount());
    auto voxel = voxels.begin();
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j) {
            const PatientPoint start = grid.toPatient({0, double(j), double(k)});
            for (int i = 0; i < grid.columns(); ++i) {
                const Point3 p = narrowed(start + across * double(i));
                const float share = coverage(kMarkRadiusMm - length(p - mark), edgeMm);
                *voxel++ = wholeHu(mix(head.hu(p, edgeMm), kMarkHu, share));
            }
        }
    return voxels;
}

/// A slice shows the mean of what lies in its thickness: under the vertex brain and bone share one.
std::vector<std::int16_t> slicesOf(std::span<const std::int16_t> parts, int perSlice, const Grid& grid) {
    if (perSlice == 1) return {parts.begin(), parts.end()};
    const std::size_t n = grid.voxelsPerSlice();
    std::vector<std::int16_t> slices;
    slices.reserve(grid.voxelCount());
    for (int k = 0; k < grid.slices(); ++k)
        for (std::size_t v = 0; v < n; ++v) {
            int sum = 0;
            for (int part = 0; part < perSlice; ++part)
                sum += parts[std::size_t(k * perSlice + part) * n + v];
            slices.push_back(wholeHu(float(sum) / float(perSlice)));
        }
    return slices;
}

/// Noise as a scanner's smooth kernel leaves it: neighbours share it, over (1 2 1) x (1 2 1).
void addNoise(std::span<std::int16_t> slice, int columns, int rows, double deviation, std::uint64_t seed) {
    if (deviation <= 0) return;
    const auto at = [&](std::vector<float>& v, int i, int j) -> float& {
        return v[std::size_t(std::clamp(j, 0, rows - 1)) * columns + std::clamp(i, 0, columns - 1)];
    };
    std::vector<float> white(slice.size()), across(slice.size());
    for (std::size_t n = 0; n < white.size(); ++n)
        white[n] = normalNoise(n, seed);
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i)
            at(across, i, j) = at(white, i - 1, j) + 2 * at(white, i, j) + at(white, i + 1, j);
    // Each pass sums 1, 2, 1: a deviation of sqrt(6), and 6 after both.
    const float scale = float(deviation) / 6;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const float n = at(across, i, j - 1) + 2 * at(across, i, j) + at(across, i, j + 1);
            std::int16_t& hu = slice[std::size_t(j) * columns + i];
            hu = wholeHu(std::max(float(hu) + scale * n, -1024.f));
        }
}

bool isMissing(const PhantomSpec& spec, int k) {
    return std::find(spec.missingSlices.begin(), spec.missingSlices.end(), k) != spec.missingSlices.end();
}

VolumePtr withoutMissing(const PhantomSpec& spec, const Grid& whole, std::vector<std::int16_t> voxels) {
    std::vector<PatientPoint> positions;
    std::vector<std::int16_t> kept;
    for (int k = 0; k < whole.slices(); ++k) {
        if (isMissing(spec, k)) continue;
        positions.push_back(whole.slicePositions()[k]);
        const auto slice = std::span(voxels).subspan(k * whole.voxelsPerSlice(), whole.voxelsPerSlice());
        kept.insert(kept.end(), slice.begin(), slice.end());
    }
    Grid grid(whole.columns(), whole.rows(), whole.rowDirection(), whole.columnDirection(),
              whole.columnSpacingMm(), whole.rowSpacingMm(), std::move(positions));
    return std::make_shared<const Volume>(std::move(grid), std::move(kept), spec.seriesInstanceUid);
}

/// A head that is being drawn: the stack it will be, and its voxels in parts finer than the slices.
struct Draft {
    explicit Draft(const PhantomSpec& s)
        : spec(s),
          head(s.seed),
          whole(wholeGrid(s)),
          parts(partsOf(s.sliceSpacingMm)),
          fine(inParts(whole, parts, s.sliceSpacingMm)),
          voxels(headVoxels(head, fine)) {}

    const PhantomSpec& spec;
    HeadAnatomy head;
    Grid whole;
    int parts;
    Grid fine;
    std::vector<std::int16_t> voxels; ///< of `fine`
};

/// As a scanner shows it.
VolumePtr scanned(const Draft& draft) {
    const PhantomSpec& spec = draft.spec;
    const std::size_t n = draft.whole.voxelsPerSlice();
    std::vector<std::int16_t> voxels = slicesOf(draft.voxels, draft.parts, draft.whole);
    for (int k = 0; k < spec.slices; ++k)
        addNoise(std::span(voxels).subspan(k * n, n), spec.columns, spec.rows, spec.noiseHu,
                 spec.seed * 100003ull + k);
    return withoutMissing(spec, draft.whole, std::move(voxels));
}

Phantom drawn(Draft& draft) {
    const PhantomSpec& spec = draft.spec;
    if (!spec.bleed) return {scanned(draft), {}, {}, {}};
    const Grid& fine = draft.fine;
    const std::size_t n = fine.voxelsPerSlice();
    const BleedHost host{[&](PatientPoint p) { return draft.head.surroundingsAt(narrowed(p)); },
                         HeadAnatomy::cavityBox()};
    std::vector<std::size_t> voxels = drawBleed(*spec.bleed, host, fine, draft.voxels, spec.seed).voxels;
    std::erase_if(voxels, [&](std::size_t v) { return isMissing(spec, int(v / n) / draft.parts); });
    std::vector<PatientPoint> places;
    places.reserve(voxels.size());
    for (const std::size_t v : voxels)
        places.push_back(placeOfVoxel(fine, v));
    const DrawnBleed bleed = describeBleed(std::move(voxels), fine);
    return {scanned(draft), bleed.volumeMl, bleed.centre, std::move(places)};
}

} // namespace

Phantom makePhantom(const PhantomSpec& spec) {
    Draft draft(spec);
    return drawn(draft);
}

PhantomAndHead makePhantomAndHead(const PhantomSpec& spec) {
    Draft draft(spec);
    VolumePtr head = scanned(draft);
    return {drawn(draft), std::move(head)};
}

} // namespace hemo
