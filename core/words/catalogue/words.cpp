#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What holds sentences together, and numbers that begin one.
static constexpr std::array kAll{
    Sentence{"words.name", "%1"},          Sentence{"words.two_sentences", "%1 %2"},
    Sentence{"words.comma", "%1, %2"},     Sentence{"words.and", "%1 and %2"},
    Sentence{"words.stopped", "Stopped."}, Sentence{"number.0", "No"},
    Sentence{"number.1", "One"},           Sentence{"number.2", "Two"},
    Sentence{"number.3", "Three"},         Sentence{"number.4", "Four"},
    Sentence{"number.5", "Five"},          Sentence{"number.6", "Six"},
    Sentence{"number.7", "Seven"},         Sentence{"number.8", "Eight"},
    Sentence{"number.9", "Nine"},          Sentence{"number.10", "Ten"},
    Sentence{"number.11", "Eleven"},       Sentence{"number.12", "Twelve"},
};

constinit const std::span<const Sentence> kWords = kAll;

} // namespace hemo::words
