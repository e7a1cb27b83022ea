#include "core/state/select/marks.h"

#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

/// One step to undo; where the marks stay as they are it is none.
template <class Change> void changeMarks(AppState& s, ReadingId id, Change changeThem) {
    change(s, id, [&](Reading& reading) {
        Handwork next = reading.handwork.now();
        changeThem(next.marks);
        if (next != reading.handwork.now()) reading.handwork.change(std::move(next));
    });
}

/// In the place of the mark of its number, or behind all others.
void put(Marks& marks, const Mark& mark) {
    const auto it = std::ranges::find(marks, mark.id, &Mark::id);
    if (it == marks.end())
        marks.push_back(mark);
    else
        *it = mark;
}

} // namespace

void on(AppState& s, const DraftMark& a) {
    if (select::isDrawnIn(s, a.draft.viewport, a.draft.mark)) s.screen.draft = a.draft;
}
void on(AppState& s, const KeepDraft&) {
    const auto draft = std::exchange(s.screen.draft, std::nullopt);
    const Reading* reading = draft ? select::shownIn(s, draft->viewport) : nullptr;
    if (!reading || draft->mark.points.size() < placesOf(draft->mark.shape)) return;
    changeMarks(s, reading->id, [&](Marks& marks) { put(marks, draft->mark); });
    s.screen.chosenMark = draft->mark.id;
}
void on(AppState& s, const DropDraft&) {
    s.screen.draft.reset();
}
void on(AppState& s, const ChooseMark& a) {
    s.screen.chosenMark = a.mark;
}
void on(AppState& s, const PutMark& a) {
    changeMarks(s, a.reading, [&](Marks& marks) { put(marks, a.mark); });
    if (a.mark.shape != Mark::Shape::KeyImage) on(s, GoToMark{a.reading, a.mark.id}); // it may lie elsewhere
}
void on(AppState& s, const GrowBlood& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isWhole(*reading)) return;
    if (s.screen.tool == Tool::Volume) s.screen.tool = Tool::Window;
    change(s, a.reading, [&](Reading& r) {
        start(r.growth.job, say("stage.blood"));
        r.growth.from = a.from;
    });
}
void on(AppState& s, const BloodGrown& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isCurrent(reading->growth.job, a.job)) return;
    change(s, a.reading, [](Reading& r) { stop(r.growth.job); });
    changeMarks(s, a.reading, [&](Marks& marks) { put(marks, a.mark); });
    s.screen.chosenMark = a.mark.id;
}
void on(AppState& s, const BloodNotGrown& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isCurrent(reading->growth.job, a.job)) return;
    change(s, a.reading, [](Reading& r) { stop(r.growth.job); });
    complain(s, a.error);
}
void on(AppState& s, const SetBrush& a) {
    s.screen.brushMm = std::clamp(a.radiusMm, kLeastBrushMm, kMostBrushMm);
}
void on(AppState& s, const NameMark& a) {
    changeMarks(s, a.reading, [&](Marks& marks) {
        const auto it = std::ranges::find(marks, a.mark, &Mark::id);
        if (it != marks.end()) it->text = a.text;
    });
}
void on(AppState& s, const RemoveMark& a) {
    changeMarks(s, a.reading, [&](Marks& marks) {
        std::erase_if(marks, [&](const Mark& mark) { return mark.id == a.mark; });
    });
}
void on(AppState& s, const GoToMark& a) {
    const Reading* reading = select::reading(s, a.reading);
    const Mark* mark = reading ? findMark(marksOf(*reading), a.mark) : nullptr;
    if (!mark || !reading->look) return;
    s.screen.chosenMark = mark->id;
    moveTo(s, reading->id, middleOf(*mark));
}
void on(AppState& s, const UndoMarks& a) {
    s.screen.draft.reset();
    change(s, a.reading, [](Reading& reading) { reading.handwork.undo(); });
}
void on(AppState& s, const RedoMarks& a) {
    s.screen.draft.reset();
    change(s, a.reading, [](Reading& reading) { reading.handwork.redo(); });
}
/// What was kept is no step to undo: it was there before this window was.
void on(AppState& s, const MarksRead& a) {
    change(s, a.reading, [&](Reading& reading) {
        if (reading.fingerprint != a.fingerprint) return; // of what was loaded before
        Marks all = a.marks;
        for (const Mark& mark : marksOf(reading))
            put(all, mark);
        reading.areMarksRead = true;
        if (all.empty()) return;
        reading.handwork =
            History<Handwork>(std::make_shared<const Handwork>(Handwork{std::move(all), reviewOf(reading)}));
    });
}

void forgetLostMarks(AppState& s) {
    Screen& screen = s.screen;
    if (screen.draft && !select::isDrawnIn(s, screen.draft->viewport, screen.draft->mark))
        screen.draft.reset();
    if (!screen.chosenMark) return;
    const auto has = [&](const auto& each) { return findMark(marksOf(*each.second), *screen.chosenMark); };
    if (std::ranges::none_of(s.readings, has)) screen.chosenMark.reset();
}

} // namespace hemo
