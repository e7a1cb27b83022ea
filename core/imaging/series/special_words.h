#pragma once

#include "core/words/message.h"

#include <string_view>
#include <vector>

namespace hemo::imaging {

/// What a description says an image is, other than a plain one: "monoenergetic", "material map", "maximum
/// intensity", as sentences of the catalogue. Empty for a plain one. Scanners and workstations often write it
/// there alone, with DERIVED in ImageType.
std::vector<MessageId> specialsInWords(std::string_view text);

} // namespace hemo::imaging
