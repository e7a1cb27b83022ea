#pragma once

#include "app/panels/compare_words.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QLabel;

namespace hemo::ui {

/// Stands over one of several readings side by side: which series it is, of when, whether it is another
/// patient's, and the way to take it away. GUI thread.
class CompareHeader : public QWidget {
    Q_OBJECT
public:
    CompareHeader(ViewportId viewport, Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSeries();

    const ViewportId m_viewport;
    CompareHeading m_heading;
    QLabel *m_role, *m_interval, *m_series, *m_alert;
};

} // namespace hemo::ui
