#include "app/panels/lesson_box.h"

#include "app/panels/lesson_words.h"
#include "app/panels/panel_parts.h"
#include "core/state/actions/action.h"
#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/key_text.h"

#include <QDateTime>
#include <QPushButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

QLabel* readableLabel(const char* name, QWidget* parent) {
    QLabel* label = wrappedLabel(parent);
    label->setObjectName(name);
    label->setFont(readableFont(label->font()));
    return label;
}

QString lines(const std::vector<std::string>& texts) {
    QStringList all;
    for (const std::string& text : texts)
        all << caseText(text);
    return all.join('\n');
}

} // namespace

LessonBox::LessonBox(Dispatch dispatch, QWidget* parent) : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("lesson");
    setAccessibleName(tr("Case to learn from"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(6);
    m_title = titleLabel({}, this);
    m_title->setObjectName("caseTitle");
    m_title->setWordWrap(true);
    m_question = readableLabel("caseQuestion", this);
    m_question->setFont(largeFont(font()));
    m_truth = readableLabel("caseTruth", this);
    m_truth->setFont(largeFont(font()));
    m_score = readableLabel("caseScore", this);
    m_points = readableLabel("casePoints", this);
    m_licence = secondaryLabel(this);
    m_licence->setObjectName("caseLicence");
    m_next = new QPushButton(tr("Next case"), this);
    m_next->setObjectName("nextCase");
    m_next->setFocusPolicy(Qt::TabFocus);
    connect(m_next, &QPushButton::clicked, this, [this] {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        if (m_isAtEnd)
            m_dispatch(action::BeginAgain{now});
        else
            m_dispatch(action::NextCase{now});
    });
    column->addWidget(m_title);
    column->addWidget(m_question);
    m_choices = new QVBoxLayout;
    m_choices->setSpacing(4);
    column->addLayout(m_choices);
    for (QWidget* widget : {m_truth, m_score, m_points})
        column->addWidget(widget);
    m_keyImages = new QVBoxLayout;
    m_keyImages->setSpacing(4);
    column->addLayout(m_keyImages);
    column->addWidget(m_licence);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    column->addWidget(hairline(this));
    hide();
}

void LessonBox::setState(const AppState& state) {
    setVisible(state.lesson.has_value());
    if (!state.lesson) return;
    const TeachingCase* current = select::currentCase(state);
    m_isAtEnd = !current;
    if (current)
        showCase(state, *current);
    else
        showEnd(*state.lesson);
}

void LessonBox::showCase(const AppState& state, const TeachingCase& current) {
    const Lesson& lesson = *state.lesson;
    const bool isTold = select::isRevealed(state, Reveal::Truth);
    m_title->setText(caseTitle(*lesson.collection, *lesson.current));
    m_question->setText(QStringLiteral("%1. %2").arg(caseText(current.title), caseText(current.question)));
    fillChoices(state, current);
    showText(*m_truth, isTold ? truthText(current.truth) : QString());
    showText(*m_score, lesson.score ? scoreText(*lesson.score, lesson.progress->at(current.series).seconds)
                                    : QString());
    const bool isTaught = select::isRevealed(state, Reveal::TeachingPoints);
    showText(*m_points, isTaught ? lines(current.teachingPoints) : QString());
    fillKeyImages(state, isTaught ? current.keyImages : std::vector<KeyImage>());
    showText(*m_licence, caseText(current.licence));
    m_next->setText(isTaught ? tr("Next case") : tr("Another case"));
    m_next->setToolTip(withKey(m_next->text(), state, "next-case"));
}

void LessonBox::showEnd(const Lesson& lesson) {
    m_title->setText(caseText(lesson.collection->title));
    m_question->setText(tr("All cases are read; those that went wrong come back later."));
    for (QPushButton* button : m_choiceButtons)
        button->hide();
    showText(*m_truth, {});
    showText(*m_score, roundText(summaryOf(*lesson.collection, *lesson.progress)));
    showText(*m_points, {});
    for (QPushButton* button : m_keyImageButtons)
        button->hide();
    showText(*m_licence, {});
    m_next->setText(tr("Begin again"));
}

QPushButton* LessonBox::addButton(QVBoxLayout& column, std::vector<QPushButton*>& buttons) {
    auto* button = new QPushButton(this);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("role", "choice");
    column.addWidget(button);
    buttons.push_back(button);
    return button;
}

void LessonBox::fillChoices(const AppState& state, const TeachingCase& current) {
    const Lesson& lesson = *state.lesson;
    while (m_choiceButtons.size() < current.choices.size()) {
        const std::size_t index = m_choiceButtons.size();
        QPushButton* button = addButton(*m_choices, m_choiceButtons);
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, button, index] {
            button->setChecked(!button->isChecked()); // the state says it
            m_dispatch(action::ChooseAnswer{index});
        });
    }
    for (std::size_t n = 0; n < m_choiceButtons.size(); ++n) {
        QPushButton* button = m_choiceButtons[n];
        button->setVisible(n < current.choices.size());
        if (n >= current.choices.size()) continue;
        const bool isRight = select::isRevealed(state, Reveal::Truth) && current.rightChoice == n;
        const QString text = QString::fromStdString(current.choices[n]);
        button->setText(isRight ? tr("%1 (right)").arg(text) : text);
        button->setToolTip(withKey(text, state, "answer-" + std::to_string(n + 1)));
        button->setChecked(lesson.choice == n);
        button->setEnabled(select::canAnswerCase(state));
    }
}

void LessonBox::fillKeyImages(const AppState& state, std::span<const KeyImage> images) {
    const Reading* lead = select::shownIn(state, kLead);
    if (!lead || !isWhole(*lead)) images = {};
    m_shownImages.assign(images.begin(), images.end());
    while (m_keyImageButtons.size() < images.size()) {
        const std::size_t index = m_keyImageButtons.size();
        connect(addButton(*m_keyImages, m_keyImageButtons), &QPushButton::clicked, this, [this, index] {
            m_dispatch(action::MoveCrosshair{kLead, m_shownImages[index].place});
        });
    }
    for (std::size_t n = 0; n < m_keyImageButtons.size(); ++n) {
        m_keyImageButtons[n]->setVisible(n < images.size());
        if (n >= images.size()) continue;
        const int slice = lead->volume->grid().nearestSlice(images[n].place) + 1;
        const QString text = QString::fromStdString(images[n].text);
        m_keyImageButtons[n]->setText(text.isEmpty() ? tr("Key image: slice %1").arg(slice)
                                                     : tr("Slice %1: %2").arg(slice).arg(text));
    }
}

} // namespace hemo::ui
