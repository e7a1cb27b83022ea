#pragma once

#include "core/state/select/review.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QToolButton;

namespace hemo::ui {

/// What the reader says of the finding that they are at: accept, reject with a reason, unsure, and words of
/// their own. Hidden where the slice has no finding. GUI thread.
class ReviewBar : public QWidget {
    Q_OBJECT
public:
    ReviewBar(Dispatch dispatch, QWidget* parent);
    /// `reading`: null where no series is open.
    void setState(const AppState& state, const Reading* reading);

    /// The reasons as a menu; where the slice has no finding nothing happens.
    void askReason();
    /// The line for words, where there is a decision.
    void askWords();

private:
    QToolButton* decisionButton(Decision decision, const QString& text);
    QToolButton* buildReason();
    void showReview(const FindingReview* review);
    void comment();

    Dispatch m_dispatch;
    ReadingId m_reading = ReadingId::None;
    int m_finding = -1; ///< index into the findings that are shown
    QString m_said;     ///< the words as they are kept
    std::array<QToolButton*, 3> m_decisions{};
    QToolButton* m_reason;
    QLineEdit* m_comment;
};

} // namespace hemo::ui
