#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace hemo::ui {

/// The findings that the reader added to a series, a row each: a click goes there, the cross takes it away.
/// And where one more begins. GUI thread.
class OwnFindingList : public QWidget {
    Q_OBJECT
public:
    OwnFindingList(Dispatch dispatch, QWidget* parent);
    /// `reading`: null where no series is open.
    void setState(const AppState& state, const Reading* reading);

private:
    struct Row {
        QString text, tip;
        bool operator==(const Row&) const = default;
    };
    void build(const std::vector<Row>& rows);

    Dispatch m_dispatch;
    QVBoxLayout* m_rows;
    QWidget* m_add;
    ReadingId m_reading = ReadingId::None;
    ViewportId m_viewport = kLead; ///< that shows it
    std::vector<OwnFinding> m_findings;
    std::vector<Row> m_shown;
};

} // namespace hemo::ui
