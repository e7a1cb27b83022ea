#include "viewer/widgets/difference_legend.h"

#include "core/image/difference.h"
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

constexpr double kBarWidth = 12, kMostHeight = 88, kLeastHeight = 36, kGap = 6;

} // namespace

QRectF drawDifferenceLegend(QPainter& painter, const QRectF& space, double reachHu) {
    const double line = QFontMetricsF(painter.font()).height();
    const double height = std::min(kMostHeight, space.height() - line - kGap);
    if (height < kLeastHeight) return {};
    const QRectF bar(space.left(), space.bottom() - height, kBarWidth, height);
    const int rows = static_cast<int>(std::lround(height * painter.device()->devicePixelRatioF()));
    painter.drawImage(bar, toImage(differenceScale(rows)));
    painter.setPen(palette::kSecondaryText);
    painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5));

    const QString reach = QString::number(std::lround(reachHu));
    QRectF taken = bar;
    const QRectF label(bar.right() + kGap, bar.top(), space.width() - kBarWidth - kGap, height);
    taken |= drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignTop, tr("+%1 HU").arg(reach),
                              palette::kText);
    taken |= drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"),
                              palette::kText);
    taken |= drawOutlinedText(painter, label, Qt::AlignLeft | Qt::AlignBottom, tr("\u2212%1 HU").arg(reach),
                              palette::kText);
    const QRectF title(space.left(), bar.top() - kGap - line, space.width(), line);
    taken |=
        drawOutlinedText(painter, title, Qt::AlignLeft | Qt::AlignVCenter, tr("Difference"), palette::kText);
    return taken;
}

} // namespace hemo::ui
