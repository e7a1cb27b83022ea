#pragma once

#include "core/words/message.h"

#include <vector>

namespace hemo {

/// One after the other; what is empty is left out.
Message joined(Message first, Message second);

/// "a, b, c".
Message withCommas(std::vector<Message> parts);

/// "a, b and c".
Message withAnd(std::vector<Message> parts);

} // namespace hemo
