#pragma once

#include "app/panels/finding_words.h"
#include "core/state/select/answers.h"
#include "core/state/select/changes.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace hemo::ui {

/// The findings of the answer that is shown, one a row: where, which slices, how much, and what became of it
/// since an earlier study that stands beside. A click goes there. GUI thread.
class FindingList : public QWidget {
    Q_OBJECT
public:
    FindingList(Dispatch dispatch, QWidget* parent);

    /// `reading`: null where no series is open.
    void setState(const AppState& state, const Reading* reading);

private:
    /// What is compared, and how it came out: kept while neither changes, because it takes milliseconds.
    struct Compared {
        FindingsPtr now, earlier;
        RigidTransform toEarlier;
        QString since; ///< the day of the earlier study
        Sides sides = Sides::Known;
        FindingChanges changes;
    };
    void compare(const AppState& state, const Reading& reading, const FindingsPtr& findings);
    std::vector<FindingWords> wordsOf(const AppState& state, const Findings& findings,
                                      const Reading& reading) const;
    void build();
    void sayMore(const AppState& state);

    Dispatch m_dispatch;
    QVBoxLayout* m_rows;
    QLabel *m_more, *m_gone;
    ReadingId m_reading = ReadingId::None;
    FindingsPtr m_findings; ///< what the rows stand for
    std::vector<FindingWords> m_words;
    std::size_t m_left = 0; ///< that have no row
    std::optional<Compared> m_compared;
};

} // namespace hemo::ui
