#include "viewer/widgets/audience_view.h"

#include "viewer/widgets/palette.h"

#include <QPainter>

#include <cmath>

namespace hemo::ui {
namespace {

/// Text of 10 pt is 24 pt for the audience.
constexpr double kLarger = 2.4;
constexpr double kSpot = 9; ///< radius

} // namespace

AudienceView::AudienceView(QWidget* parent) : QWidget(parent) {
    setObjectName("audience");
    setAccessibleName(tr("What the audience sees"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(320, 240);
    setCursor(Qt::BlankCursor); // the one spot in it is the presenter's
}

void AudienceView::setState(const AppState& state) {
    const ViewportId seen = select::scrolledViewport(state);
    SliceScene scene = sliceScene(state, seen);
    const auto& hover = state.screen.hover;
    const auto pointed = hover && hover->viewport == seen ? std::optional(hover->place) : std::nullopt;
    if (scene == m_scene && pointed == m_pointed) return;
    m_scene = std::move(scene);
    m_pointed = pointed;
    if (!m_scene.native) m_painter.forget();
    update();
}

void AudienceView::setBlack(bool isBlack) {
    m_isBlack = isBlack;
    update();
}

QSize AudienceView::surface() const {
    return {std::max(1, int(std::lround(width() / kLarger))),
            std::max(1, int(std::lround(height() / kLarger)))};
}

std::optional<QPointF> AudienceView::spot() const {
    if (!m_pointed || !m_scene.native || !m_scene.hasSlice || m_isBlack) return std::nullopt;
    const Surface shown{surface(), devicePixelRatioF() * kLarger, {}};
    const QSize pixels = shown.devicePixels();
    const PicturePoint at = scenePlane(m_scene, pixels.width(), pixels.height()).toPicture(*m_pointed);
    return QPointF((at.x + 0.5) * width() / pixels.width(), (at.y + 0.5) * height() / pixels.height());
}

void AudienceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_isBlack) return;
    painter.drawImage(rect(), anonymousPicture(m_scene, m_painter, surface(), devicePixelRatioF() * kLarger));
    const auto at = spot();
    if (!at) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette::kTextOutline, 2));
    painter.setBrush(palette::kAccent);
    painter.drawEllipse(*at, kSpot, kSpot);
}

} // namespace hemo::ui
