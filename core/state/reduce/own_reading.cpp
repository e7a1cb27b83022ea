#include "core/state/reduce/parts.h"
#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"

namespace hemo {

using namespace action;

namespace {

/// A new verdict begins with what the last one said.
ReaderVerdict begunFrom(const Reading& reading) {
    const ReaderVerdict* last = lastOf(reading.ownVerdict);
    return last ? *last : ReaderVerdict{};
}

/// Changes what the reader is about to say; the first change begins it.
template <class Change> void changeDraft(AppState& s, ReadingId id, Change changeIt) {
    if (select::isPresented(s)) return;
    change(s, id, [&](Reading& reading) {
        if (!reading.look) return; // nobody has seen anything of it
        if (!reading.verdictDraft) reading.verdictDraft = begunFrom(reading);
        changeIt(*reading.verdictDraft);
    });
}

void answerBleed(ReaderVerdict& verdict) {
    verdict.answer = ReaderVerdict::Answer::Bleed;
}

} // namespace

void on(AppState& s, const OpenVerdict& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isWhole(*reading) || select::isPresented(s)) return;
    s.screen.isAnswering = true;
    s.screen.isPlaying = false;
    s.screen.tool = Tool::Window; // a click is for a place from here on
    s.screen.draft.reset();
    changeDraft(s, a.reading, [](ReaderVerdict&) {});
}
void on(AppState& s, const CloseVerdict&) {
    s.screen.isAnswering = false;
}
void on(AppState& s, const AnswerVerdict& a) {
    changeDraft(s, a.reading, [&](ReaderVerdict& verdict) { verdict.answer = a.answer; });
}
void on(AppState& s, const ToggleKind& a) {
    if (a.kind == BleedType::Any) return;
    changeDraft(s, a.reading, [&](ReaderVerdict& verdict) {
        answerBleed(verdict);
        toggleKind(verdict.kinds, a.kind);
    });
}
void on(AppState& s, const TogglePlace& a) {
    changeDraft(s, a.reading, [&](ReaderVerdict& verdict) {
        answerBleed(verdict);
        togglePlace(verdict.places, a.place);
    });
}
void on(AppState& s, const DropLastPlace& a) {
    changeDraft(s, a.reading, [](ReaderVerdict& verdict) {
        if (!verdict.places.empty()) verdict.places.pop_back();
    });
}
void on(AppState& s, const SetConfidence& a) {
    if (a.confidence < 1 || a.confidence > kMostConfidence) return;
    changeDraft(s, a.reading, [&](ReaderVerdict& verdict) { verdict.confidence = a.confidence; });
}
void on(AppState& s, const CommitVerdict& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || select::isPresented(s) || !reading->verdictDraft ||
        gapIn(*reading->verdictDraft) != VerdictGap::Nothing)
        return;
    ReaderVerdict verdict = settled(*reading->verdictDraft);
    verdict.way = select::wayInForce(s);
    verdict.committedAt = a.secondsSince1970;
    change(s, a.reading, [&](Reading& r) {
        r.ownVerdict = committed(r.ownVerdict, verdict);
        r.verdictDraft.reset();
    });
    s.screen.isAnswering = false;
    scoreCase(s, verdict);
}

/// What was committed earlier, in this window or another, came first.
void on(AppState& s, const OwnReadingRead& a) {
    change(s, a.reading, [&](Reading& reading) {
        if (reading.fingerprint != a.fingerprint) return; // of what was loaded before
        OwnVerdict own = a.verdict;
        for (const auto& said : {reading.ownVerdict.first, reading.ownVerdict.revised})
            if (said) own = committed(own, *said);
        reading.ownVerdict = own;
        reading.isOwnRead = true;
        if (a.review == Review{} || reviewOf(reading) != Review{}) return;
        reading.handwork =
            History<Handwork>(std::make_shared<const Handwork>(Handwork{marksOf(reading), a.review}));
    });
}

} // namespace hemo
