#pragma once

#include "core/words/message.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace hemo {

/// A sentence that the program can say. `%1`, `%2`, ... are its places; what stands in `%^1` begins with a
/// capital letter.
struct Sentence {
    const char* id;
    const char* text;
    const char* one = nullptr; ///< where the first argument is the count 1, if that reads differently
};

/// All of them, in groups as they lie in `catalogue/`.
std::span<const std::span<const Sentence>> catalogue();

/// Null where there is none.
const Sentence* findSentence(std::string_view id);

/// How many arguments it takes: the highest of its places.
int placesOf(const Sentence& sentence);

/// How some language says it.
struct Wording {
    /// The text of a sentence, with its places, in UTF-8; `count` decides its plural.
    std::function<std::string(const Sentence& sentence, std::int64_t count)> sentence;
    std::string decimalPoint = ".";
};

/// In English: its plural decided by `count`.
std::string inEnglish(const Sentence& sentence, std::int64_t count);

/// The whole text of a message, its parts worded in the same way.
std::string worded(const Message& message, const Wording& wording);

} // namespace hemo
