#include "core/imaging/header/character_sets.h"

#include "core/imaging/header/text_encoding.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace hemo::imaging {
namespace {

using Kind = CharacterSet::Kind;

constexpr CharacterSet kLatin1{"ISO-8859-1", Kind::Single}, kLatin2{"ISO-8859-2", Kind::Single},
    kLatin3{"ISO-8859-3", Kind::Single}, kLatin4{"ISO-8859-4", Kind::Single},
    kCyrillic{"ISO-8859-5", Kind::Single}, kArabic{"ISO-8859-6", Kind::Single},
    kGreek{"ISO-8859-7", Kind::Single}, kHebrew{"ISO-8859-8", Kind::Single},
    kLatin5{"ISO-8859-9", Kind::Single}, kLatin9{"ISO-8859-15", Kind::Single}, kThai{"TIS-620", Kind::Single},
    kWindows1250{"CP1250", Kind::Single}, kWindows1251{"CP1251", Kind::Single},
    kWindows1252{"CP1252", Kind::Single}, kKoi8{"KOI8-R", Kind::Single},
    kKatakana{"EUC-JP", Kind::Katakana, "\x8e"}, kKanji{"EUC-JP", Kind::PairsBelow},
    kMoreKanji{"EUC-JP", Kind::PairsBelow, "\x8f"}, kKorean{"EUC-KR", Kind::Pairs},
    kChinese{"GB2312", Kind::Pairs}, kGb18030{"GB18030", Kind::Whole}, kGbk{"GBK", Kind::Whole},
    kUtf8{"UTF-8", Kind::Whole}, kShiftJis{"SHIFT_JIS", Kind::Whole}, kEucJp{"EUC-JP", Kind::Whole},
    kBig5{"BIG5", Kind::Whole};

struct Name {
    std::string_view word; ///< letters and digits alone, in capitals
    const CharacterSet* set;
};

/// By registration number, with and without code extensions, and by what else people call them.
constexpr std::array kNames{
    Name{"6", nullptr},
    Name{"100", &kLatin1},
    Name{"101", &kLatin2},
    Name{"109", &kLatin3},
    Name{"110", &kLatin4},
    Name{"144", &kCyrillic},
    Name{"127", &kArabic},
    Name{"126", &kGreek},
    Name{"138", &kHebrew},
    Name{"148", &kLatin5},
    Name{"203", &kLatin9},
    Name{"13", &kKatakana},
    Name{"166", &kThai},
    Name{"87", &kKanji},
    Name{"159", &kMoreKanji},
    Name{"149", &kKorean},
    Name{"58", &kChinese},
    Name{"192", &kUtf8},
    Name{"88591", &kLatin1},
    Name{"88592", &kLatin2},
    Name{"88593", &kLatin3},
    Name{"88594", &kLatin4},
    Name{"88595", &kCyrillic},
    Name{"88596", &kArabic},
    Name{"88597", &kGreek},
    Name{"88598", &kHebrew},
    Name{"88599", &kLatin5},
    Name{"885911", &kThai},
    Name{"885915", &kLatin9},
    Name{"LATIN1", &kLatin1},
    Name{"LATIN2", &kLatin2},
    Name{"LATIN3", &kLatin3},
    Name{"LATIN4", &kLatin4},
    Name{"LATIN5", &kLatin5},
    Name{"LATIN9", &kLatin9},
    Name{"CYRILLIC", &kCyrillic},
    Name{"GREEK", &kGreek},
    Name{"ARABIC", &kArabic},
    Name{"HEBREW", &kHebrew},
    Name{"THAI", &kThai},
    Name{"TIS620", &kThai},
    Name{"WINDOWS1250", &kWindows1250},
    Name{"CP1250", &kWindows1250},
    Name{"WINDOWS1251", &kWindows1251},
    Name{"CP1251", &kWindows1251},
    Name{"WINDOWS1252", &kWindows1252},
    Name{"CP1252", &kWindows1252},
    Name{"KOI8R", &kKoi8},
    Name{"UTF8", &kUtf8},
    Name{"UNICODE", &kUtf8},
    Name{"10646", &kUtf8},
    Name{"GB18030", &kGb18030},
    Name{"18030", &kGb18030},
    Name{"GBK", &kGbk},
    Name{"GB2312", &kChinese},
    Name{"EUCCN", &kChinese},
    Name{"EUCKR", &kKorean},
    Name{"KSC5601", &kKorean},
    Name{"KSX1001", &kKorean},
    Name{"CP949", &kKorean},
    Name{"SHIFTJIS", &kShiftJis},
    Name{"SJIS", &kShiftJis},
    Name{"EUCJP", &kEucJp},
    Name{"BIG5", &kBig5},
    Name{"ASCII", nullptr},
    Name{"USASCII", nullptr},
    Name{"646", nullptr},
};

NamedSet setNamed(std::string_view term) {
    std::string word;
    for (const char c : inCapitals(term))
        if (std::isalnum(static_cast<unsigned char>(c))) word += c;
    if (word.empty()) return {};
    const auto found = [&](std::string_view plain) {
        return std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return n.word == plain; });
    };
    // "ISO 2022 IR 100", "ISO_IR_100", "IR100", "ISO-8859-1": what is left without these says which.
    for (std::string_view start : {"ISO2022IR", "ISOIR", "ISO2022", "IR", "ISOIEC", "ISO", ""})
        if (word.starts_with(start))
            if (const auto name = found(std::string_view(word).substr(start.size())); name != kNames.end())
                return {name->set, true};
    return {nullptr, false};
}

struct KnownEscape {
    std::string_view bytes;
    bool isLower;
    const CharacterSet* set;
};

constexpr std::array kEscapes{
    KnownEscape{"\x1b(B", true, nullptr},     KnownEscape{"\x1b(J", true, nullptr},
    KnownEscape{"\x1b$B", true, &kKanji},     KnownEscape{"\x1b$@", true, &kKanji},
    KnownEscape{"\x1b$(B", true, &kKanji},    KnownEscape{"\x1b$(D", true, &kMoreKanji},
    KnownEscape{"\x1b)I", false, &kKatakana}, KnownEscape{"\x1b$)C", false, &kKorean},
    KnownEscape{"\x1b$)A", false, &kChinese}, KnownEscape{"\x1b-A", false, &kLatin1},
    KnownEscape{"\x1b-B", false, &kLatin2},   KnownEscape{"\x1b-C", false, &kLatin3},
    KnownEscape{"\x1b-D", false, &kLatin4},   KnownEscape{"\x1b-F", false, &kGreek},
    KnownEscape{"\x1b-G", false, &kArabic},   KnownEscape{"\x1b-H", false, &kHebrew},
    KnownEscape{"\x1b-L", false, &kCyrillic}, KnownEscape{"\x1b-M", false, &kLatin5},
    KnownEscape{"\x1b-T", false, &kThai},     KnownEscape{"\x1b-b", false, &kLatin9},
};

} // namespace

std::vector<NamedSet> namedSets(std::string_view characterSet) {
    std::vector<NamedSet> sets;
    for (std::size_t from = 0; from <= characterSet.size();) {
        const std::size_t to = std::min(characterSet.find('\\', from), characterSet.size());
        sets.push_back(setNamed(trimmed(characterSet.substr(from, to - from))));
        from = to + 1;
    }
    return sets;
}

Escape escapeAt(std::string_view text) {
    for (const KnownEscape& escape : kEscapes)
        if (text.starts_with(escape.bytes)) return {escape.bytes.size(), escape.isLower, escape.set};
    return {};
}

} // namespace hemo::imaging
