#include "viewer/widgets/heat_legend.h"

#include "core/image/heat_scale.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/to_image.h"
#include "viewer/widgets/tr.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kBarWidth = 18, kMostHeight = 88, kLeastHeight = 24, kGap = 6;
constexpr double kBrainHu = 35, kBloodHu = 65, kBoneHu = 800;

/// What the legend says of a scale, in words: the figures are told where the heat map is switched on. Shares
/// of a slice's own largest value cannot be compared between slices, and the title says so.
struct ScaleWords {
    QString title, full, gate;
};
ScaleWords wordsOf(HeatUnit unit) {
    if (unit == HeatUnit::LogOdds) return {tr("Evidence"), tr("strong"), tr("faint")};
    return {tr("Relative, in this slice"), tr("largest"), tr("a third")};
}

} // namespace

UnderHeat underHeat(WindowLevel window, bool isInverted) {
    const auto greyOf = [&](double hu) {
        const double grey = isInverted ? 1 - window.grey(hu) : window.grey(hu);
        const auto level = static_cast<std::uint8_t>(std::lround(255 * grey));
        return Rgba{level, level, level};
    };
    return {greyOf(kBrainHu), greyOf(kBloodHu), greyOf(kBoneHu)};
}

QRectF drawHeatLegend(QPainter& painter, const QRectF& space, const OverlayStyle& style, HeatUnit unit,
                      const UnderHeat& under) {
    const ScaleWords words = wordsOf(unit);
    const double line = QFontMetricsF(painter.font()).height();
    const double height = std::min(kMostHeight, space.height() - line - kGap);
    if (height < kLeastHeight) return {};
    const QRectF bar(space.left(), space.bottom() - height, kBarWidth, height);
    const int rows = static_cast<int>(std::lround(height * painter.device()->devicePixelRatioF()));
    painter.drawImage(bar, toImage(heatScale(rows, under, style)));
    painter.setPen(palette::kSecondaryText);
    painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5));

    QRectF taken = bar;
    const QRectF label(bar.right() + kGap, bar.top(), space.width() - kBarWidth - kGap, height);
    taken |= drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignTop, words.full, palette::kText);
    taken |= drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignBottom, words.gate, palette::kText);
    const QRectF title(space.left(), bar.top() - kGap - line, space.width(), line);
    taken |= drawOutlinedText(painter, title, Qt::AlignLeft | Qt::AlignVCenter, words.title, palette::kText);
    return taken;
}

} // namespace hemo::ui
