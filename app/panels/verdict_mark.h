#pragma once

#include "app/panels/verdict_words.h"

#include <QColor>
#include <QWidget>

namespace hemo::ui {

/// The block beside the headline of the card: filled, broken, open, hatched or dashed, so that the answer is
/// told apart by shape before colour. As high as what it stands beside; nothing to be clicked. GUI thread.
class VerdictMarkBlock : public QWidget {
    Q_OBJECT
public:
    explicit VerdictMarkBlock(QWidget* parent);
    void setMark(VerdictMark mark, QColor colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    VerdictMark m_mark = VerdictMark::None;
    QColor m_colour;
};

} // namespace hemo::ui
