#include "app/panels/verdict_form.h"

#include "app/panels/own_words.h"
#include "app/panels/panel_parts.h"
#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/words.h"

#include <QDateTime>
#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

using Answer = ReaderVerdict::Answer;

/// Of the five kinds, and the letters that their keys are.
struct KindKey {
    BleedType kind;
    const char* key;
};
constexpr std::array kKindKeys{KindKey{BleedType::Epidural, "E"}, KindKey{BleedType::Subdural, "D"},
                               KindKey{BleedType::Intraparenchymal, "P"},
                               KindKey{BleedType::Intraventricular, "V"},
                               KindKey{BleedType::Subarachnoid, "A"}};

QGridLayout* tightGrid(QWidget* box) {
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    return grid;
}

} // namespace

VerdictForm::VerdictForm(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("verdictForm");
    setAccessibleName(tr("Your own reading"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_committed = wrappedLabel(this);
    m_committed->setObjectName("ownVerdict");
    m_committed->setFont(readableFont(m_committed->font()));
    m_first = secondaryLabel(this);
    m_first->setObjectName("firstVerdict");
    m_open = new QPushButton(this);
    m_open->setObjectName("openVerdict");
    m_open->setFocusPolicy(Qt::TabFocus);
    connect(m_open, &QPushButton::clicked, this, [this] { m_dispatch(action::OpenVerdict{m_reading}); });
    m_choices = buildChoices();
    column->addWidget(m_committed);
    column->addWidget(m_first);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_choices);
}

QToolButton* VerdictForm::choice(const QString& text, const QString& key, const QString& meaning) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("role", "choice");
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setAccessibleName(meaning);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(meaning, key));
    return button;
}

QWidget* VerdictForm::buildChoices() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(titleLabel(tr("YOUR READING"), box));
    auto* answers = new QWidget(box);
    buildAnswers(*tightGrid(answers));
    column->addWidget(answers);
    m_kindBox = new QWidget(box);
    buildKinds(*tightGrid(m_kindBox));
    column->addWidget(m_kindBox);
    auto* confidence = new QWidget(box);
    buildConfidence(*tightGrid(confidence));
    column->addWidget(confidence);
    m_gap = secondaryLabel(box);
    m_gap->setObjectName("verdictGap");
    column->addWidget(m_gap);
    m_commit = new QPushButton(tr("Commit  (Enter)"), box);
    m_commit->setObjectName("commitVerdict");
    m_commit->setFocusPolicy(Qt::TabFocus);
    connect(m_commit, &QPushButton::clicked, this, [this] {
        m_dispatch(action::CommitVerdict{m_reading, QDateTime::currentSecsSinceEpoch()});
    });
    column->addWidget(m_commit, 0, Qt::AlignLeft);
    return box;
}

void VerdictForm::buildAnswers(QGridLayout& grid) {
    static constexpr const char* kKeys[] = {"B", "N", "C"};
    for (int n = 0; n < 3; ++n) {
        const auto answer = static_cast<Answer>(n);
        QToolButton* button =
            choice(tr("%1 · %2").arg(answerText(answer), kKeys[n]), kKeys[n], answerText(answer));
        connect(button, &QToolButton::clicked, this, [this, button, answer] {
            button->setChecked(!button->isChecked()); // the state says it
            m_dispatch(action::AnswerVerdict{m_reading, answer});
        });
        m_answers[static_cast<std::size_t>(n)] = button;
        const bool isLong = answer == Answer::CannotTell; // a line of its own: the card is narrow
        grid.addWidget(button, isLong ? 1 : 0, isLong ? 0 : n, 1, isLong ? 2 : 1);
    }
}

