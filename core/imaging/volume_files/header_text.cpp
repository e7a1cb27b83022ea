#include "core/imaging/volume_files/header_text.h"

#include <algorithm>
#include <charconv>

namespace hemo::imaging {

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string_view stripped(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r";
    const std::size_t from = text.find_first_not_of(kSpace);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> all;
    for (text = stripped(text); !text.empty(); text = stripped(text)) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return all;
}

double number(std::string_view text) {
    text = stripped(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : kNoNumber;
}

} // namespace hemo::imaging
