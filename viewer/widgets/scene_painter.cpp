#include "viewer/widgets/scene_painter.h"

#include "core/image/difference.h"
#include "viewer/widgets/mark_painting.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/place_painting.h"
#include "viewer/widgets/to_image.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {

namespace {

/// At the same places, in whatever greys.
bool showsTheSame(render::SliceRequest a, const render::SliceRequest& b) {
    a.window = b.window;
    a.polarity = b.polarity;
    return a == b;
}

} // namespace

QSize Surface::devicePixels() const {
    return {int(std::lround(size.width() * pixelRatio)), int(std::lround(size.height() * pixelRatio))};
}

void ScenePainter::paint(QPainter& painter, const SliceScene& scene, const Surface& surface) {
    painter.fillRect(QRect({}, surface.size), palette::kImageBackground);
    AnnotationFrame frame{{}, surface.pixelRatio, surface.area};
    std::vector<std::vector<QLineF>> marks;
    if (!scene.native || !scene.hasSlice) forget();
    if (scene.native) {
        const QSize pixels = surface.devicePixels();
        frame.plane = scenePlane(scene, pixels.width(), pixels.height());
        if (scene.hasSlice) {
            refresh(scene, frame.plane, surface.pixelRatio);
            painter.drawImage(QPointF(0, 0), m_picture);
        }
        marks = drawMarks(painter, scene, frame);
        if (scene.hasSlice) drawOwnPlaces(painter, scene, frame);
    }
    const std::vector<QRectF> words = drawAnnotations(painter, scene, frame, m_heatSeen);
    m_markWords = drawMarkWords(painter, scene, frame, std::move(marks), words, m_roiValues);
}

void ScenePainter::forget() {
    m_request = {};
    m_off.reset();
    m_values = {};
    m_heat = {};
    m_heatSeen = HeatSeen::No;
    m_picture = {};
}

/// While the window alone changes, no plane is drawn anew.
RgbaImage ScenePainter::plainPicture(const render::SliceRequest& request,
                                     const std::optional<render::SliceRequest>& off) {
    const bool isKnown = showsTheSame(request, m_request) && off.has_value() == m_off.has_value() &&
                         (!off || showsTheSame(*off, *m_off));
    if (!isKnown || m_values.empty()) {
        m_values = m_renderer.values(request);
        if (off) m_values = differenceOf(m_values, m_renderer.values(*off));
    }
    if (!off) return m_renderer.coloured(m_values, request);
    return differencePicture(m_values, request.plane.width, request.plane.height, request.window.width / 2);
}

std::optional<int> ScenePainter::differenceAt(PicturePoint pixel) const {
    const PicturePlane& plane = m_request.plane;
    const auto x = std::lround(pixel.x), y = std::lround(pixel.y);
    if (!m_off || x < 0 || y < 0 || x >= plane.width || y >= plane.height) return std::nullopt;
    const auto n = static_cast<std::size_t>(y * plane.width + x);
    return n >= m_values.size() || m_values[n] == kOutsideHu ? std::nullopt : std::optional<int>(m_values[n]);
}

void ScenePainter::refresh(const SliceScene& scene, const PicturePlane& plane, double pixelRatio) {
    render::SliceRequest request{scene.native, scene.regular, plane, scene.slab, scene.window};
    request.polarity = scene.isInverted ? render::Polarity::Inverted : render::Polarity::Normal;
    // No heat over a picture that is not there yet.
    const HeatLayer heat = scene.emptyText.isEmpty() ? scene.heat : HeatLayer{};
    const bool isHeatNew = heat != m_heat || (heat.prediction && plane != m_request.plane);
    std::optional<render::SliceRequest> off;
    if (scene.takenOff)
        off = render::SliceRequest{scene.takenOff->native, scene.takenOff->regular,
                                   select::planeIn(*scene.takenOff, plane), scene.slab, scene.window};
    const bool isPictureNew = m_picture.isNull() || request != m_request || off != m_off;
    if (!isPictureNew && !isHeatNew) return;
    if (isPictureNew) m_plain = plainPicture(request, off);
    if (isHeatNew) { // kept while only the window changes: it costs more than the picture
        const PredictionPtr& prediction = heat.prediction;
        m_heatLayer =
            prediction ? heatLayer(plane, prediction->heat, heat.isSliceShown, heat.style) : RgbaImage{};
        const bool isSeen =
            std::ranges::any_of(m_heatLayer.pixels, [](const Rgba& pixel) { return pixel.a != 0; });
        m_heatSeen = isSeen ? HeatSeen::Yes : HeatSeen::No;
    }
    m_request = std::move(request);
    m_off = std::move(off);
    m_heat = heat;
    if (m_heat.prediction)
        m_picture = toImage(laidOver(m_plain, m_heatLayer));
    else
        m_picture = m_off ? toImage(m_plain) : greyImage(m_plain); // which m_plain outlives
    m_picture.setDevicePixelRatio(pixelRatio);
}

QImage anonymousPicture(SliceScene scene, ScenePainter& painter, QSize size, double pixelRatio) {
    scene.patientText.clear();
    scene.chosenMark.reset(); // handles are for the hand
    const Surface surface{size, pixelRatio, QRectF({}, size)};
    QImage picture(surface.devicePixels(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(pixelRatio);
    QPainter on(&picture);
    painter.paint(on, scene, surface);
    return picture;
}

} // namespace hemo::ui
