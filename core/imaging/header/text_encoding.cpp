#include "core/imaging/header/text_encoding.h"

#include "core/imaging/header/character_sets.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <memory>
#include <optional>

namespace hemo::imaging {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool isUpper(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes 0x80 to 0x9f are letters in no set of ISO 8859, only controls that nobody writes into a name.
bool isUpperControl(char c) {
    return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xa0;
}

/// What cannot be converted becomes a mark; `marks` counts them.
std::string convert(std::string_view value, const char* from, int& marks) {
    struct Close {
        void operator()(void* converter) const { iconv_close(converter); }
    };
    iconv_t opened = iconv_open("UTF-8", from);
    if (reinterpret_cast<std::intptr_t>(opened) == -1) {
        ++marks;
        return std::string(kReplacement);
    }
    const std::unique_ptr<void, Close> converter(opened);

    std::string result;
    std::array<char, 256> part;
    char* in = const_cast<char*>(value.data()); // iconv does not write to its input
    std::size_t left = value.size();
    while (left > 0) {
        char* out = part.data();
        std::size_t room = part.size();
        const std::size_t done = iconv(converter.get(), &in, &left, &out, &room);
        result.append(part.data(), part.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            result += kReplacement;
            ++marks;
            ++in;
            --left;
        }
    }
    return result;
}

/// Turns bytes into letters one after the other, as escapes choose their sets (PS3.5 6.1.2.5).
class Decoder {
public:
    Decoder(std::string_view text, const CharacterSet* upper, TextKind kind)
        : m_text(text), m_firstUpper(upper), m_upper(upper), m_kind(kind) {}

    std::string run() {
        while (m_at < m_text.size())
            step();
        return std::move(m_result);
    }
    int marks() const { return m_marks; }

private:
    void step() {
        const char c = m_text[m_at];
        if (c == '\x1b')
            followEscape();
        else if (isUpper(c))
            takeUpper();
        else if (m_lower)
            takePairBelow();
        else
            takeAscii(c);
    }

    void followEscape() {
        const Escape escape = escapeAt(m_text.substr(m_at));
        if (escape.length == 0) {
            mark(1);
            return;
        }
        (escape.isLower ? m_lower : m_upper) = escape.set;
        m_at += escape.length;
    }

    void takeAscii(char c) {
        m_result += c;
        ++m_at;
        const bool endsPart = c == '\n' || c == '\r' || c == '\f' || c == '\t' || c == '\\' ||
                              (m_kind == TextKind::PersonName && (c == '^' || c == '='));
        if (endsPart) m_upper = m_firstUpper;
    }

    void takeUpper() {
        if (!m_upper || m_upper->kind == CharacterSet::Kind::PairsBelow ||
            (m_upper->kind == CharacterSet::Kind::Single && isIso(*m_upper) && isUpperControl(m_text[m_at])))
            return mark(1);
        const bool arePairs = m_upper->kind == CharacterSet::Kind::Pairs;
        if (arePairs && (m_at + 1 == m_text.size() || !isUpper(m_text[m_at + 1]))) return mark(1);
        const std::size_t length = arePairs ? 2 : 1;
        add(std::string(m_text.substr(m_at, length)), *m_upper);
        m_at += length;
    }

    void takePairBelow() {
        const auto isGraphic = [](char c) { return c > 0x20 && c < 0x7f; };
        if (!isGraphic(m_text[m_at])) {
            const CharacterSet* lower = m_text[m_at] == ' ' ? m_lower : nullptr; // the end of a line ends it
            takeAscii(m_text[m_at]);
            m_lower = lower;
            return;
        }
        if (m_at + 1 == m_text.size() || !isGraphic(m_text[m_at + 1])) return mark(1);
        std::string pair(m_text.substr(m_at, 2));
        for (char& c : pair)
            c = static_cast<char>(c | 0x80);
        add(pair, *m_lower);
        m_at += 2;
    }

    static bool isIso(const CharacterSet& set) { return std::string_view(set.iconvName).starts_with("ISO-"); }

    void add(const std::string& letter, const CharacterSet& set) {
        int marks = 0;
        std::string converted = convert(set.prefix + letter, set.iconvName, marks);
        m_result += marks > 0 ? std::string(kReplacement) : converted;
        m_marks += marks > 0;
    }

    void mark(std::size_t bytes) {
        m_result += kReplacement;
        ++m_marks;
        m_at += bytes;
    }

    const std::string_view m_text;
    const CharacterSet* const m_firstUpper;
    const CharacterSet* m_upper;
    const CharacterSet* m_lower = nullptr; // ASCII
    const TextKind m_kind;
    std::size_t m_at = 0;
    std::string m_result;
    int m_marks = 0;
};

bool isAscii(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char c) { return isUpper(c) || c == '\x1b'; });
}

std::optional<std::string> asUtf8(std::string_view value) {
    int marks = 0;
    std::string text = convert(value, "UTF-8", marks);
    return marks == 0 && value.find('\x1b') == std::string_view::npos ? std::optional(text) : std::nullopt;
}

/// Where JIS X 0201 is named, many writers mean the set that has it as its lower part. The two agree wherever
/// the smaller one has a letter at all.
std::optional<std::string> asShiftJis(std::string_view value) {
    int marks = 0;
    std::string text = convert(value, "SHIFT_JIS", marks);
    const bool isMore = std::any_of(value.begin(), value.end(), isUpperControl);
    return isMore && marks == 0 && value.find('\x1b') == std::string_view::npos ? std::optional(text)
                                                                                : std::nullopt;
}

/// The set for bytes over 0x7f before any escape: that of the first value. Where that is ASCII and no escape
/// stands before them, writers mean the only other set that they name.
const CharacterSet* firstUpper(const std::vector<NamedSet>& sets, std::string_view value) {
    if (sets.front().upper && sets.front().upper->kind != CharacterSet::Kind::PairsBelow)
        return sets.front().upper;
    if (value.find('\x1b') != std::string_view::npos) return nullptr;
    const CharacterSet* only = nullptr;
    for (const NamedSet& set : sets) {
        if (!set.upper) continue;
        if (only) return nullptr;
        only = set.upper;
    }
    return only && only->kind != CharacterSet::Kind::PairsBelow ? only : nullptr;
}

} // namespace

std::string_view trimmed(std::string_view value) {
    constexpr std::string_view kPadding(" \t\r\n\0", 5);
    const std::size_t first = value.find_first_not_of(kPadding);
    if (first == std::string_view::npos) return {};
    return value.substr(first, value.find_last_not_of(kPadding) - first + 1);
}

std::string inCapitals(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

std::string toUtf8(std::string_view value, std::string_view characterSet, TextKind kind) {
    if (isAscii(value)) return std::string(value);
    const bool isNamed = !trimmed(characterSet).empty();
    const std::vector<NamedSet> sets = namedSets(characterSet);
    const CharacterSet* upper = firstUpper(sets, value);
    if (upper && upper->kind == CharacterSet::Kind::Whole) {
        int marks = 0;
        return convert(value, upper->iconvName, marks);
    }
    if (upper && upper->kind == CharacterSet::Kind::Katakana)
        if (const auto text = asShiftJis(value)) return *text;
    if (!upper || !sets.front().isKnown)
        if (const auto text = asUtf8(value)) return *text; // many files hold UTF-8 without saying so
    if (!isNamed) upper = namedSets("ISO_IR 100").front().upper;
    return Decoder(value, upper, kind).run();
}

} // namespace hemo::imaging
