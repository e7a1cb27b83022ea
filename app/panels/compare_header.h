#pragma once

#include "app/panels/compare_words.h"

#include <QWidget>

class QLabel;

namespace hemo::ui {

/// Stands over one of two views side by side: which series it is, of when, and whether it is another
/// patient's. GUI thread.
class CompareHeader : public QWidget {
    Q_OBJECT
public:
    CompareHeader(ComparedSeries which, QWidget* parent);

    void setState(const AppState& state);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSeries();

    const ComparedSeries m_which;
    CompareHeading m_heading;
    QLabel *m_role, *m_interval, *m_series, *m_alert;
};

} // namespace hemo::ui
