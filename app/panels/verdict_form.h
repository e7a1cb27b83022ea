#pragma once

#include "core/state/select/answers.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <array>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace hemo::ui {

/// The reader's own verdict in the card: a button that opens it, what can be chosen while it is open, and
/// what was committed. Each choice has its key on it. GUI thread.
class VerdictForm : public QWidget {
    Q_OBJECT
public:
    VerdictForm(Dispatch dispatch, QWidget* parent);
    /// `reading`: null where no series is open.
    void setState(const AppState& state, const Reading* reading);

private:
    struct KindButton {
        BleedType kind;
        QToolButton* button;
    };
    QWidget* buildChoices();
    void buildAnswers(QGridLayout& grid);
    void buildKinds(QGridLayout& grid);
    void buildConfidence(QGridLayout& grid);
    QToolButton* choice(const QString& text, const QString& key, const QString& meaning);
    void showDraft(const ReaderVerdict& draft);
    void showCommitted(const AppState& state, const Reading* reading, bool isOpen);

    Dispatch m_dispatch;
    ReadingId m_reading = ReadingId::None;
    QLabel *m_committed, *m_first;
    QPushButton* m_open;
    QWidget *m_choices, *m_kindBox = nullptr;
    std::array<QToolButton*, 3> m_answers{};
    std::vector<KindButton> m_kinds;
    std::array<QToolButton*, kMostConfidence> m_confidence{};
    QLabel* m_gap = nullptr;
    QPushButton* m_commit = nullptr;
};

} // namespace hemo::ui
