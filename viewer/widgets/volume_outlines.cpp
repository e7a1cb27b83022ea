#include "viewer/widgets/volume_outlines.h"

#include "core/geometry/voxels.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/pane_point.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kApartMm = 3;

} // namespace

std::vector<RimPiece> rimsOf(const Findings& findings, const Grid& grid) {
    std::vector<RimPiece> rims;
    for (const Finding& finding : findings) {
        if (!finding.outline || finding.outline->voxels.empty()) continue;
        const auto sliceOf = [&](std::uint32_t voxel) { return int(voxel / grid.voxelsPerSlice()); };
        const auto& voxels = finding.outline->voxels; // in order
        std::optional<double> drawnMm;
        for (int k = sliceOf(voxels.front()); k <= sliceOf(voxels.back()); ++k) {
            const double mm = grid.sliceOffsetMm(k);
            if (drawnMm && std::abs(mm - *drawnMm) < kApartMm) continue;
            drawnMm = mm;
            for (const VoxelEdge& edge : edgesInSlice(voxels, grid, k))
                rims.push_back({grid.toPatient(edge.from), grid.toPatient(edge.to)});
        }
    }
    return rims;
}

std::vector<QLineF> rimLines(const std::vector<RimPiece>& rims, const PicturePlane& picture, QSizeF pane,
                             std::span<const CutPlane> cuts) {
    std::vector<QLineF> lines;
    if (picture.width <= 0 || picture.height <= 0) return lines;
    for (const RimPiece& piece : rims)
        if (isKept(cuts, piece.from))
            lines.emplace_back(onPane(piece.from, picture, pane), onPane(piece.to, picture, pane));
    return lines;
}

void drawRims(QPainter& painter, const std::vector<QLineF>& lines) {
    if (lines.empty()) return;
    painter.setPen(QPen(palette::kSuspicionHigh, 1.2));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

} // namespace hemo::ui
