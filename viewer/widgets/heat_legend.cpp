#include "viewer/widgets/heat_legend.h"

#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

namespace hemo::ui {
namespace {

constexpr double kBarWidth = 10, kMostHeight = 88, kLeastHeight = 24, kGap = 6;

QGradient heatGradient(const QRectF& bar, const OverlayStyle& style) {
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    constexpr int kStops = 24;
    for (int i = 0; i <= kStops; ++i) {
        const double t = double(i) / kStops;
        const Rgba c = heatColour(style.gateLogOdds + t * (style.fullLogOdds - style.gateLogOdds), style);
        gradient.setColorAt(t, QColor(c.r, c.g, c.b, c.a));
    }
    return gradient;
}

/// What the legend says of a scale. Shares of a slice's own largest value are never written as numbers of
/// their own: they cannot be compared between slices.
struct ScaleWords {
    QString title, full, gate;
};
ScaleWords wordsOf(const OverlayStyle& style, HeatUnit unit) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("SliceView", text); };
    const auto logOdds = [](double value) { return QStringLiteral("+%1").arg(value, 0, 'f', 1); };
    if (unit == HeatUnit::LogOdds)
        return {tr("Evidence, log-odds"), logOdds(style.fullLogOdds), logOdds(style.gateLogOdds)};
    return {tr("Relative, in this slice"), tr("largest"), tr("a third")};
}

} // namespace

void drawHeatLegend(QPainter& painter, const QRectF& space, const OverlayStyle& style, HeatUnit unit) {
    const ScaleWords words = wordsOf(style, unit);
    const double line = QFontMetricsF(painter.font()).height();
    const double height = std::min(kMostHeight, space.height() - line - kGap);
    if (height < kLeastHeight) return;
    const QRectF bar(space.left(), space.bottom() - height, kBarWidth, height);
    painter.fillRect(bar, Qt::black);
    painter.fillRect(bar, heatGradient(bar, style));
    painter.setPen(palette::kSecondaryText);
    painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5));

    const QRectF label(bar.right() + kGap, bar.top(), space.width() - kBarWidth - kGap, height);
    drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignTop, words.full, palette::kText);
    drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignBottom, words.gate, palette::kText);
    const QRectF title(space.left(), bar.top() - kGap - line, space.width(), line);
    drawOutlinedText(painter, title, Qt::AlignLeft | Qt::AlignVCenter, words.title, palette::kText);
}

} // namespace hemo::ui
