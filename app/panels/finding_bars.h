#pragma once

#include "core/classify/verdict/prediction.h"

#include <QWidget>

#include <optional>

namespace hemo::ui {

/// Probabilities of one slice: any hemorrhage and the five subtypes, each a name, a thin bar and a
/// percentage.
class FindingBars : public QWidget {
    Q_OBJECT
public:
    explicit FindingBars(QWidget* parent);

    /// No prediction: the rows stay, empty, so that nothing moves when an answer comes. No threshold: none is
    /// called suspicious.
    void setPrediction(std::optional<SlicePrediction> prediction, std::optional<double> threshold);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRow(QPainter& painter, int row, BleedType type) const;
    double rowHeight() const;

    std::optional<SlicePrediction> m_prediction;
    std::optional<double> m_threshold; ///< of p(any)
};

} // namespace hemo::ui
