#pragma once

#include "core/state/select/answers.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace hemo::ui {

class FindingBars;
class FindingList;
class HeatRow;
class LessonBox;
class ModelButton;
class OwnFindingList;
class ReviewBar;
class RuleButton;
class SideBySide;
class VerdictForm;
class VerdictMarkBlock;
class WayButton;

/// The second reader's answer: what, how sure, where, by whom, and that it is not a diagnosis. GUI thread.
class VerdictCard : public QWidget {
    Q_OBJECT
public:
    VerdictCard(Dispatch dispatch, QWidget* parent);

    void setState(const AppState& state);
    /// Of the finding that the reader is at: why it is rejected, and words on it.
    void askReason();
    void askWords();
    /// Opens the list of models.
    void chooseModel();

Q_SIGNALS:
    /// The reader wants to know what the answer is worth.
    void worthAsked();
    /// The user wants a model to read that is not in the list.
    void modelAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildWhatIsSaid();
    void followForm(bool isAnswering);
    void showWholeForm();
    QWidget* buildAnswer();
    QWidget* buildDetails();
    QWidget* buildSlice();
    void showAnswer(const AppState& state, const Reading* reading);
    void showSlice(const AppState& state, const Reading* reading);

    Dispatch m_dispatch;
    ReadingId m_reading = ReadingId::None; ///< whose answer is shown
    VerdictMarkBlock* m_mark;
    WayButton* m_way;
    LessonBox* m_lesson;
    SideBySide* m_sideBySide;
    VerdictForm* m_form;
    QScrollArea* m_area; ///< around all that is said
    bool m_isAnswering = false;
    QLabel *m_title, *m_headline, *m_rest, *m_sure, *m_reason, *m_misses, *m_worth, *m_caution;
    RuleButton* m_rule;
    ModelButton* m_model;
    FindingList* m_findings;
    ReviewBar* m_review;
    OwnFindingList* m_ownFindings;
    QProgressBar* m_progress;
    QPushButton* m_retry; ///< Retry, Read or Stop, by what can be done
    bool m_isReading = false;
    QLabel* m_sliceTitle;
    FindingBars* m_bars;
    QWidget* m_details; ///< the slice and the heat: nothing of them while the answers are locked
    HeatRow* m_heat;
    QLabel* m_provenance;
};

} // namespace hemo::ui
