#include "core/imaging/read/dicom_header.h"

#include "core/imaging/read/text_encoding.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace hemo::imaging {
namespace {

/// std::from_chars knows no locale: a comma as decimal point in the user's settings changes nothing.
double parseNumber(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
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

} // namespace

const std::string* DicomHeader::find(Tag tag) const {
    const auto found =
        std::find_if(m_elements.begin(), m_elements.end(), [&](const Element& e) { return e.tag == tag; });
    return found == m_elements.end() ? nullptr : &found->value;
}

std::string DicomHeader::text(Tag tag) const {
    const std::string* value = find(tag);
    return value ? toUtf8(trimmed(*value), m_characterSet) : std::string();
}

std::vector<std::string> DicomHeader::texts(Tag tag) const {
    std::vector<std::string> result;
    if (const std::string* value = find(tag))
        for (std::string_view part : splitValues(*value))
            result.emplace_back(trimmed(part));
    return result;
}

std::vector<double> DicomHeader::numbers(Tag tag) const {
    std::vector<double> result;
    if (const std::string* value = find(tag))
        for (std::string_view part : splitValues(*value))
            result.push_back(parseNumber(part));
    return result;
}

std::optional<double> DicomHeader::number(Tag tag) const {
    const std::vector<double> all = numbers(tag);
    if (all.empty() || std::isnan(all.front())) return std::nullopt;
    return all.front();
}

std::optional<int> DicomHeader::integer(Tag tag) const {
    const std::optional<double> value = number(tag);
    if (!value || std::abs(*value) > std::numeric_limits<int>::max()) return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<std::uint16_t> DicomHeader::word(Tag tag) const {
    const std::string* value = find(tag);
    if (!value || value->size() < 2) return std::nullopt;
    const auto low = static_cast<unsigned char>((*value)[m_isBigEndian ? 1 : 0]);
    const auto high = static_cast<unsigned char>((*value)[m_isBigEndian ? 0 : 1]);
    return static_cast<std::uint16_t>(high << 8 | low);
}

} // namespace hemo::imaging
