#include "viewer/widgets/volume_outlines.h"

#include "viewer/widgets/palette.h"

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
            for (const OutlineEdge& edge : outlineEdges(*finding.outline, grid, k))
                rims.push_back({grid.toPatient(edge.from), grid.toPatient(edge.to)});
        }
    }
    return rims;
}

std::vector<QLineF> rimLines(const std::vector<RimPiece>& rims, const PicturePlane& picture, QSizeF pane,
                             const std::optional<CutPlane>& cut) {
    std::vector<QLineF> lines;
    if (picture.width <= 0 || picture.height <= 0) return lines;
    const auto onPane = [&](PatientPoint place) {
        const PicturePoint p = picture.toPicture(place);
        return QPointF((p.x + 0.5) * pane.width() / picture.width,
                       (p.y + 0.5) * pane.height() / picture.height);
    };
    for (const RimPiece& piece : rims)
        if (!cut || dot(piece.from - cut->through, cut->away) <= 0)
            lines.emplace_back(onPane(piece.from), onPane(piece.to));
    return lines;
}

void drawRims(QPainter& painter, const std::vector<QLineF>& lines) {
    if (lines.empty()) return;
    painter.setPen(QPen(palette::kSuspicionHigh, 1.2));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

} // namespace hemo::ui
