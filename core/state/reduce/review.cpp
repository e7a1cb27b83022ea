#include "core/state/reduce/parts.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"

namespace hemo {

using namespace action;

namespace {

/// One step to undo; where nothing differs it is none.
void putReview(AppState& s, ReadingId id, Review next) {
    change(s, id, [&](Reading& reading) {
        if (next == reviewOf(reading)) return;
        reading.handwork.change({marksOf(reading), std::move(next)});
    });
}

/// Of a finding that is shown; of others nobody can have decided anything.
template <class Next> void reviewFinding(AppState& s, ReadingId id, int index, Next next) {
    const Reading* reading = select::reading(s, id);
    const FindingsPtr findings = reading ? select::shownFindings(s, *reading) : nullptr;
    if (!findings || index < 0 || index >= static_cast<int>(findings->size())) return;
    putReview(s, id, next(reviewOf(*reading), (*findings)[static_cast<std::size_t>(index)]));
}

} // namespace

void on(AppState& s, const DecideFinding& a) {
    reviewFinding(s, a.reading, a.index, [&](const Review& review, const Finding& finding) {
        return decided(review, finding, a.decision);
    });
}
void on(AppState& s, const RejectFindingFor& a) {
    reviewFinding(s, a.reading, a.index, [&](const Review& review, const Finding& finding) {
        return rejectedFor(review, finding, a.reason);
    });
}
void on(AppState& s, const CommentFinding& a) {
    reviewFinding(s, a.reading, a.index, [&](const Review& review, const Finding& finding) {
        return commented(review, finding, a.comment);
    });
}
void on(AppState& s, const AddOwnFinding& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !reading->look) return;
    Review review = reviewOf(*reading);
    review.own.push_back({a.place});
    putReview(s, a.reading, std::move(review));
    if (s.screen.tool == Tool::OwnFinding) s.screen.tool = Tool::Window;
}
void on(AppState& s, const RemoveOwnFinding& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || a.index < 0 || a.index >= static_cast<int>(reviewOf(*reading).own.size())) return;
    Review review = reviewOf(*reading);
    review.own.erase(review.own.begin() + a.index);
    putReview(s, a.reading, std::move(review));
}

} // namespace hemo
