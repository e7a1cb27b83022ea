#include "app/panels/review_bar.h"

#include "app/panels/review_words.h"
#include "core/state/select/answers.h"
#include "viewer/widgets/key_text.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr int kMostLetters = 200;

} // namespace

ReviewBar::ReviewBar(Dispatch dispatch, QWidget* parent) : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("reviewBar");
    setAccessibleName(tr("Your view of this finding"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(decisionButton(Decision::Accepted, tr("Accept")));
    row->addWidget(decisionButton(Decision::Rejected, tr("Reject")));
    row->addWidget(decisionButton(Decision::Unsure, tr("Unsure")));
    column->addLayout(row);
    m_reason = buildReason();
    column->addWidget(m_reason);
    m_comment = new QLineEdit(this);
    m_comment->setObjectName("findingComment");
    m_comment->setMaxLength(kMostLetters);
    m_comment->setPlaceholderText(tr("Your words on it"));
    m_comment->setAccessibleName(tr("Your words on this finding"));
    connect(m_comment, &QLineEdit::editingFinished, this, &ReviewBar::comment);
    connect(m_comment, &QLineEdit::returnPressed, m_comment,
            &QWidget::clearFocus); // the keys are the pictures'
    column->addWidget(m_comment);
    hide();
}

QToolButton* ReviewBar::decisionButton(Decision decision, const QString& text) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("role", "choice");
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QToolButton::clicked, this, [this, button, decision] {
        button->setChecked(!button->isChecked()); // the state says it
        m_dispatch(action::DecideFinding{m_reading, m_finding, decision});
    });
    m_decisions[static_cast<std::size_t>(decision)] = button;
    return button;
}

QToolButton* ReviewBar::buildReason() {
    auto* button = new QToolButton(this);
    button->setObjectName("rejectReason");
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("Why it is no bleed of today"));
    auto* menu = new QMenu(button);
    auto* oneOf = new QActionGroup(menu);
    for (const RejectReason reason : kRejectReasons) {
        QAction* choice = oneOf->addAction(reasonText(reason));
        choice->setData(static_cast<int>(reason));
        choice->setCheckable(true);
    }
    menu->addActions(oneOf->actions());
    button->setMenu(menu);
    connect(menu, &QMenu::triggered, this, [this](QAction* chosen) {
        m_dispatch(action::RejectFindingFor{m_reading, m_finding,
                                            static_cast<RejectReason>(chosen->data().toInt())});
    });
    return button;
}

void ReviewBar::setState(const AppState& state, const Reading* reading) {
    const auto here = reading ? select::findingHere(state, *reading) : std::nullopt;
    setVisible(here.has_value());
    for (const auto& [decision, command] :
         {std::pair(Decision::Accepted, "accept-finding"), std::pair(Decision::Rejected, "reject-finding"),
          std::pair(Decision::Unsure, "unsure-finding")}) {
        QToolButton& button = *m_decisions[static_cast<std::size_t>(decision)];
        button.setToolTip(withKey(button.text(), state, command));
    }
    const ReadingId id = reading ? reading->id : ReadingId::None;
    const int finding = here.value_or(-1);
    if (id != m_reading || finding != m_finding) m_comment->setModified(false); // words of another one
    m_reading = id;
    m_finding = finding;
    const FindingsPtr findings = here ? select::shownFindings(state, *reading) : nullptr;
    showReview(
        here ? reviewOf(select::shownReview(state, *reading), (*findings)[static_cast<std::size_t>(*here)])
             : nullptr);
}

void ReviewBar::showReview(const FindingReview* review) {
    for (std::size_t n = 0; n < m_decisions.size(); ++n)
        m_decisions[n]->setChecked(review && review->decision == static_cast<Decision>(n));
    const bool isRejected = review && review->decision == Decision::Rejected;
    m_reason->setVisible(isRejected);
    m_comment->setVisible(review); // words are on a decision
    const RejectReason reason = review ? review->reason : RejectReason::None;
    const QString name = reason == RejectReason::None ? tr("no reason given") : reasonText(reason).toLower();
    m_reason->setText(tr("Why: %1 ▾").arg(name));
    m_reason->setAccessibleName(tr("Why: %1").arg(name));
    for (QAction* choice : m_reason->menu()->actions())
        choice->setChecked(choice->data().toInt() == static_cast<int>(reason));
    m_said = review ? QString::fromStdString(review->comment) : QString();
    if (!m_comment->isModified()) m_comment->setText(m_said); // what is being typed stays
}

void ReviewBar::askReason() {
    if (isHidden()) return m_dispatch(action::Notify{{say("notice.no_finding_here"), false}});
    m_reason->menu()->popup(mapToGlobal(QPoint(0, height())));
}

void ReviewBar::askWords() {
    if (isHidden()) return m_dispatch(action::Notify{{say("notice.no_finding_here"), false}});
    if (m_comment->isHidden()) return m_dispatch(action::Notify{{say("notice.decide_first"), false}});
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void ReviewBar::comment() {
    m_comment->setModified(false);
    const QString words = m_comment->text().trimmed();
    if (words != m_said) m_dispatch(action::CommentFinding{m_reading, m_finding, words.toStdString()});
}

} // namespace hemo::ui
