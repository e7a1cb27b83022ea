#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/geometry/patient_space.h"
#include "core/reading/way_of_reading.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hemo {

/// What a person says of a scan, as the second reader does. Plain value; any thread.
struct ReaderVerdict {
    enum class Answer { Bleed, None, CannotTell };
    std::optional<Answer> answer;     ///< none: not chosen yet
    std::vector<BleedType> kinds;     ///< of a bleed, in the order of kBleedTypes, never Any; may be empty
    std::vector<PatientPoint> places; ///< of a bleed, LPS mm, in the order in which they were shown
    int confidence = 0;               ///< 1: a guess, to 5: certain; 0: not chosen yet
    WayOfReading way = WayOfReading::Assisted; ///< in which it was committed
    std::int64_t committedAt = 0;              ///< seconds since 1970, UTC; 0: not committed
    bool operator==(const ReaderVerdict&) const = default;
};
inline constexpr int kMostConfidence = 5;

/// The first thing that it still lacks.
enum class VerdictGap { Nothing, Answer, Place, Confidence };
VerdictGap gapIn(const ReaderVerdict& verdict);
/// Whether both say the same, whenever it was said.
bool saysTheSame(const ReaderVerdict& a, const ReaderVerdict& b);
/// Without what only a bleed has, where it is none.
ReaderVerdict settled(ReaderVerdict verdict);

/// The verdicts of one reader on one series. The first one stays as it was, whatever they think later.
struct OwnVerdict {
    std::optional<ReaderVerdict> first;
    std::optional<ReaderVerdict> revised; ///< the last one after it
    bool operator==(const OwnVerdict&) const = default;
};
/// What the reader says now; null where nothing was committed.
const ReaderVerdict* lastOf(const OwnVerdict& own);
/// With one more; one that says what the last one said changes nothing.
OwnVerdict committed(OwnVerdict own, const ReaderVerdict& verdict);

/// Puts a place where none is near, or takes that one away.
void togglePlace(std::vector<PatientPoint>& places, PatientPoint place);
void toggleKind(std::vector<BleedType>& kinds, BleedType kind);

} // namespace hemo
