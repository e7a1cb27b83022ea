#include "app/panels/finding_bars.h"

#include "core/classify/verdict/shown_p.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kBarHeight = 6, kGap = 8;

} // namespace

FindingBars::FindingBars(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Probabilities of this slice"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FindingBars::setPrediction(std::optional<SlicePrediction> prediction, std::optional<double> threshold) {
    if (prediction == m_prediction && threshold == m_threshold) return;
    m_prediction = prediction;
    m_threshold = threshold;
    QStringList words;
    if (m_prediction)
        for (const BleedType type : kBleedTypes)
            if (type == BleedType::Any || m_prediction->namesSubtypes)
                words << QStringLiteral("%1 %2").arg(bleedTypeText(type),
                                                     percentText(shownP(*m_prediction, type)));
    setAccessibleDescription(words.isEmpty() ? tr("Not read yet") : words.join(", "));
    update();
}

double FindingBars::rowHeight() const {
    return std::ceil(QFontMetricsF(font()).height()) + 4;
}

QSize FindingBars::sizeHint() const {
    return {200, static_cast<int>(rowHeight() * kBleedTypes.size())};
}

void FindingBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int row = 0;
    for (const BleedType type : kBleedTypes)
        paintRow(painter, row++, type);
}

void FindingBars::paintRow(QPainter& painter, int row, BleedType type) const {
    const bool isAny = type == BleedType::Any;
    // The columns are as wide as their longest words, so that the bars stand in line.
    const QFontMetricsF metrics(font());
    const double nameWidth = metrics.horizontalAdvance(bleedTypeText(BleedType::Intraparenchymal)) + kGap;
    const double numberWidth = metrics.horizontalAdvance("> 99 %") + kGap;
    QFont own = font();
    if (isAny) own.setWeight(QFont::DemiBold);
    painter.setFont(own);
    const QRectF line(0, row * rowHeight(), width(), rowHeight());
    painter.setPen(isAny ? colours().text : colours().secondaryText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, bleedTypeText(type));
    const QRectF track(nameWidth, line.center().y() - kBarHeight / 2, width() - nameWidth - numberWidth,
                       kBarHeight);
    painter.fillRect(track, colours().line);
    if (!m_prediction || (!isAny && !m_prediction->namesSubtypes)) return;
    const double p = shownP(*m_prediction, type);
    // Subtypes have no threshold of their own: they take the colour only on a slice that is over it.
    const bool isOver = m_threshold && m_prediction->any() > *m_threshold && p > *m_threshold;
    const QRectF bar(track.left(), track.top(), std::max(2.0, p * track.width()), track.height());
    painter.fillRect(bar, isOver ? colours().suspicion(p, *m_threshold) : colours().underThreshold);
    if (isAny && m_threshold) {
        const double x = std::round(track.left() + *m_threshold * track.width());
        painter.fillRect(QRectF(x, track.top() - 3, 1, track.height() + 6), colours().secondaryText);
    }
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, percentText(p));
}

} // namespace hemo::ui
