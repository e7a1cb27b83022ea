#pragma once

#include "core/classroom/teaching_case.h"
#include "core/image/volume.h"
#include "core/words/message.h"

namespace hemo {

/// A case with the series that it is about.
struct MadeCase {
    TeachingCase about;
    VolumePtr volume;
};

/// The cases that the program makes by itself, of drawn heads: each kind of bleed large and small (a tilted
/// one and one with an open skull among them), a head without a bleed, and one with an old infarct and
/// calcifications.
inline constexpr std::size_t kPhantomCases = 12;
/// `number` from 0 below kPhantomCases. The same case each time; some seconds.
MadeCase makePhantomCase(std::size_t number);
/// Title of the collection, in English as all that is written in one.
std::string phantomCasesTitle();
/// All that these cases and their collection say.
std::vector<Message> phantomCaseWords();

} // namespace hemo
