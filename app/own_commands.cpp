#include "app/own_commands.h"

#include "app/panels/way_words.h"
#include "core/state/select/answers.h"
#include "core/state/select/lesson.h"
#include "core/state/select/review.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/tr.h"

#include <QDateTime>

#include <array>

namespace hemo::ui {
namespace {

Command wayCommand(std::string_view id, WayOfReading way) {
    return {id,
            tr("Way of reading: %1").arg(wayText(way)),
            {},
            {},
            [](const AppState& s) { return !s.preferences.isWayFixed; },
            [way](const AppState& s) { return s.preferences.way == way; },
            [way](const AppState&) { return Action{action::ChooseWay{way}}; }};
}

bool canAnswer(const AppState& s) {
    const Reading* active = select::activeReading(s);
    return active && isWhole(*active) && !select::isPresented(s);
}

std::optional<int> findingHere(const AppState& s) {
    const Reading* active = select::activeReading(s);
    return active ? select::findingHere(s, *active) : std::nullopt;
}

/// What the reader has said of the finding that they are at; null where they have not.
const FindingReview* reviewHere(const AppState& s) {
    const auto here = findingHere(s);
    if (!here) return nullptr;
    const Reading& active = *select::activeReading(s);
    const Finding& finding = (*select::shownFindings(s, active))[static_cast<std::size_t>(*here)];
    return reviewOf(select::shownReview(s, active), finding);
}

Command decision(std::string_view id, const QString& text, Qt::Key key, Decision decision) {
    return {id,
            text,
            {QKeySequence(key)},
            {},
            hasPicture,
            [decision](const AppState& s) {
                const FindingReview* own = reviewHere(s);
                return own && own->decision == decision;
            },
            [decision](const AppState& s) {
                const auto here = findingHere(s);
                if (!here) return Action{action::Notify{{say("notice.no_finding_here"), false}}};
                return Action{action::DecideFinding{activeId(s), *here, decision}};
            }};
}

constexpr std::array<std::string_view, 6> kAnswers{"answer-1", "answer-2", "answer-3",
                                                   "answer-4", "answer-5", "answer-6"};

/// The n-th of a case's choices.
Command answer(std::size_t n) {
    return {kAnswers[n],
            tr("Answer %1 of the case").arg(n + 1),
            {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(n)))},
            {},
            [n](const AppState& s) {
                const TeachingCase* current = select::currentCase(s);
                return current && n < current->choices.size() && select::canAnswerCase(s);
            },
            {},
            [n](const AppState&) { return Action{action::ChooseAnswer{n}}; }};
}

} // namespace

void addOwnCommands(std::vector<Command>& all) {
    all.push_back({"own-verdict",
                   tr("Your own reading, or back"),
                   {QKeySequence(Qt::Key_Q)},
                   {},
                   canAnswer,
                   [](const AppState& s) { return s.screen.isAnswering; },
                   [](const AppState& s) {
                       if (s.screen.isAnswering) return Action{action::CloseVerdict{}};
                       return Action{action::OpenVerdict{activeId(s)}};
                   }});
    all.push_back(decision("accept-finding", tr("Accept this finding"), Qt::Key_Comma, Decision::Accepted));
    all.push_back(decision("reject-finding", tr("Reject this finding"), Qt::Key_Period, Decision::Rejected));
    all.push_back(decision("unsure-finding", tr("Unsure of this finding"), Qt::Key_U, Decision::Unsure));
    all.push_back({"reject-reason",
                   tr("Reject this finding, and say why"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Period)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back({"comment-finding",
                   tr("Your words on this finding"),
                   {QKeySequence(Qt::CTRL | Qt::Key_U)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back(toolCommand("own-finding", tr("A finding of your own: click on it"), Qt::SHIFT | Qt::Key_F,
                              "", Tool::OwnFinding));
    for (std::size_t n = 0; n < kAnswers.size(); ++n)
        all.push_back(answer(n));
    all.push_back(
        {"next-case",
         tr("The next case"),
         {QKeySequence(Qt::ALT | Qt::Key_Return)},
         {},
         [](const AppState& s) { return select::currentCase(s) != nullptr; },
         {},
         [](const AppState&) { return Action{action::NextCase{QDateTime::currentSecsSinceEpoch()}}; }});
    all.push_back({"reveal-more",
                   tr("Reveal the case, step by step"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Return)},
                   {},
                   select::canRevealMore,
                   {},
                   [](const AppState&) { return Action{action::RevealMore{}}; }});
    all.push_back(wayCommand("way-assisted", WayOfReading::Assisted));
    all.push_back(wayCommand("way-second-reader", WayOfReading::SecondReader));
    all.push_back(wayCommand("way-blind", WayOfReading::Blind));
}

} // namespace hemo::ui
