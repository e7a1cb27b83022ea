#pragma once

#include <QFont>
#include <QFrame>
#include <QLabel>
#include <QProgressBar>

namespace hemo::ui {

// Small pieces that the panels share; the style sheet knows them by their role.

/// What must be read from two metres away beside the headline: its capitals are 13 pixels high.
inline QFont largeFont(QFont font) {
    font.setPointSizeF(14);
    font.setWeight(QFont::DemiBold);
    return font;
}

/// What is read by whoever comes closer.
inline QFont readableFont(QFont font) {
    font.setPointSizeF(11);
    return font;
}

/// "STUDIES", "THIS SLICE".
inline QLabel* titleLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", "title");
    return label;
}

inline QLabel* wrappedLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    // Text of the files is shown as it stands, never read as mark-up.
    label->setTextFormat(Qt::PlainText);
    return label;
}

inline QLabel* secondaryLabel(QWidget* parent) {
    QLabel* label = wrappedLabel(parent);
    label->setProperty("role", "secondary");
    return label;
}

inline QFrame* hairline(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("role", "line");
    return line;
}

/// Progress as a thin line, which keeps its place in the layout while nothing is under way.
inline QProgressBar* thinProgress(const QString& accessibleName, QWidget* parent) {
    auto* bar = new QProgressBar(parent);
    bar->setTextVisible(false);
    bar->setRange(0, 1000);
    bar->setAccessibleName(accessibleName);
    QSizePolicy policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(policy);
    bar->hide();
    return bar;
}

/// With the next picture of the window. By itself the bar would paint at once, and all that waits to be
/// painted with it, in the middle of whatever told the progress.
inline void setFraction(QProgressBar& bar, double fraction) {
    const int value = static_cast<int>(fraction * 1000);
    if (value == bar.value()) return;
    bar.setUpdatesEnabled(false);
    bar.setValue(value);
    bar.setUpdatesEnabled(true);
}

/// Sets a label's text and hides it where there is none.
inline void showText(QLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace hemo::ui
