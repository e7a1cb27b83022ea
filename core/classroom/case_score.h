#pragma once

#include "core/classroom/teaching_case.h"
#include "core/reading/reader_verdict.h"

#include <optional>

namespace hemo {

/// What an answer to a case is worth.
struct CaseScore {
    bool isAnswerRight = false;        ///< bleed or none; who cannot tell is not right
    std::optional<bool> isChoiceRight; ///< none where the case has no choices
    std::optional<bool>
        areKindsRight; ///< the same kinds; none where the truth names none, or no bleed was seen
    int placesFound = 0,
        places = 0;        ///< of the truth's bleeds: a place that was shown lies within kSamePlaceMm
    int placesTooMany = 0; ///< that were shown and are near none
    bool operator==(const CaseScore&) const = default;
};
CaseScore scoreOf(const ReaderVerdict& verdict, std::optional<std::size_t> choice, const TeachingCase& of);

/// Nothing is wrong or missing in it.
bool isAllRight(const CaseScore& score);

} // namespace hemo
