#pragma once

#include "core/reading_log/log_summary.h"

#include <QWidget>

#include <vector>

namespace hemo::ui {

/// ROC curves of a reader, one a condition, told apart by their lines and named beside them. GUI thread.
class RocPlot : public QWidget {
    Q_OBJECT
public:
    explicit RocPlot(QWidget* parent);
    /// Those conditions alone that have a curve.
    void setConditions(const std::vector<ConditionSummary>& conditions);
    std::size_t curves() const { return m_shown.size(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<ConditionSummary> m_shown;
};

} // namespace hemo::ui
