#include "core/words/lists.h"

#include <utility>

namespace hemo {

Message joined(Message first, Message second) {
    if (first.empty()) return second;
    if (second.empty()) return first;
    return say("words.two_sentences", std::move(first), std::move(second));
}

Message withCommas(std::vector<Message> parts) {
    Message all;
    for (Message& part : parts)
        all = all.empty() ? std::move(part) : say("words.comma", std::move(all), std::move(part));
    return all;
}

Message withAnd(std::vector<Message> parts) {
    if (parts.size() < 2) return withCommas(std::move(parts));
    Message last = std::move(parts.back());
    parts.pop_back();
    return say("words.and", withCommas(std::move(parts)), std::move(last));
}

} // namespace hemo