void VerdictForm::buildKinds(QGridLayout& grid) {
    for (const KindKey& each : kKindKeys) {
        const QString name = bleedTypeText(each.kind);
        QToolButton* button = choice(tr("%1 · %2").arg(name, each.key), each.key, name);
        connect(button, &QToolButton::clicked, this, [this, button, kind = each.kind] {
            button->setChecked(!button->isChecked());
            m_dispatch(action::ToggleKind{m_reading, kind});
        });
        const int n = static_cast<int>(m_kinds.size());
        const bool isShort = n < 2; // the long words have a line each
        grid.addWidget(button, isShort ? 0 : n - 1, isShort ? n : 0, 1, isShort ? 1 : 2);
        m_kinds.push_back({each.kind, button});
    }
}

void VerdictForm::buildConfidence(QGridLayout& grid) {
    for (int n = 1; n <= kMostConfidence; ++n) {
        const QString key = QString::number(n);
        QToolButton* button = choice(key, key, tr("%1, %2 of 5").arg(confidenceText(n)).arg(n));
        connect(button, &QToolButton::clicked, this, [this, button, n] {
            button->setChecked(!button->isChecked());
            m_dispatch(action::SetConfidence{m_reading, n});
        });
        m_confidence[static_cast<std::size_t>(n - 1)] = button;
        grid.addWidget(button, 0, n - 1);
    }
    auto* least = secondaryLabel(this);
    least->setText(confidenceText(1));
    auto* most = secondaryLabel(this);
    most->setText(confidenceText(kMostConfidence));
    most->setAlignment(Qt::AlignRight);
    grid.addWidget(least, 1, 0, 1, 2);
    grid.addWidget(most, 1, 3, 1, 2);
}

void VerdictForm::setState(const AppState& state, const Reading* reading) {
    m_reading = reading ? reading->id : ReadingId::None;
    setVisible(reading && isWhole(*reading) &&
               !select::isPresented(state)); // then nobody can answer any more
    const bool isOpen = reading && state.screen.isAnswering;
    m_choices->setVisible(isOpen);
    showCommitted(state, reading, isOpen);
    if (!isOpen) return;
    const ReaderVerdict* last = lastOf(reading->ownVerdict);
    showDraft(reading->verdictDraft ? *reading->verdictDraft : last ? *last : ReaderVerdict{});
}

void VerdictForm::showCommitted(const AppState& state, const Reading* reading, bool isOpen) {
    const OwnVerdict own = reading ? reading->ownVerdict : OwnVerdict{};
    const ReaderVerdict* last = lastOf(own);
    showText(*m_committed,
             last ? tr("You, %1: %2.").arg(timeText(last->committedAt), verdictLine(*last)) : QString());
    showText(*m_first,
             own.revised ? tr("First, %1: %2.").arg(timeText(own.first->committedAt), verdictLine(*own.first))
                         : QString());
    m_open->setText(withKey(last ? tr("Change your reading") : tr("Your reading"), state, "own-verdict"));
    m_open->setVisible(!isOpen);
}

void VerdictForm::showDraft(const ReaderVerdict& draft) {
    for (std::size_t n = 0; n < m_answers.size(); ++n)
        m_answers[n]->setChecked(draft.answer == static_cast<Answer>(n));
    for (const KindButton& each : m_kinds)
        each.button->setChecked(std::ranges::find(draft.kinds, each.kind) != draft.kinds.end());
    for (std::size_t n = 0; n < m_confidence.size(); ++n)
        m_confidence[n]->setChecked(draft.confidence == static_cast<int>(n) + 1);
    const bool isBleed = draft.answer == Answer::Bleed;
    m_kindBox->setVisible(isBleed);
    const VerdictGap gap = gapIn(draft);
    const QString places = isBleed ? placesText(draft.places.size()) : QString();
    QStringList said{places.isEmpty() ? QString() : tr("%1 shown.").arg(places), gapText(gap)};
    said.removeAll(QString());
    showText(*m_gap, said.join(' '));
    m_commit->setEnabled(gap == VerdictGap::Nothing);
}

} // namespace hemo::ui
