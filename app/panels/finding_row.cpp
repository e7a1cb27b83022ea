#include "app/panels/finding_row.h"

#include "app/panels/panel_parts.h"
#include "viewer/widgets/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace hemo::ui {
namespace {

constexpr int kMargin = 5; // the border's pixel is part of it
/// As they stand below each other.
QStringList spokenLines(const FindingWords& words) {
    QStringList lines{words.where, words.what, words.decision};
    lines.removeAll(QString());
    return lines;
}

constexpr int kLinesFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

FindingRow::FindingRow(const FindingWords& words, QWidget* parent)
    : QPushButton(spokenLines(words).join('\n'), parent), m_words(words) {
    setObjectName("finding");
    setProperty("role", "finding");
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont FindingRow::whereFont() const {
    return largeFont(font());
}

int FindingRow::linesHeight(const QFont& font, const QString& text, int width) const {
    if (text.isEmpty()) return 0;
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), kLinesFlags, text).height();
}

int FindingRow::heightForWidth(int width) const {
    const int inner = width - 2 * kMargin;
    return linesHeight(whereFont(), m_words.where, inner) + linesHeight(font(), m_words.what, inner) +
           linesHeight(font(), m_words.decision, inner) + 2 * kMargin;
}

/// As narrow as its longest word: the layout says how wide it is, and it says how high that makes it.
QSize FindingRow::minimumSizeHint() const {
    int longest = 0;
    for (const QString& word : m_words.where.split(' '))
        longest = std::max(longest, QFontMetrics(whereFont()).horizontalAdvance(word));
    for (const QString& word : m_words.what.split(' '))
        longest = std::max(longest, fontMetrics().horizontalAdvance(word));
    const int width = longest + 2 * kMargin;
    return {width, 2 * kMargin + QFontMetrics(whereFont()).height()};
}

QSize FindingRow::sizeHint() const {
    const int width = minimumSizeHint().width();
    return {width, heightForWidth(width)};
}

void FindingRow::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear(); // the style would draw it in one font, and cut it
    painter.drawControl(QStyle::CE_PushButton, option);
    const QRect inner = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.setFont(whereFont());
    painter.setPen(m_words.isDim ? colours().disabledText : colours().text);
    painter.drawText(inner, kLinesFlags, m_words.where);
    int below = linesHeight(whereFont(), m_words.where, inner.width());
    painter.setFont(font());
    painter.setPen(m_words.isDim ? colours().disabledText : colours().secondaryText);
    painter.drawText(inner.adjusted(0, below, 0, 0), kLinesFlags, m_words.what);
    below += linesHeight(font(), m_words.what, inner.width());
    painter.setPen(colours().text); // the reader's own words are never dim
    painter.drawText(inner.adjusted(0, below, 0, 0), kLinesFlags, m_words.decision);
}

} // namespace hemo::ui
