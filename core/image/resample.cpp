#include "core/image/resample.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

/// A tilted gantry moves slices sideways by less than the head is wide; positions that ask for more are
/// damaged.
constexpr double kMostWander = 3;

double smallestStep(const Grid& grid) {
    double smallest = 1e9;
    for (int k = 1; k < grid.slices(); ++k)
        smallest = std::min(smallest, grid.sliceOffsetMm(k) - grid.sliceOffsetMm(k - 1));
    return std::max(smallest, 0.5);
}

/// The in-plane shift of the whole stack, in voxels, so that the upright grid covers every tilted slice.
struct Cover {
    int columnsBefore = 0, columnsAfter = 0, rowsBefore = 0, rowsAfter = 0;
};

Cover coverOf(const Grid& grid) {
    double loI = 0, hiI = 0, loJ = 0, hiJ = 0;
    for (const PatientPoint& p : grid.slicePositions()) {
        const Vec3 v = p - grid.slicePositions().front();
        const double i = dot(v, grid.rowDirection()) / grid.columnSpacingMm();
        const double j = dot(v, grid.columnDirection()) / grid.rowSpacingMm();
        loI = std::min(loI, i), hiI = std::max(hiI, i), loJ = std::min(loJ, j), hiJ = std::max(hiJ, j);
    }
    const auto up = [](double x) { return static_cast<int>(std::ceil(std::min(x, 1e6) - 1e-6)); };
    return {up(-loI), up(hiI), up(-loJ), up(hiJ)};
}

Grid regularGrid(const Grid& grid, const Cover& cover) {
    const double extent = grid.sliceOffsetMm(grid.slices() - 1);
    const int wanted = static_cast<int>(std::lround(extent / smallestStep(grid))) + 1;
    const int slices = std::clamp(wanted, 2, kMaxRegularSlices);
    const double step = extent / (slices - 1);
    const PatientPoint first = grid.slicePositions().front() -
                               grid.rowDirection() * (cover.columnsBefore * grid.columnSpacingMm()) -
                               grid.columnDirection() * (cover.rowsBefore * grid.rowSpacingMm());
    std::vector<PatientPoint> positions;
    positions.reserve(static_cast<std::size_t>(slices));
    for (int k = 0; k < slices; ++k)
        positions.push_back(first + grid.normal() * (k * step));
    return Grid(grid.columns() + cover.columnsBefore + cover.columnsAfter,
                grid.rows() + cover.rowsBefore + cover.rowsAfter, grid.rowDirection(), grid.columnDirection(),
                grid.columnSpacingMm(), grid.rowSpacingMm(), std::move(positions));
}

/// A slice of the source read at a constant sub-voxel shift: bilinear, kOutsideHu beyond it.
class ShiftedSlice {
public:
    ShiftedSlice(const Volume& volume, int k, double shiftI, double shiftJ)
        : m_voxels(volume.slice(k)),
          m_columns(volume.grid().columns()),
          m_rows(volume.grid().rows()),
          m_baseI(int(std::floor(shiftI))),
          m_baseJ(int(std::floor(shiftJ))),
          m_ti(float(shiftI - m_baseI)),
          m_tj(float(shiftJ - m_baseJ)) {}

    float at(int i, int j) const {
        const int x = i + m_baseI, y = j + m_baseJ;
        const float ti = x + 1 < m_columns ? m_ti : 0, tj = y + 1 < m_rows ? m_tj : 0;
        if (x < 0 || y < 0 || x >= m_columns || y >= m_rows) return kOutsideHu;
        const float a = value(x, y), b = ti > 0 ? value(x + 1, y) : a;
        const float c = tj > 0 ? value(x, y + 1) : a,
                    d = ti > 0 && tj > 0 ? value(x + 1, y + 1) : (ti > 0 ? b : c);
        if (std::min(std::min(a, b), std::min(c, d)) <= kOutsideHu) return a;
        return (a * (1 - ti) + b * ti) * (1 - tj) + (c * (1 - ti) + d * ti) * tj;
    }

private:
    float value(int x, int y) const { return m_voxels[static_cast<std::size_t>(y) * m_columns + x]; }
    std::span<const std::int16_t> m_voxels;
    int m_columns, m_rows, m_baseI, m_baseJ;
    float m_ti, m_tj;
};

