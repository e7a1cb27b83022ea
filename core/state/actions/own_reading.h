#pragma once

#include "core/reading/reading.h"
#include "core/state/screen.h"

#include <cstdint>
#include <string>

/// What the reader says of a scan by themselves, and of what the second reader says of it. A reading that is
/// not there: nothing happens.
namespace hemo::action {

// ---- a verdict of their own
/// Begins one, or goes on with it; what was committed last is where a new one begins.
struct OpenVerdict {
    ReadingId reading;
};
/// What was chosen so far waits.
struct CloseVerdict {};
struct AnswerVerdict {
    ReadingId reading;
    ReaderVerdict::Answer answer;
};
/// A kind is that of a bleed, so it answers that there is one.
struct ToggleKind {
    ReadingId reading;
    BleedType kind;
};
/// LPS mm. A place near one that was shown takes that one away. It answers that there is a bleed.
struct TogglePlace {
    ReadingId reading;
    PatientPoint place;
};
struct DropLastPlace {
    ReadingId reading;
};
/// 1 to kMostConfidence; nothing else is taken.
struct SetConfidence {
    ReadingId reading;
    int confidence;
};
/// Nothing happens while something is missing (`gapIn`).
struct CommitVerdict {
    ReadingId reading;
    std::int64_t secondsSince1970; ///< UTC
};

// ---- their decisions on findings; `index` into the findings that are shown
struct DecideFinding {
    ReadingId reading;
    int index;
    Decision decision;
};
struct RejectFindingFor {
    ReadingId reading;
    int index;
    RejectReason reason;
};
struct CommentFinding {
    ReadingId reading;
    int index;
    std::string comment;
};
/// LPS mm. The tool that was for it goes back to the default.
struct AddOwnFinding {
    ReadingId reading;
    PatientPoint place;
};
struct RemoveOwnFinding {
    ReadingId reading;
    int index;
};

/// What the disk keeps of the series with that fingerprint; what was said in the meantime stays.
struct OwnReadingRead {
    ReadingId reading;
    std::uint64_t fingerprint;
    OwnVerdict verdict;
    Review review;
};

} // namespace hemo::action
