#include "core/classroom/case_score.h"

#include "core/reading/agreement.h"

#include <algorithm>
#include <set>

namespace hemo {
namespace {

bool isIn(PatientPoint place, const BleedPlace& bleed) {
    return std::ranges::any_of(bleed, [&](PatientPoint p) { return length(p - place) <= kSamePlaceMm; });
}

} // namespace

CaseScore scoreOf(const ReaderVerdict& verdict, std::optional<std::size_t> choice, const TeachingCase& of) {
    const bool seesBleed = verdict.answer == ReaderVerdict::Answer::Bleed;
    const auto right = of.truth.isBleed ? ReaderVerdict::Answer::Bleed : ReaderVerdict::Answer::None;
    CaseScore score;
    score.isAnswerRight = verdict.answer == right;
    if (of.rightChoice) score.isChoiceRight = choice == of.rightChoice;
    if (seesBleed && !of.truth.kinds.empty())
        score.areKindsRight = std::set(verdict.kinds.begin(), verdict.kinds.end()) ==
                              std::set(of.truth.kinds.begin(), of.truth.kinds.end());
    score.places = static_cast<int>(of.truth.places.size());
    for (const BleedPlace& bleed : of.truth.places)
        score.placesFound +=
            std::ranges::any_of(verdict.places, [&](PatientPoint p) { return isIn(p, bleed); }) ? 1 : 0;
    for (const PatientPoint place : verdict.places)
        score.placesTooMany +=
            std::ranges::none_of(of.truth.places, [&](const BleedPlace& b) { return isIn(place, b); }) ? 1
                                                                                                       : 0;
    return score;
}

bool isAllRight(const CaseScore& score) {
    return score.isAnswerRight && score.isChoiceRight.value_or(true) && score.areKindsRight.value_or(true) &&
           score.placesFound == score.places && score.placesTooMany == 0;
}

} // namespace hemo
