#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemo::imaging {

/// One set of characters that text may be written in.
struct CharacterSet {
    const char* iconvName; ///< what converts it
    enum class Kind {
        Single,     ///< the upper half of a byte; below it is ASCII
        Katakana,   ///< JIS X 0201: the upper half is Katakana
        Pairs,      ///< two bytes of the upper half a letter
        PairsBelow, ///< two bytes of the lower half a letter, chosen by an escape alone
        Whole,      ///< knows no escapes: UTF-8, GB 18030, GBK
    } kind;
    const char* prefix = ""; ///< bytes that go before a letter when it is converted
};

/// The sets that a value of (0008,0005) names, as PS3.3 C.12.1.1.2 spells them and as writers do
/// ("ISO_IR_100", "utf-8", "Latin1"). None for a name that is not known; for an empty one, or ASCII, a set
/// with no upper half.
struct NamedSet {
    const CharacterSet* upper = nullptr; ///< null: none, ASCII alone
    bool isKnown = true;
};
std::vector<NamedSet> namedSets(std::string_view characterSet);

/// What an escape sequence chooses (PS3.3 tables C.12-3 and C.12-4).
struct Escape {
    std::size_t length = 0;            ///< of the sequence; 0: none that is known
    bool isLower = false;              ///< for bytes under 0x80
    const CharacterSet* set = nullptr; ///< null: ASCII
};
Escape escapeAt(std::string_view text);

} // namespace hemo::imaging
