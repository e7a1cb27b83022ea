#pragma once

#include "core/words/message.h"

#include <string>

namespace hemo {

/// A sentence that no catalogue has, as a test wants it.
inline Message said(std::string english) {
    return say("words.name", std::move(english));
}

} // namespace hemo
