#pragma once

#include "core/reading/reading_id.h"
#include "core/result.h"
#include "core/state/screen.h"

#include <string>

/// What the reader draws into a series. A reading or a mark that is not there: nothing happens.
namespace hemo::action {

/// This is how the mark looks while the mouse is at it.
struct DraftMark {
    MarkDraft draft;
};
/// The draft is whole: it is a new mark, or takes the place of the one of its number.
struct KeepDraft {};
/// What was begun is given up; a mark that was being changed stays as it was.
struct DropDraft {};
/// None: no mark shows its handles.
struct ChooseMark {
    std::optional<MarkId> mark;
};
/// A whole mark at once, as a key sets it.
struct PutMark {
    ReadingId reading;
    Mark mark;
};
/// Looks for blood from here on: the answer is a volume.
struct GrowBlood {
    ReadingId reading;
    PatientPoint from;
};
struct BloodGrown {
    ReadingId reading;
    int job;
    Mark mark;
};
struct BloodNotGrown {
    ReadingId reading;
    int job;
    Error error;
};
/// How far the brush reaches, mm.
struct SetBrush {
    double radiusMm;
};
struct NameMark {
    ReadingId reading;
    MarkId mark;
    std::string text;
};
struct RemoveMark {
    ReadingId reading;
    MarkId mark;
};
/// To the picture that it lies in, where one of the views shows that plane.
struct GoToMark {
    ReadingId reading;
    MarkId mark;
};
struct UndoMarks {
    ReadingId reading;
};
struct RedoMarks {
    ReadingId reading;
};
/// What the disk keeps of the series with that fingerprint; what was drawn in the meantime stays.
struct MarksRead {
    ReadingId reading;
    std::uint64_t fingerprint;
    Marks marks;
};

} // namespace hemo::action
