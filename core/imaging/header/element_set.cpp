#include "core/imaging/header/element_set.h"

#include "core/imaging/header/text_encoding.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace hemo::imaging {
namespace {

/// std::from_chars knows no locale: a comma as decimal point in the user's settings changes nothing. A
/// writer's settings do: its comma is taken for the point that it stands for.
double parseNumber(std::string_view given) {
    std::string text(trimmed(given));
    if (text.starts_with('+')) text.erase(0, 1);
    if (std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string::npos)
        text[text.find(',')] = '.';
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

std::vector<std::string_view> splitValues(std::string_view text) {
    std::vector<std::string_view> parts;
    if (trimmed(text).empty()) return parts;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find('\\', from);
        parts.push_back(text.substr(from, to - from));
        if (to == std::string_view::npos) return parts;
        from = to + 1;
    }
}

/// Writers that copy a buffer as it lies leave a zero behind each number, and behind it what was there
/// before; others have zeros for the backslash.
void parseNumbers(std::string_view value, std::vector<double>& numbers) {
    const bool isSplitByZeros = value.find('\\') == std::string_view::npos;
    for (std::string_view part : splitValues(value)) {
        part = trimmed(part);
        for (std::size_t from = 0;;) {
            const std::size_t to = std::min(part.find('\0', from), part.size());
            if (to > from || from == 0) numbers.push_back(parseNumber(part.substr(from, to - from)));
            from = to + 1;
            if (!isSplitByZeros || from >= part.size()) break;
        }
    }
}

/// The unsigned number in the first `bytes` bytes.
std::uint64_t binary(std::string_view value, std::size_t bytes, bool isBigEndian) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        number = number << 8 | static_cast<unsigned char>(value[isBigEndian ? i : bytes - 1 - i]);
    return number;
}

} // namespace

const std::string* ElementSet::find(Tag tag) const {
    const auto found =
        std::find_if(m_elements.begin(), m_elements.end(), [&](const Element& e) { return e.tag == tag; });
    return found == m_elements.end() ? nullptr : &found->value;
}

bool ElementSet::has(Tag tag) const {
    return find(tag) != nullptr || std::any_of(m_sequences.begin(), m_sequences.end(),
                                               [&](const Sequence& s) { return s.tag == tag; });
}

std::string ElementSet::text(Tag tag) const {
    const std::string* value = find(tag);
    if (!value) return {};
    const bool isName = tag == tag::kPatientName || tag == tag::kReferringPhysicianName;
    return toUtf8(trimmed(*value), m_characterSet, isName ? TextKind::PersonName : TextKind::Plain);
}

std::vector<std::string> ElementSet::texts(Tag tag) const {
    std::vector<std::string> result;
    if (const std::string* value = find(tag))
        for (std::string_view part : splitValues(*value))
            result.emplace_back(trimmed(part));
    return result;
}

std::vector<double> ElementSet::numbers(Tag tag) const {
    std::vector<double> result;
    if (const std::string* value = find(tag)) parseNumbers(*value, result);
    return result;
}

std::optional<double> ElementSet::number(Tag tag) const {
    const std::vector<double> all = numbers(tag);
    if (all.empty() || std::isnan(all.front())) return std::nullopt;
    return all.front();
}

std::optional<int> ElementSet::integer(Tag tag) const {
    const std::optional<double> value = number(tag);
    if (!value || std::abs(*value) > std::numeric_limits<int>::max()) return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<std::uint16_t> ElementSet::word(Tag tag) const {
    const std::string* value = find(tag);
    if (!value || value->size() < 2) return std::nullopt;
    return static_cast<std::uint16_t>(binary(*value, 2, m_isBigEndian));
}

std::vector<std::uint16_t> ElementSet::words(Tag tag) const {
    std::vector<std::uint16_t> result;
    const std::string* value = find(tag);
    for (std::size_t at = 0; value && at + 2 <= value->size(); at += 2)
        result.push_back(
            static_cast<std::uint16_t>(binary(std::string_view(*value).substr(at), 2, m_isBigEndian)));
    return result;
}

std::optional<std::uint32_t> ElementSet::longWord(Tag tag) const {
    const std::string* value = find(tag);
    if (!value || value->size() < 4) return std::nullopt;
    return static_cast<std::uint32_t>(binary(*value, 4, m_isBigEndian));
}

std::vector<double> ElementSet::doubles(Tag tag) const {
    std::vector<double> result;
    const std::string* value = find(tag);
    for (std::size_t at = 0; value && at + 8 <= value->size(); at += 8)
        result.push_back(
            std::bit_cast<double>(binary(std::string_view(*value).substr(at), 8, m_isBigEndian)));
    return result;
}

std::vector<std::string> ElementSet::privateTexts() const {
    constexpr std::size_t kShortest = 3, kLongest = 64;
    std::vector<std::string> texts;
    for (const Element& element : m_elements) {
        const std::string_view text = trimmed(element.value);
        const bool isPrivate =
            element.tag.group % 2 == 1 && element.tag.element > 0x00ff; // no creator's name
        if (!isPrivate || text.size() < kShortest || text.size() > kLongest) continue;
        if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; }))
            texts.emplace_back(text);
    }
    return texts;
}

std::span<const ElementSet> ElementSet::items(Tag sequence) const {
    const auto found = std::find_if(m_sequences.begin(), m_sequences.end(),
                                    [&](const Sequence& s) { return s.tag == sequence; });
    if (found == m_sequences.end()) return {};
    return found->items;
}

const ElementSet* ElementSet::item(Tag sequence) const {
    const auto all = items(sequence);
    return all.empty() ? nullptr : &all.front();
}

} // namespace hemo::imaging
