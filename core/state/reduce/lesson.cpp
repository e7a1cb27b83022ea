#include "core/state/select/lesson.h"

#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"

namespace hemo {

using namespace action;

namespace {

/// Opening a case is opening a folder, which else ends a lesson. Readings of a case that was read before are
/// forgotten: who repeats it has committed nothing yet.
void beginCase(AppState& s, Lesson lesson, std::int64_t now) {
    const auto passedOver = lesson.score ? std::nullopt : lesson.current;
    lesson.current = nextCase(*lesson.collection, *lesson.progress, now, passedOver);
    lesson.begunAt = now;
    lesson.choice.reset();
    lesson.score.reset();
    lesson.revealed = Reveal::Nothing;
    s.screen.isAnswering = false;
    if (lesson.current) {
        const std::string& series = lesson.collection->cases[*lesson.current].series;
        on(s, ShowLeadAlone{});
        s.readings.clear();
        on(s, OpenPaths{{lesson.folder / series}, Opening::Replace});
    }
    s.lesson = std::move(lesson);
}

} // namespace

void on(AppState& s, const BeginLesson& a) {
    Lesson lesson;
    lesson.collection = a.collection;
    lesson.folder = a.folder;
    lesson.progress = a.progress;
    lesson.isOnce = a.isOnce;
    beginCase(s, std::move(lesson), a.now);
}

void on(AppState& s, const NextCase& a) {
    if (s.lesson) beginCase(s, *s.lesson, a.now);
}

void on(AppState& s, const BeginAgain& a) {
    if (!s.lesson) return;
    Lesson lesson = *s.lesson;
    lesson.progress = std::make_shared<const Progress>();
    lesson.current.reset();
    beginCase(s, std::move(lesson), a.now);
}

void on(AppState& s, const ChooseAnswer& a) {
    const TeachingCase* current = select::currentCase(s);
    if (current && select::canAnswerCase(s) && a.index < current->choices.size()) s.lesson->choice = a.index;
}

void on(AppState& s, const RevealMore&) {
    if (!select::canRevealMore(s)) return;
    const auto next = static_cast<Reveal>(static_cast<int>(s.lesson->revealed) + 1);
    s.lesson->revealed = next;
    s.screen.isAnswering = false;
    // Heat is a step of its own, whether it was shown with the case before or not.
    if (next == Reveal::SecondReader || next == Reveal::Heat) on(s, ShowHeat{next == Reveal::Heat});
}

void on(AppState& s, const BeginMaking& a) {
    s.making = {a.job, true, false, 0, a.stage};
    s.notice.reset(); // it would stand where the stage does
}

void on(AppState& s, const MakingProgress& a) {
    progress(s.making, a.job, a.fraction, a.stage);
}

void on(AppState& s, const MakingEnded& a) {
    if (isCurrent(s.making, a.job)) stop(s.making);
}

void on(AppState& s, const MakingFailed& a) {
    if (!isCurrent(s.making, a.job)) return;
    stop(s.making);
    s.notice = Notice{a.error.message, true};
}

void scoreCase(AppState& s, const ReaderVerdict& verdict) {
    const TeachingCase* current = select::currentCase(s);
    if (!current || s.lesson->score) return; // what is said after the truth was seen teaches nobody
    Lesson& lesson = *s.lesson;
    lesson.score = scoreOf(verdict, lesson.choice, *current);
    Progress progress = *lesson.progress;
    Learned& one = progress[current->series];
    const auto seconds = static_cast<double>(verdict.committedAt - lesson.begunAt);
    one = learned(one, *lesson.score, seconds, verdict.committedAt);
    lesson.progress = std::make_shared<const Progress>(std::move(progress));
}

} // namespace hemo
