#pragma once

#include "core/state/app_state.h"
#include "viewer/widgets/dispatch.h"

#include <QWidget>

#include <span>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hemo::ui {

/// The case that somebody learns from, over the card: its question and choices; once it is answered the
/// truth, what the answer was worth and what the case teaches; at the end how it all went. Hidden while
/// nobody learns. GUI thread.
class LessonBox : public QWidget {
    Q_OBJECT
public:
    LessonBox(Dispatch dispatch, QWidget* parent);
    void setState(const AppState& state);

private:
    void showCase(const AppState& state, const TeachingCase& current);
    void showEnd(const Lesson& lesson);
    void fillChoices(const AppState& state, const TeachingCase& current);
    QPushButton* addButton(QVBoxLayout& column, std::vector<QPushButton*>& buttons);
    void fillKeyImages(const AppState& state, std::span<const KeyImage> images);

    Dispatch m_dispatch;
    QLabel *m_title, *m_question, *m_truth, *m_score, *m_points, *m_licence;
    QVBoxLayout *m_choices, *m_keyImages;
    std::vector<QPushButton*> m_choiceButtons, m_keyImageButtons;
    std::vector<KeyImage> m_shownImages; ///< one a button
    QPushButton* m_next;
    bool m_isAtEnd = false;
};

} // namespace hemo::ui