/// Ends early where it is stopped.
void fillSlice(const Volume& source, const Grid& target, int k, bool inGap, int below, double t,
               std::span<std::int16_t> out, const TaskContext& context) {
    const Grid& from = source.grid();
    const auto shifted = [&](int slice) {
        const PatientPoint onSlice = target.slicePositions()[k];
        const Vec3 v = onSlice - from.slicePositions()[slice];
        return ShiftedSlice(source, slice, dot(v, from.rowDirection()) / from.columnSpacingMm(),
                            dot(v, from.columnDirection()) / from.rowSpacingMm());
    };
    // A voxel near the edge of a gap still belongs to the slice it is next to: half the typical spacing.
    const double step = from.sliceOffsetMm(below + 1) - from.sliceOffsetMm(below);
    const double reach = from.typicalSpacingMm() / 2;
    if (inGap && t * step > reach && (1 - t) * step > reach) return;
    const ShiftedSlice a = shifted(below), b = shifted(below + 1);
    const float weight = inGap ? (t < 0.5 ? 0.f : 1.f) : static_cast<float>(t);
    for (int j = 0; j < target.rows() && !context.cancelled(); ++j)
        for (int i = 0; i < target.columns(); ++i) {
            const float va = weight < 1 ? a.at(i, j) : kOutsideHu, vb = weight > 0 ? b.at(i, j) : kOutsideHu;
            float v = va * (1 - weight) + vb * weight;
            if (va <= kOutsideHu || vb <= kOutsideHu) v = weight < 0.5f ? va : vb;
            out[static_cast<std::size_t>(j) * target.columns() + i] =
                static_cast<std::int16_t>(std::lround(v));
        }
}

} // namespace

Result<VolumePtr> resampleRegular(const VolumePtr& volume, const TaskContext& context) {
    const Grid& from = volume->grid();
    if (from.slices() < 2 || from.isRegular()) return volume;
    const Cover cover = coverOf(from);
    const double columns = double(from.columns()) + cover.columnsBefore + cover.columnsAfter;
    const double rows = double(from.rows()) + cover.rowsBefore + cover.rowsAfter;
    if (columns > kMostWander * from.columns() || rows > kMostWander * from.rows())
        return fail(ErrorCode::Unsupported, say("reformat.sideways"));
    const Grid target = regularGrid(from, cover);
    const std::vector<Gap> gaps = findGaps(from);
    std::vector<std::int16_t> voxels; // filled slice by slice: all at once could not be stopped
    voxels.reserve(target.voxelCount());
    for (int k = 0; k < target.slices(); ++k) {
        if (context.cancelled()) return cancelled();
        context.report(double(k) / target.slices(), say("stage.reformats"));
        voxels.resize((k + 1) * target.voxelsPerSlice(), kOutsideHu);
        const double along = from.toVoxel(target.slicePositions()[k]).k;
        const int below = std::clamp(static_cast<int>(std::floor(along + 1e-9)), 0, from.slices() - 2);
        const bool inGap =
            std::any_of(gaps.begin(), gaps.end(), [&](const Gap& g) { return g.after == below; });
        fillSlice(*volume, target, k, inGap, below, std::clamp(along - below, 0.0, 1.0),
                  std::span(voxels).subspan(k * target.voxelsPerSlice(), target.voxelsPerSlice()), context);
    }
    if (context.cancelled()) return cancelled(); // within the last slice
    return std::make_shared<const Volume>(target, std::move(voxels), volume->seriesInstanceUid());
}

} // namespace hemo
