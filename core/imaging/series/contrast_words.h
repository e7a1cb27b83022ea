#pragma once

#include "core/imaging/series/hint.h"

#include <string>
#include <string_view>

namespace hemo::imaging {

/// Whether a description speaks of contrast, in the words of English, German, Spanish, French, Portuguese,
/// Italian and Dutch protocols, joined or apart, abbreviated, with signs ("C-", "KM+"). A denial beside a
/// word for contrast means none; where with and without stand together nobody knows which this is: Unsaid.
Hint contrastInWords(std::string_view text);

/// The same of ContrastBolusAgent, where a name that is known to nobody is an agent's. No: it denies one, or
/// says nothing.
Hint contrastInAgent(std::string_view agent);

} // namespace hemo::imaging
