#pragma once

#include "viewer/render/slice_renderer.h"
#include "viewer/widgets/roi_cache.h"
#include "viewer/widgets/slice_annotations.h"

#include <QImage>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

namespace hemo::ui {

/// The part of a view's surface that shows the picture; beside it lies the slider.
struct Surface {
    QSize size;            ///< of the whole, logical pixels
    double pixelRatio = 1; ///< device pixels in a logical one
    QRectF area;           ///< that annotations are drawn into
    QSize devicePixels() const;
};

/// Paints scenes: the picture with its heat map, marks and everything that lies over it. Keeps the picture
/// that was made last, so that a change of what lies over it costs nothing. One thread at a time.
class ScenePainter {
public:
    /// `renderer` outlives it.
    explicit ScenePainter(render::SliceRenderer& renderer) : m_renderer(renderer) {}

    void paint(QPainter& painter, const SliceScene& scene, const Surface& surface);
    /// A view that is not seen must not keep a volume.
    void forget();
    RoiCache& roiValues() { return m_roiValues; }
    /// What the picture shows at a pixel where it is a difference, HU; none where it is none, or not known.
    std::optional<int> differenceAt(PicturePoint pixel) const;
    /// Where the words of marks stand in what was painted last: logical pixels.
    const std::vector<QRectF>& markWords() const { return m_markWords; }

private:
    RgbaImage plainPicture(const render::SliceRequest& request,
                           const std::optional<render::SliceRequest>& off);
    void refresh(const SliceScene& scene, const PicturePlane& plane, double pixelRatio);

    render::SliceRenderer& m_renderer;
    RoiCache m_roiValues;
    std::vector<QRectF> m_markWords;
    // the picture last made, and what it was made of
    render::SliceRequest m_request;
    std::optional<render::SliceRequest> m_off; ///< what was taken off
    std::vector<std::int16_t> m_values;        ///< HU of every pixel then, or the difference
    HeatLayer m_heat;
    HeatSeen m_heatSeen = HeatSeen::No;
    RgbaImage m_plain, m_heatLayer;
    QImage m_picture;
};

/// A scene by itself, as it is seen but without the patient's name: what leaves the program names nobody.
QImage anonymousPicture(SliceScene scene, ScenePainter& painter, QSize size, double pixelRatio);

} // namespace hemo::ui
