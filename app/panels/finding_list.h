#pragma once

#include "app/panels/finding_words.h"
#include "core/state/select/answers.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace hemo::ui {

/// The findings of the answer that is shown, one a row: where, which slices, how much. A click goes there.
/// GUI thread.
class FindingList : public QWidget {
    Q_OBJECT
public:
    FindingList(Dispatch dispatch, QWidget* parent);

    /// `reading`: null where no series is open.
    void setState(const AppState& state, const Reading* reading);

private:
    void build();

    Dispatch m_dispatch;
    QVBoxLayout* m_rows;
    QLabel* m_more;
    ReadingId m_reading = ReadingId::None;
    FindingsPtr m_findings; ///< what the rows stand for
    std::vector<FindingWords> m_words;
};

} // namespace hemo::ui
