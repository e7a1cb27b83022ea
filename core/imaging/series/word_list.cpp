#include "core/imaging/series/word_list.h"

#include <array>
#include <cctype>

namespace hemo::imaging {
namespace {

/// Latin-1's letters from 0xC0 on, without accents.
constexpr std::array<const char*, 64> kPlain{
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
    "D", "N", "O", "O", "O", "O", "O",  "",  "O", "U", "U", "U", "U", "Y", "T", "SS",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "t", "y"};

/// ASCII of UTF-8; letters that are not of Latin-1 are left out, and so are accents that stand behind theirs.
std::string plainLetters(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
        if (byte < 0x80)
            plain += text[i] == '_' ? ' ' : text[i];
        else if (byte == 0xc3 && next >= 0x80 && next < 0xc0)
            plain += kPlain[next - 0x80];
        else if (byte == 0xc2 && next == 0xb1) // plus and minus
            plain += "+-";
    }
    return plain;
}

enum class Kind { Blank, Letter, Digit, Sign };

Kind kindOf(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) || byte == 0) return Kind::Blank;
    return std::isalpha(byte) ? Kind::Letter : std::isdigit(byte) ? Kind::Digit : Kind::Sign;
}

} // namespace

std::vector<Token> wordsOf(std::string_view text) {
    const std::string plain = plainLetters(text);
    std::vector<Token> words;
    Kind last = Kind::Blank;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const Kind kind = kindOf(plain[i]);
        const bool isNewWord = i > 0 && std::islower(static_cast<unsigned char>(plain[i - 1])) &&
                               std::isupper(static_cast<unsigned char>(plain[i]));
        if (kind != Kind::Blank) {
            if (kind != last || kind == Kind::Sign || isNewWord) words.push_back({{}, last != Kind::Blank});
            words.back().text += static_cast<char>(std::toupper(static_cast<unsigned char>(plain[i])));
        }
        last = kind;
    }
    return words;
}

} // namespace hemo::imaging
