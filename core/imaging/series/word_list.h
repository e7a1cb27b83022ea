#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hemo::imaging {

/// A piece of a description: a word in capitals without accents, a number, or one sign.
struct Token {
    std::string text;
    bool touchesLast = false; ///< no blank before it
    bool isWord() const { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }
    bool isNumber() const { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }
};

/// Cut at blanks, signs, and where letters meet digits or a small letter a capital: "HeadNonContrast_5mm" is
/// HEAD NON CONTRAST 5 MM. Letters of Latin-1 lose their accents: "prä" is PRA. Others are left out.
std::vector<Token> wordsOf(std::string_view text);

} // namespace hemo::imaging
