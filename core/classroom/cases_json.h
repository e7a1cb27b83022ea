#pragma once

#include "core/classroom/teaching_case.h"
#include "core/result.h"

#include <span>
#include <string>
#include <string_view>

namespace hemo {

/// What is wrong with a case of a collection.
struct CaseFault {
    enum class What { Field, SeriesTwice, SeriesGone };
    What what = What::Field;
    int number = 1;    ///< of the case
    std::string field; ///< which one is wrong
};
/// Of one or more: a sentence for one, the first ten and how many more there are for several.
Message textOf(std::span<const CaseFault> faults);

/// Reads cases.json:
/// {"title", "cases": [{"title", "series", "question", "choices": [text], "right_choice": text, "bleed":
/// true|false,
///   "kinds": ["subdural", ...], "places": [[[x, y, z], ...], ...], "teaching_points": [text],
///   "key_images": [{"place": [x, y, z], "text"}], "level": 1..3, "licence"}]}.
/// A place is a bleed, by points spread through it in LPS mm.
/// A key image is an acquired slice that `place` lies in.
/// "choices", "right_choice", "kinds", "places", "teaching_points", "key_images", its "text" and "level" may
/// be left out. Fails with one sentence that names each case, counted from 1, and the field that is wrong in
/// it.
Result<CaseCollection> parseCases(std::string_view text);

/// The same, for people to read.
std::string casesJson(const CaseCollection& collection);

} // namespace hemo
