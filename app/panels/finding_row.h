#pragma once

#include "app/panels/finding_words.h"

#include <QPushButton>

namespace hemo::ui {

/// A finding to press: where it is and how much in large letters, the rest below. A line that is too long
/// goes on in the next one, so that the row is never wider than what it stands in. GUI thread.
class FindingRow : public QPushButton {
    Q_OBJECT
public:
    FindingRow(const FindingWords& words, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QFont whereFont() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int linesHeight(const QFont& font, const QString& text, int width) const;

    FindingWords m_words;
};

} // namespace hemo::ui
